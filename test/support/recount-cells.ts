import type { CaseEvent, CaseEventOf } from '#contracts/case';
import { sectors } from '#contracts/case/codes';
import { areaOf, difficulties } from '#contracts/kernel/codes';
import { timeBands } from '#contracts/monitoring/codes';

const civilDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', dateStyle: 'short' });

/** The ISO week of a moment. Counts days from a Monday that is known; calendars without summer time are in UTC. */
export function weekAt(at: string, utc: boolean): string {
  const day = Date.parse(utc ? at.slice(0, 10) : civilDay.format(Date.parse(at))) / 86_400_000;
  const monday = day - ((((day - 4) % 7) + 7) % 7);
  const year = new Date((monday + 3) * 86_400_000).getUTCFullYear();
  const firstOfYear = Date.UTC(year, 0, 4) / 86_400_000;
  const firstMonday = firstOfYear - ((((firstOfYear - 4) % 7) + 7) % 7);
  return `${year}-W${String((monday - firstMonday) / 7 + 1).padStart(2, '0')}`;
}

/** The band of a length of time. */
export function bandOf(milliseconds: number): string {
  const fitting = Object.entries(timeBands).find(([, { upTo }]) => upTo === null || milliseconds <= upTo * 3_600_000);
  return fitting?.[0] ?? '';
}

const sizes: Readonly<Record<string, string>> = { '0': 'small', '1-4': 'small', unknown: 'unknown' };
/** A cell as the recount writes it: `cube week a b c d imported`. */
export const cellOf = (imported: boolean) => (cube: string, week: string, codes: readonly string[]) =>
  [cube, week, ...[...codes, '', '', ''].slice(0, 4), imported].join(' ');

/** The facts of a case after its last correction. */
export function latestFacts(events: readonly CaseEvent[], first: CaseEventOf<'relais.case.opened.v1'>) {
  return events.reduce(
    (facts, event) => (event.type === 'relais.case.facts-amended.v1' ? event.data.facts : facts),
    first.data.facts,
  );
}

/** The cells to which the opening of a case adds. */
export function openingOf(
  cell: ReturnType<typeof cellOf>,
  week: string,
  facts: ReturnType<typeof latestFacts>,
): string[] {
  const group = difficulties[facts.difficulties[0]?.difficulty ?? 'vat'].group;
  const [sector, area] = [sectors[facts.sector].group, areaOf(facts.municipality)];
  return [
    cell('opened', week, [group, sector, area, sizes[facts.sizeBand] ?? 'larger']),
    ...facts.difficulties.map((one) => cell('mentions', week, [one.difficulty, sector, area])),
    cell('places', week, [facts.municipality, group]),
    cell('ages', week, [facts.ageBand, group]),
    cell('forms', week, [facts.legalForm, group]),
    cell('stages', week, [facts.stage, group]),
    cell('channels', week, [facts.channel, group]),
  ];
}
