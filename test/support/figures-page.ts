import type { CubeAnswer } from '#contracts/monitoring';
import type { Series } from '#contracts/outside';
import { weeksBetween } from '#domain/calendar';
import {
  coverageOf,
  figuresOf,
  filtersOf,
  firstQuestion,
  plain,
  questionsOf,
  sceneOf,
  spansOf,
  type CubeQuestion,
  type FilterWords,
  type QuestionName,
  type Scene,
} from '#figures';

/** What was counted for a page. */
export type Given = {
  readonly filters?: FilterWords;
  readonly first?: string;
  readonly asOf?: string;
  readonly history?: string;
  readonly base?: number;
  /** Cases of a difficulty in a week. */
  readonly weekly?: Readonly<Record<string, (week: string) => number>>;
  /** Businesses of municipalities. */
  readonly businesses?: Readonly<Record<string, number>>;
  /** Cases opened in a week. */
  readonly opened?: (week: string) => number;
  /** What the period counts, by codes. */
  readonly answers?: { readonly [Name in QuestionName]?: Readonly<Record<string, number>> };
};

/** A page for which only what is given was counted: rounded figures until the end of week 48 of 2026. */
export function page({
  filters: words = {},
  first = '2025-W01',
  asOf,
  history,
  base = 5,
  weekly = {},
  opened,
  businesses,
  answers = {},
}: Given): Scene {
  const known = { first, last: '2026-W48', history: history ?? null, asOf: asOf ?? null };
  const standing = { tier: 'published', base, ...known, epoch: 7, hash: 'h' } as const;
  const periods = weeksBetween(first, '2026-W48');
  const filters = filtersOf(words);
  const coverage = coverageOf(standing);
  if (coverage === null) {
    throw new Error('nothing is covered');
  }
  const spans = spansOf(coverage, filters.against, filters.since);
  const questions = questionsOf(filters, spans);
  const answered = (name: QuestionName, { cube, grain }: CubeQuestion): CubeAnswer => ({
    cube,
    by: [],
    standing,
    periods: grain === 'week' ? periods : ['total'],
    rows: Object.entries(answers[name] ?? {}).map(([codes, count]) => ({ codes: codes.split(' '), counts: [count] })),
  });
  return sceneOf({
    language: 'en',
    filters,
    spans,
    weekly: {
      ...answered('matrix', firstQuestion(filters)),
      rows: Object.entries(weekly).map(([code, of]) => ({ codes: [code], counts: periods.map(of) })),
    },
    answers: {
      ...(Object.fromEntries(
        Object.entries(questions).map(([name, question]) => [name, answered(name as QuestionName, question)]),
      ) as Scene['answers']),
      ...(opened !== undefined && {
        opened: { ...answered('opened', questions.opened), rows: [{ codes: [], counts: periods.map(opened) }] },
      }),
    },
    businesses: businesses && {
      series: { title: { fr: 'Entreprises', nl: 'Ondernemingen', en: 'Businesses' }, source: 'Office' } as Series,
      period: '2025',
      values: Object.entries(businesses).map(([municipality, value]) => ({ municipality, value })),
    },
  });
}

/** A figure of a page, its reading plain. */
export function figure(scene: Scene, id: string) {
  const found = figuresOf(scene).find((one) => one.id === id);
  if (found === undefined) {
    throw new Error(`there is no figure ${id}`);
  }
  return { ...found, reading: plain(found.reading) };
}
