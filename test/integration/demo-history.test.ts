import { describe, expect, it } from '@jest/globals';
import { CaseFacts, importColumns, optionalImportColumns } from '#contracts/case';
import { answers, referralOutcomes, senders } from '#contracts/case/codes';
import { Difficulty } from '#contracts/kernel';
import { codesOf, professions } from '#contracts/kernel/codes';
import { readFile } from '../../apps/api/src/case/imports/read-file.js';
import { csvOf, historyRows, type HistoryRow } from '../../scripts/demo/history.js';

const rows = historyRows('2026-11-24', 1);

function share(of: readonly HistoryRow[], has: (row: HistoryRow) => boolean): number {
  return of.filter(has).length / of.length;
}

function opened(from: string, until: string): HistoryRow[] {
  return rows.filter((row) => row.opened_on >= from && row.opened_on < until);
}

const mentionsSocial = (row: HistoryRow) => row.difficulties.includes('social-contributions');
const among =
  (column: keyof HistoryRow, ...codes: string[]) =>
  (row: HistoryRow) =>
    codes.includes(row[column]);

describe('history of the demonstration', () => {
  it('is the same for the same week and seed', () => {
    expect(historyRows('2026-11-27', 1)).toEqual(rows);
    expect(historyRows('2026-11-24', 2)).not.toEqual(rows);
  });

  it('holds three years of closed cases up to the end of last week', () => {
    expect(rows.every((row) => row.opened_on >= '2023-11-01' && row.opened_on <= row.closed_on)).toBe(true);
    expect(rows.every((row) => row.closed_on <= '2026-11-22')).toBe(true);
    for (const year of [2023, 2024, 2025]) {
      const count = opened(`${year}-11-01`, `${year + 1}-11-01`).length;
      expect(Math.abs(count - 1840)).toBeLessThan(120);
    }
  });

  it('names every case once', () => {
    expect(new Set(rows.map((row) => row.reference)).size).toBe(rows.length);
    expect(rows.every((row) => /^H-\d{4}-\d{5}$/.test(row.reference))).toBe(true);
  });

  it('has facts that the contract takes', () => {
    for (const row of rows) {
      CaseFacts.parse({
        languages: row.languages.split('|'),
        municipality: row.municipality,
        sector: row.sector,
        legalForm: row.legal_form,
        sizeBand: row.size_band,
        ageBand: row.age_band,
        stage: row.stage,
        difficulties: row.difficulties.split('|').map((one) => {
          const [difficulty, severity] = one.split(':');
          return { difficulty: Difficulty.parse(difficulty), severity: Number(severity) };
        }),
        channel: row.channel,
        urgency: row.urgency,
      });
    }
  });

  it.each([
    ['retail', among('sector', 'retail'), 0.3],
    ['business services', among('sector', 'business-services'), 0.21],
    ['horeca', among('sector', 'horeca'), 0.14],
    ['under five years old', among('age_band', '<1', '1-2', '3-4'), 0.42],
    ['under five full-time equivalents', among('size_band', '0', '1-4'), 0.9],
    ['stopped', among('outcome', 'orderly-stop', 'insolvency'), 0.25],
    ['restructured', among('outcome', 'restructured'), 0.25],
    ['lost from sight', among('outcome', 'lost-contact'), 0.25],
    ['recovered or restarted', among('outcome', 'recovered', 'restart'), 0.25],
    ['in the City of Brussels', among('municipality', '21004'), 0.15],
  ])('has its share of %s', (_name, has, expected) => {
    expect(Math.abs(share(rows, has) - expected)).toBeLessThan(0.02);
  });

  it('shows social contributions rising in every half-year, and at once in the last quarter of a year', () => {
    const halves = ['2023-11', '2024-05', '2024-11', '2025-05', '2025-11', '2026-05', '2026-11'].map(
      (month) => `${month}-01`,
    );
    const shares = halves.slice(1).map((until, index) => share(opened(halves[index] ?? '', until), mentionsSocial));
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(Math.abs(share(opened('2023-11-01', '2024-02-01'), mentionsSocial) - 0.19)).toBeLessThan(0.015);
    expect(Math.abs(share(opened('2026-09-01', '2026-11-23'), mentionsSocial) - 0.37)).toBeLessThan(0.015);
  });

  it('is quiet in summer', () => {
    const summer = opened('2025-07-01', '2025-09-01').length;
    const autumn = opened('2025-09-01', '2025-11-01').length;
    expect(summer).toBeLessThan(0.75 * autumn);
  });

  it('is a file that can be imported, with referrals of most cases', async () => {
    const { rows: read, faults } = await readFile(Buffer.from(csvOf(rows)), '2026-11-24');
    expect([faults, read.length]).toEqual([[], rows.length]);
    const referrals = read.flatMap(({ cells }) => cells.referrals ?? []);
    expect(referrals.length / rows.length).toBeGreaterThan(0.9);
    const met = new Set(referrals.flatMap(({ from, to, answer, outcome }) => [from, to, answer, outcome]));
    const all = [...codesOf(senders), ...codesOf(professions), ...codesOf(answers), ...codesOf(referralOutcomes)];
    expect(all.filter((code) => !met.has(code))).toEqual([]);
    const fullShare = (to: string, from: string, until: string) => {
      const asked = referrals.filter((one) => one.to === to && one.sentOn >= from && one.sentOn < until);
      return asked.filter((one) => one.answer === 'full').length / asked.length;
    };
    expect(fullShare('psychologist', '2023-11-01', '2024-11-01')).toBeLessThan(0.06);
    expect(fullShare('psychologist', '2026-05-01', '2026-11-01')).toBeGreaterThan(0.2);
    expect(fullShare('mediator', '2026-05-01', '2026-11-01')).toBeLessThan(0.1);
  });

  it('writes one line a case under the header of the contract', () => {
    const [header, ...lines] = csvOf(rows).trimEnd().split('\n');
    expect(header?.split(',').sort()).toEqual([...importColumns, ...optionalImportColumns].sort());
    expect(lines.length).toBe(rows.length);
    expect(lines.every((line) => line.split(',').length === importColumns.length + optionalImportColumns.length)).toBe(
      true,
    );
  });
});
