import { describe, expect, it } from '@jest/globals';
import type { CubeAnswer } from '#contracts/monitoring';
import { changesOf, monthlyOf, mostlyIn } from './change.js';
import { claimsOf } from './claims.js';
import { filtersOf, type Filters } from './filters.js';
import { questionsOf } from './questions.js';
import { spansOf } from './spans.js';
import { answer, covered, standing, weeks } from '#test/figures-answer';

const steadily = (count: number, from = '2027-W01', more = count) => weeks.map((week) => (week < from ? count : more));

describe('a key figure', () => {
  it('is less exact by a filter that it hears, and as exact as before by one that it does not', () => {
    const rounded = (count: number, more: number) =>
      answer({
        standing: { ...standing, base: 5 },
        rows: [{ codes: [], counts: steadily(count, '2026-W35', more) }],
      });
    const spans = spansOf(covered(), 'before');
    const questions = questionsOf(filtersOf({}), spans);
    const answers = Object.fromEntries(
      Object.keys(questions).map((name, place) => [name, rounded(20, 21 + place)]),
    ) as Record<keyof typeof questions, CubeAnswer>;
    const chanceOf = (filters: Filters) =>
      Object.fromEntries(
        claimsOf({ filters, spans, weekly: rounded(20, 20), answers, nameOf: String }).keyFigures.map((one) => [
          one.id,
          one.chance,
        ]),
      );
    const one = chanceOf({ against: 'before', area: 'west' });
    const other = chanceOf({ against: 'before', area: 'west', sector: 'horeca' });
    expect(other['opened']).toBeGreaterThan(one['opened'] ?? 1);
    expect({ ...other, opened: 0 }).toEqual({ ...one, opened: 0 });
  });
});

describe('a change', () => {
  const spans = spansOf(covered(), 'before');
  const weekly = answer({
    rows: [
      { codes: ['vat'], counts: steadily(8) },
      { codes: ['social-contributions'], counts: steadily(8, '2026-W35', 14) },
    ],
  });

  it('is flagged when it is more than chance, and not before the figures reach back far enough', () => {
    const told = (from: CubeAnswer) =>
      changesOf(from, spans, { against: 'before' }, String).map((one) => [one.key, one.before, one.after, one.verdict]);
    expect(told(weekly)).toEqual([
      ['social-contributions', 104, 182, 'rise'],
      ['vat', 104, 104, 'none'],
    ]);
    const young = spansOf(covered({ first: '2026-W30' }), 'before');
    expect(changesOf(weekly, young, { against: 'before' }, String).map(({ verdict }) => verdict)).toEqual([
      'none',
      'none',
    ]);
  });

  it('is flagged in rounded figures only when it is more than rounding too', () => {
    const smaller = answer({ rows: [{ codes: ['vat'], counts: steadily(5, '2026-W35', 7) }] });
    expect(changesOf(smaller, spans, { against: 'before' }, String)[0]?.verdict).toBe('rise');
    expect(
      changesOf({ ...smaller, standing: { ...standing, base: 5 } }, spans, { against: 'before' }, String)[0]?.verdict,
    ).toBe('none');
  });

  it('is flagged with more care in what a filter made less exact', () => {
    const rounded = { ...standing, base: 5 };
    const limited = answer({ standing: rounded, rows: [{ codes: ['vat'], counts: steadily(6, '2026-W35', 9) }] });
    const verdict = (filters: Filters) => changesOf(limited, spans, filters, String)[0]?.chance ?? 1;
    expect(verdict({ against: 'before', sector: 'horeca' })).toBeGreaterThan(verdict({ against: 'before' }));
  });

  it('shows in the months since the date, of complete ones only', () => {
    const { months, running, complete, series } = monthlyOf(
      weekly,
      spans,
      { against: 'before' },
      'social-contributions',
    );
    expect([months.at(-1), running, complete.length]).toEqual(['2026-11', months.length - 1, months.length - 1]);
    expect(months[series.since ?? 0]).toBe('2026-09');
  });

  it('is looked for in twelve months at most, so that months before are left to compare them with', () => {
    const since = (week: string) => spansOf(covered(), 'before', week);
    const told = (from: string) => monthlyOf(weekly, since(from), { against: 'before' }, 'social-contributions').series;
    // Of 22 complete months, 20 are of the period that begins with March 2025.
    expect(told('2025-W10').limits).toEqual(told('2025-W45').limits);
    expect(told('2025-W10').limits).not.toBeNull();
  });

  describe('came mostly from', () => {
    const sectors = (counts: Readonly<Record<string, number>>, base = 1) =>
      answer({
        by: ['difficulty', 'sector-group'],
        periods: ['total'],
        standing: { ...standing, base },
        rows: Object.entries(counts).map(([sector, count]) => ({ codes: ['vat', sector], counts: [count] })),
      });
    const change = { key: 'vat', label: 'TVA', before: 60, after: 100, verdict: 'rise', chance: 0 } as const;

    it('the sectors with a quarter of the rise', () => {
      const after = sectors({ horeca: 50, trade: 25, unknown: 25 });
      const before = sectors({ horeca: 20, trade: 20, unknown: 20 });
      expect(mostlyIn(after, before, change, 13)).toEqual(['horeca']);
    });

    it('two sectors at most, the one with most of it first', () => {
      const after = sectors({ construction: 30, trade: 34, horeca: 36 });
      const before = sectors({ construction: 20, trade: 20, horeca: 20 });
      expect(mostlyIn(after, before, change, 13)).toEqual(['horeca', 'trade']);
    });

    it('nowhere that has a name, where it came from sectors that are not known', () => {
      expect(mostlyIn(sectors({ trade: 20, unknown: 80 }), sectors({ trade: 20, unknown: 40 }), change, 13)).toEqual(
        [],
      );
    });

    it('only sectors in which more was counted than rounding may have made up', () => {
      const told = (more: number, base: number) =>
        mostlyIn(sectors({ horeca: 20 + more }, base), sectors({ horeca: 20 }, base), change, 13);
      // Rounding to fives adds a variance of 66 to each cell of thirteen weeks: 23 is two standard deviations of a difference.
      expect([told(20, 1), told(20, 5), told(25, 5)]).toEqual([['horeca'], [], ['horeca']]);
    });
  });
});
