import type { CaseFacts, Consent, OpenCaseRequest } from '#contracts/case';
import { ageBands, channels, legalForms, sectors, sizeBands } from '#contracts/case/codes';
import { places } from '#contracts/kernel/codes';
import { newKey } from '../../../client/api.js';

/** A case that is being written down: what is not known yet is null. */
export type Draft = {
  /** Names this draft to the server: sending it twice opens one case. */
  readonly key: string;
  readonly actingServiceId: string | null;
  readonly languages: CaseFacts['languages'];
  readonly municipality: CaseFacts['municipality'] | null;
  readonly sector: CaseFacts['sector'] | null;
  readonly legalForm: CaseFacts['legalForm'] | null;
  readonly sizeBand: CaseFacts['sizeBand'] | null;
  readonly ageBand: CaseFacts['ageBand'] | null;
  readonly stage: CaseFacts['stage'] | null;
  readonly difficulties: CaseFacts['difficulties'];
  readonly urgency: CaseFacts['urgency'];
  readonly channel: CaseFacts['channel'] | null;
  readonly givenOn: string;
  readonly consentChannel: Consent['channel'] | null;
  readonly professions: Consent['professions'];
  readonly note: string;
};

/** The fields of the form that must be filled in, in their order on the page. */
export const requiredFields = [
  'actingServiceId',
  'languages',
  'municipality',
  'sector',
  'legalForm',
  'sizeBand',
  'ageBand',
  'stage',
  'difficulties',
  'channel',
  'givenOn',
  'consentChannel',
  'professions',
] as const;
export type Field = (typeof requiredFields)[number] | 'urgency' | 'note';

/** Where a field stands in the request, for the server's objections. */
export const pathOf: Readonly<Record<Field, string>> = {
  actingServiceId: 'actingServiceId',
  languages: 'facts.languages',
  municipality: 'facts.municipality',
  sector: 'facts.sector',
  legalForm: 'facts.legalForm',
  sizeBand: 'facts.sizeBand',
  ageBand: 'facts.ageBand',
  stage: 'facts.stage',
  difficulties: 'facts.difficulties',
  channel: 'facts.channel',
  urgency: 'facts.urgency',
  givenOn: 'consent.givenOn',
  consentChannel: 'consent.channel',
  professions: 'consent.professions',
  note: 'note',
};

const lists: Readonly<Partial<Record<Field, object>>> = {
  municipality: places,
  sector: sectors,
  legalForm: legalForms,
  sizeBand: sizeBands,
  ageBand: ageBands,
  channel: channels,
};

/** What an empty field is answered with: that a choice is needed, and whether "unknown" is one of the choices. */
export function neededIn(field: Field): 'one' | 'oneOrUnknown' | 'some' | 'day' {
  switch (field) {
    case 'difficulties':
    case 'languages':
    case 'professions':
      return 'some';
    case 'givenOn':
      return 'day';
    default:
      return 'unknown' in (lists[field] ?? {}) ? 'oneOrUnknown' : 'one';
  }
}

/** A draft with nothing in it but today's date. */
export function emptyDraft(today: string, services: readonly { readonly serviceId: string }[]): Draft {
  return {
    key: newKey(),
    actingServiceId: services.length === 1 ? (services[0]?.serviceId ?? null) : null,
    languages: [],
    municipality: null,
    sector: null,
    legalForm: null,
    sizeBand: null,
    ageBand: null,
    stage: null,
    difficulties: [],
    urgency: 'normal',
    channel: null,
    givenOn: today,
    consentChannel: null,
    professions: [],
    note: '',
  };
}

function isFilled(value: Draft[(typeof requiredFields)[number]]): boolean {
  return value !== null && value.length > 0;
}

/** What still has to be filled in; for which service only when there are several. */
export function missingIn(draft: Draft, services: number): readonly Field[] {
  return requiredFields.filter((field) => (field !== 'actingServiceId' || services > 1) && !isFilled(draft[field]));
}

/** The request of a draft, null as long as something is missing. */
export function requestOf(draft: Draft): OpenCaseRequest | null {
  const { municipality, sector, legalForm, sizeBand, ageBand, stage, channel, consentChannel } = draft;
  if (
    municipality === null ||
    sector === null ||
    legalForm === null ||
    sizeBand === null ||
    ageBand === null ||
    stage === null ||
    channel === null ||
    consentChannel === null
  ) {
    return null;
  }
  const note = draft.note.trim();
  return {
    facts: {
      languages: draft.languages,
      municipality,
      sector,
      legalForm,
      sizeBand,
      ageBand,
      stage,
      difficulties: draft.difficulties,
      channel,
      urgency: draft.urgency,
    },
    consent: { givenOn: draft.givenOn, channel: consentChannel, professions: draft.professions },
    ...(note === '' ? {} : { note }),
    ...(draft.actingServiceId === null ? {} : { actingServiceId: draft.actingServiceId }),
  };
}

/** The facts as far as they are known, the rest as unknown: enough to tell them. */
export function factsSoFar(draft: Draft): CaseFacts {
  return {
    languages: draft.languages,
    municipality: draft.municipality ?? 'unknown',
    sector: draft.sector ?? 'unknown',
    legalForm: draft.legalForm ?? 'unknown',
    sizeBand: draft.sizeBand ?? 'unknown',
    ageBand: draft.ageBand ?? 'unknown',
    stage: draft.stage ?? 'prevention',
    difficulties: draft.difficulties,
    channel: draft.channel ?? 'unknown',
    urgency: draft.urgency,
  };
}
