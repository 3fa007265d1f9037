import { importColumns, optionalImportColumns, type ImportColumn } from '#contracts/case';
import { medianDays, monthFactors } from './facts.distribution.js';
import { profileOf, type Profile } from './facts.js';
import { referralsCell } from './history.referrals.js';
import { randomFrom, type Random } from './random.js';

/** A closed case from before Relais, as one line of the file to import. */
export type HistoryRow = Readonly<Record<ImportColumn, string>>;

const casesPerYear = 1840;
const months = 36;
const dayMs = 86_400_000;
/** The last quarter of a year, in which social contributions rise at once. */
const rise = { begins: 1 - 13 / 156, by: 0.1 };

/**
 * Share of cases that mention social contributions at a moment of the three years (0 to 1): from 19 to 27 %, steepest in the middle, and
 * since the last thirteen weeks 37 %, which is more than chance explains.
 */
export function socialShareAt(moment: number): number {
  return 0.19 + 0.08 * moment * moment * (3 - 2 * moment) + (moment >= rise.begins ? rise.by : 0);
}

/**
 * Three years and some weeks of closed cases up to the end of the week before `today` (a calendar date), in the order of opening.
 * The same week and seed give the same rows. Cases opened shortly before the end closed faster: the file holds closed cases only,
 * and without that the last quarter would seem to fall.
 */
export function historyRows(today: string, seed: number): HistoryRow[] {
  const random = randomFrom(seed);
  const ofReferrals = randomFrom(seed + 1);
  const end = mondayOf(today);
  const socialNext = spread(random);
  const rows: HistoryRow[] = [];
  const numbers = new Map<number, number>();
  const beginning = firstOfMonth(today, -months);
  for (let month = 0; month <= months; month += 1) {
    const start = firstOfMonth(today, month - months);
    const days = (firstOfMonth(today, month - months + 1) - start) / dayMs;
    const before = (day: number) => start + day * dayMs < end;
    for (const day of openingDays(random, start, days, month).filter(before)) {
      const moment = (start + day * dayMs - beginning) / (end - beginning);
      const profile = profileOf(random, socialNext(socialShareAt(moment)));
      const opened = start + day * dayMs;
      const year = new Date(opened).getUTCFullYear();
      const number = (numbers.get(year) ?? 0) + 1;
      numbers.set(year, number);
      const closed = Math.min(opened + duration(random, profile, end - opened), end - dayMs);
      const referrals = referralsCell(ofReferrals, { profile, opened: opened / dayMs, closed: closed / dayMs, moment });
      rows.push({ ...rowOf(`H-${year}-${String(number).padStart(5, '0')}`, opened, closed, profile), referrals });
    }
  }
  return rows;
}

/** The rows as the CSV that `POST /api/v1/imports` takes. */
export function csvOf(rows: readonly HistoryRow[]): string {
  const columns = [...importColumns, ...optionalImportColumns];
  const lines = rows.map((row) => columns.map((column) => row[column]).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

/** Says yes in the given share of calls; what is missing or too much is made up soon, so that every quarter shows the rise. */
function spread(random: Random): (share: number) => boolean {
  let due = 0;
  return (share) => {
    due += share;
    const yes = random() < due;
    due -= yes ? 1 : 0;
    return yes;
  };
}

/** Days of a month on which cases were opened, in order; hardly any on a Sunday. */
function openingDays(random: Random, start: number, days: number, month: number): number[] {
  const seasonal = monthFactors[new Date(start).getUTCMonth()] ?? 1;
  const growth = 0.95 + (0.1 * month) / (months - 1);
  const count = Math.round((casesPerYear / 12) * seasonal * growth);
  return Array.from({ length: count }, () => {
    const day = Math.floor(random() * days);
    const sunday = new Date(start + day * dayMs).getUTCDay() === 0;
    return sunday && random() < 0.9 ? (day + 1) % days : day;
  }).sort((one, other) => one - other);
}

/** Milliseconds, whole days; at least one, skewed to the right around the median, and squeezed into what is left of the period. */
function duration(random: Random, { outcome }: Profile, left: number): number {
  const spread = Math.exp((random() + random() + random() - 1.5) * 1.1);
  const wanted = medianDays[outcome] * spread;
  const possible = left / dayMs;
  return Math.max(1, Math.round((wanted * possible) / (wanted + possible) + Math.min(wanted, possible) * 0.1)) * dayMs;
}

/** A closed case as a row; `opened` and `closed` are milliseconds of days that begin. */
export function rowOf(
  reference: string,
  opened: number,
  closed: number,
  { facts, outcome }: Profile,
): Omit<HistoryRow, 'referrals'> {
  return {
    reference,
    opened_on: dateOf(opened),
    closed_on: dateOf(closed),
    languages: facts.languages.join('|'),
    municipality: facts.municipality,
    sector: facts.sector,
    legal_form: facts.legalForm,
    size_band: facts.sizeBand,
    age_band: facts.ageBand,
    stage: facts.stage,
    difficulties: facts.difficulties.map(({ difficulty, severity }) => `${difficulty}:${severity}`).join('|'),
    channel: facts.channel,
    urgency: facts.urgency,
    outcome,
  };
}

/** The Monday of a calendar date's week, midnight in UTC. */
function mondayOf(today: string): number {
  const day = Date.parse(`${today}T00:00:00.000Z`);
  return day - ((new Date(day).getUTCDay() + 6) % 7) * dayMs;
}

function firstOfMonth(today: string, monthsLater: number): number {
  const date = new Date(`${today.slice(0, 7)}-01T00:00:00.000Z`);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsLater, 1);
}

function dateOf(instantMs: number): string {
  return new Date(instantMs).toISOString().slice(0, 10);
}
