import { describe, expect, it } from '@jest/globals';
import type { CubeAnswer } from '#contracts/monitoring';
import { weeksBetween } from '#domain/calendar';
import { claimsOf } from './claims.js';
import { filtersOf, type Filters } from './filters.js';
import { questionsOf } from './questions.js';
import { spansOf } from './spans.js';

const weeks = weeksBetween('2025-W01', '2026-W48');
const spans = spansOf({ first: '2025-W01', last: '2026-W48', isOpen: true, reach: '2026-11-29' }, 'before');

/** A rounded answer of these counts by week. */
const answer = (counts: number[]): CubeAnswer => ({
  cube: 'opened',
  by: [],
  periods: weeks,
  rows: [{ codes: [], counts }],
  standing: { tier: 'published', base: 5, first: '2025-W01', last: '2026-W48', asOf: null, hash: null },
});

describe('a key figure', () => {
  it('is less exact by a filter that it hears, and as exact as before by one that it does not', () => {
    const rounded = (count: number, more: number) =>
      answer(weeks.map((week) => (week < spans.period.from ? count : more)));
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
