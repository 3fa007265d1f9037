import { z } from 'zod';
import { Difficulty, Municipality, Sector } from './facts.js';

const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/, 'a quarter such as 2026-Q4');

/** `GET /api/v1/monitoring/difficulties`. */
export const DifficultyTrendQuery = z.object({
  from: Quarter.optional(),
  to: Quarter.optional(),
  sector: Sector.optional(),
  municipality: Municipality.optional(),
});
export type DifficultyTrendQuery = z.infer<typeof DifficultyTrendQuery>;

/** A count of cases; null stands for 0 to 9 and is shown as `< 10` to all but coordinators. */
const Cell = z.number().int().nullable();

/** Cases that mention each difficulty, by the quarter in which they were opened; a case counts once per difficulty. */
export const DifficultyTrend = z.object({
  quarters: z.array(Quarter),
  /** Cases opened in each quarter. */
  cases: z.array(Cell),
  difficulties: z.array(z.object({ difficulty: Difficulty, counts: z.array(Cell) })),
  /** True when the figures are exact. */
  exact: z.boolean(),
  /** Counts below this are not shown when not exact. */
  threshold: z.number().int(),
});
export type DifficultyTrend = z.infer<typeof DifficultyTrend>;
