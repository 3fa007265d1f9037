import { codesOf, type CodeList } from '../../kernel/codes/code-list.js';
import { ageBands, channels, legalForms, sectorGroups, sizeGroups } from '../../case/codes/business.js';
import { caseOutcomes, followUpStatuses, reopenReasons } from '../../case/codes/case.js';
import { difficulties, difficultyGroups, professions, stages } from '../../kernel/codes/help.js';
import { referralOutcomes, senders, answers } from '../../case/codes/referral.js';
import { areas, places } from '../../kernel/codes/region.js';

/** Working time, in hours; `upTo` is the upper end of the band (inclusive), null for the last. A working day has eight. */
export const timeBands = {
  '2h': { upTo: 2, label: { fr: 'jusqu’à 2 h', nl: 'tot 2 u', en: 'up to 2 h' } },
  '4h': { upTo: 4, label: { fr: 'jusqu’à 4 h', nl: 'tot 4 u', en: 'up to 4 h' } },
  '1d': { upTo: 8, label: { fr: 'jusqu’à 1 jour', nl: 'tot 1 dag', en: 'up to 1 day' } },
  '2d': { upTo: 16, label: { fr: 'jusqu’à 2 jours', nl: 'tot 2 dagen', en: 'up to 2 days' } },
  '3d': { upTo: 24, label: { fr: 'jusqu’à 3 jours', nl: 'tot 3 dagen', en: 'up to 3 days' } },
  '5d': { upTo: 40, label: { fr: 'jusqu’à 5 jours', nl: 'tot 5 dagen', en: 'up to 5 days' } },
  '10d': { upTo: 80, label: { fr: 'jusqu’à 10 jours', nl: 'tot 10 dagen', en: 'up to 10 days' } },
  '20d': { upTo: 160, label: { fr: 'jusqu’à 20 jours', nl: 'tot 20 dagen', en: 'up to 20 days' } },
  '60d': { upTo: 480, label: { fr: 'jusqu’à 60 jours', nl: 'tot 60 dagen', en: 'up to 60 days' } },
  longer: { upTo: null, label: { fr: 'plus de 60 jours', nl: 'meer dan 60 dagen', en: 'over 60 days' } },
} as const satisfies CodeList<string, { upTo: number | null }>;
export type TimeBand = keyof typeof timeBands;

/** Referrals before this one in its chain. */
export const hopBands = {
  first: { label: { fr: 'première orientation', nl: 'eerste doorverwijzing', en: 'first referral' } },
  second: { label: { fr: 'deuxième', nl: 'tweede', en: 'second' } },
  later: { label: { fr: 'troisième ou plus', nl: 'derde of later', en: 'third or later' } },
  /** To a profession that was in the chain before. */
  'ping-pong': { label: { fr: 'aller-retour', nl: 'pingpong', en: 'ping-pong' } },
} as const satisfies CodeList<string>;
export type HopBand = keyof typeof hopBands;

/** Months after closing at which a follow-up is asked. */
export const followUpMonths = {
  '6': { label: { fr: 'après 6 mois', nl: 'na 6 maanden', en: 'after 6 months' } },
  '12': { label: { fr: 'après 12 mois', nl: 'na 12 maanden', en: 'after 12 months' } },
} as const satisfies CodeList<string>;

/** What is known at a follow-up, or that it was missed. */
export const followUpResults = {
  ...followUpStatuses,
  missed: { label: { fr: 'sans suite', nl: 'niet opgevolgd', en: 'missed' } },
} as const satisfies CodeList<string>;

/** What figures can be broken down by: the code list of each dimension. */
export const dimensions = {
  difficulty: difficulties,
  'difficulty-group': difficultyGroups,
  'sector-group': sectorGroups,
  'size-group': sizeGroups,
  area: areas,
  municipality: places,
  'age-band': ageBands,
  'legal-form': legalForms,
  stage: stages,
  channel: channels,
  'case-outcome': caseOutcomes,
  'reopen-reason': reopenReasons,
  from: senders,
  to: professions,
  answer: answers,
  time: timeBands,
  outcome: referralOutcomes,
  hop: hopBands,
  month: followUpMonths,
  'follow-up': followUpResults,
} as const satisfies Record<string, CodeList<string>>;
export type Dimension = keyof typeof dimensions;

/** A table of counts: what is counted once, by which codes. */
export type CubeShape = {
  /** At most four, in the order of the cells' codes. */
  readonly dimensions: readonly Dimension[];
};

