import type { ChartChoice, QueryParameter } from '#contracts/analysis';
import type { Text } from '#contracts/kernel/codes';

/** A ready query before it is put on the shelf of a day. */
export type Ready = {
  readonly queryId: string;
  readonly question: Text;
  readonly explanation: Text;
  readonly sql: string;
  readonly parameters: readonly Parameter[];
  readonly chart: ChartChoice | null;
};

/** Moments a default is reckoned from: the quarter before this one, the year before this one, today. */
type Moment = 'quarter-begins' | 'quarter-ends' | 'year-begins' | 'year-ends' | 'today';
type Parameter = Omit<QueryParameter, 'default'> & { readonly default: string | number | { readonly moment: Moment } };

function dates(begin: Moment, end: Moment): readonly Parameter[] {
  return [
    { name: 'since', label: { fr: 'du', nl: 'van', en: 'from' }, kind: 'date', default: { moment: begin } },
    { name: 'until', label: { fr: 'au', nl: 'tot en met', en: 'until' }, kind: 'date', default: { moment: end } },
  ];
}

/** From and until, both inclusive: the last whole quarter. */
export const quarter = dates('quarter-begins', 'quarter-ends');

/** From and until, both inclusive: the last whole year. */
export const year = dates('year-begins', 'year-ends');

/** Who referred and who was asked; empty is everybody. */
export const fromWhomToWhom: readonly Parameter[] = [
  { name: 'sender', label: { fr: 'qui a demandé', nl: 'wie vroeg', en: 'who asked' }, kind: 'sender', default: '' },
  { name: 'profession', label: { fr: 'à qui', nl: 'aan wie', en: 'to whom' }, kind: 'profession', default: '' },
];

/** The condition that a moment lies between `$since` and `$until`, whole days in UTC. */
export function within(column: string): string {
  return `${column} >= $since::DATE AND ${column} < $until::DATE + 1`;
}

/** The date a default stands for on a day. */
export function dateOf(moment: Moment, today: Date): string {
  const month = today.getUTCMonth();
  const begins = month - (month % 3) - 3;
  const at = (of: number, day: number) =>
    new Date(Date.UTC(today.getUTCFullYear(), of, day)).toISOString().slice(0, 10);
  switch (moment) {
    case 'quarter-begins':
      return at(begins, 1);
    case 'quarter-ends':
      return at(begins + 3, 0);
    case 'year-begins':
      return at(-12, 1);
    case 'year-ends':
      return at(0, 0);
    case 'today':
      return today.toISOString().slice(0, 10);
    default:
      throw moment satisfies never;
  }
}
