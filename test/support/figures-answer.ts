import type { CubeAnswer } from '#contracts/monitoring';
import { weeksBetween } from '#domain/calendar';
import type { Coverage } from '#figures';

/** Exact figures of nearly two years. */
export const standing = {
  tier: 'exact',
  base: 1,
  first: '2025-W01',
  last: '2026-W48',
  history: null,
  asOf: null,
  epoch: null,
  hash: null,
} as const;

/** Their weeks. */
export const weeks = weeksBetween(standing.first, standing.last);

/** An answer of these weeks without a row, but for what is given. */
export function answer(part: Partial<CubeAnswer>): CubeAnswer {
  return { cube: 'mentions', by: ['difficulty'], periods: weeks, rows: [], standing, ...part };
}

/** What these weeks cover, their last one not over, but for what is given. */
export const covered = (part: Partial<Coverage> = {}): Coverage => ({
  first: standing.first,
  last: standing.last,
  isOpen: true,
  reach: '2026-11-29',
  history: null,
  ...part,
});