/**
 * The safe cubes: everything published is a sum of their cells. Each has at most 500 (`mentions` 544, see docs/disclosure.md); a new one
 * is added only while the attack harness holds over all of them together.
 */
export const cubes = {
  /** Cases, in the week they were opened; main difficulty. */
  opened: { dimensions: ['difficulty-group', 'sector-group', 'area', 'size-group'] },
  /** Cases, once per difficulty they mention, in the week they were opened. */
  mentions: { dimensions: ['difficulty', 'sector-group', 'area'] },
  /** Cases in the week they were opened, where the business is; main difficulty. */
  places: { dimensions: ['municipality', 'difficulty-group'] },
  ages: { dimensions: ['age-band', 'difficulty-group'] },
  forms: { dimensions: ['legal-form', 'difficulty-group'] },
  stages: { dimensions: ['stage', 'difficulty-group'] },
  channels: { dimensions: ['channel', 'difficulty-group'] },
  /** Closings of cases, in the week of closing; a closing that was undone stays one. */
  closed: { dimensions: ['case-outcome', 'difficulty-group', 'area'] },
  /** Reopenings of cases, in the week of reopening. */
  reopened: { dimensions: ['reopen-reason', 'difficulty-group', 'area'] },
  /** Referrals, in the week they were sent. */
  sent: { dimensions: ['from', 'to', 'difficulty-group'] },
  /** Referrals, in the week they were accepted, declined or expired; working time since they were sent. */
  answered: { dimensions: ['to', 'answer', 'time'] },
  /** Referrals, in the week of the first contact; working time since acceptance. */
  contacted: { dimensions: ['to', 'time'] },
  /** Referrals that were accepted, in the week their help was closed; working time since acceptance. */
  ended: { dimensions: ['to', 'outcome', 'time'] },
  /** Referrals, in the week they were sent, by their place in the chain. */
  hops: { dimensions: ['to', 'hop'] },
  /**
   * Ends of stays in the dispatch queue because nobody could take the case, in their week; main difficulty. An imported case is counted
   * once, in the week of the last answer, when services answered and none accepted.
   */
  unmet: { dimensions: ['difficulty-group', 'area'] },
  /** Follow-ups, in the week they were recorded or missed. */
  'followed-up': { dimensions: ['month', 'follow-up', 'difficulty-group'] },
} as const satisfies Record<string, CubeShape>;
export type CubeName = keyof typeof cubes;

/**
 * Cubes in which an imported case counts by another rule than a live one: it is in the file because it was closed, and its unmet need is told by
 * its answers. They are not compared over the end of imported history.
 */
export const cubesOfTwoRules: readonly CubeName[] = ['closed', 'unmet'];

/** Names of the cubes. */
export const cubeNames = codesOf(cubes);

/** What exact figures can be broken down by besides: the id of a service. */
export type ExactDimension = Dimension | 'service';

/** Cubes about single services. They are never published: coordinators read them, and organisations those of their own services. */
export const exactCubes = {
  /** Referrals a service sent, in the week they were sent. */
  'service-sent': { dimensions: ['service', 'to'] },
  /** Referrals sent to a service, in the week they were sent. */
  'service-received': { dimensions: ['service', 'from'] },
  /** The others as in the cube of the same name, by the service that was asked. */
  'service-answered': { dimensions: ['service', 'answer', 'time'] },
  'service-contacted': { dimensions: ['service', 'time'] },
  'service-ended': { dimensions: ['service', 'outcome', 'time'] },
} as const satisfies Record<string, { readonly dimensions: readonly ExactDimension[] }>;
export type ServiceCubeName = keyof typeof exactCubes;

/** Names of the cubes about single services. */
export const serviceCubeNames = codesOf(exactCubes);

/** A cube that the exact tier answers from. */
export type ExactCubeName = CubeName | ServiceCubeName;

const shapes: Readonly<Record<ExactCubeName, { readonly dimensions: readonly ExactDimension[] }>> = {
  ...cubes,
  ...exactCubes,
};

/** Dimensions of a cube, in the order of the cells' codes. */
export function dimensionsOf(cube: CubeName): readonly Dimension[];
export function dimensionsOf(cube: ExactCubeName): readonly ExactDimension[];
export function dimensionsOf(cube: ExactCubeName): readonly ExactDimension[] {
  return shapes[cube].dimensions;
}
