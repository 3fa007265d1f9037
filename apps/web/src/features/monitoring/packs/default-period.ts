/** The period that a new pack is first asked for, and why it is that one. */
export type DefaultPeriod = {
  readonly since: string;
  readonly until: string;
  readonly why: 'last-pack' | 'quarter';
};

const monthsOfQuarter = 3;

/** The first day of the quarter of a day, so many quarters later. */
function quarterOf(day: string, later: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = Math.floor((month - 1) / monthsOfQuarter) * monthsOfQuarter + later * monthsOfQuarter;
  return new Date(Date.UTC(year, first, 1)).toISOString().slice(0, 10);
}

/** Until today; since the plenary of the last pack or, before there is one, since the last quarter began. Days are `YYYY-MM-DD`. */
export function defaultPeriod(lastPlenary: string | undefined, today: string): DefaultPeriod {
  return lastPlenary !== undefined && lastPlenary < today
    ? { since: lastPlenary, until: today, why: 'last-pack' }
    : { since: quarterOf(today, -1), until: today, why: 'quarter' };
}
