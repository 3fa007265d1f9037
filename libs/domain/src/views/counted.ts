import { quarterOf } from '../calendar/working-time.js';
import type { KnownCase } from '../case/state.js';

/** What one case adds to the trend of difficulties: one element per difficulty, and one with difficulty '' for the case itself. */
export type Counted = {
  readonly quarter: string;
  readonly sector: string;
  readonly municipality: string;
  readonly difficulty: string;
};

/** Dates of imported history are noon in UTC, so any civil time gives their day. */
const universalTime = { winterOffsetHours: 0, summerTime: false };

/** The contribution of a case to the trend, by the quarter in which it was opened; reopening does not count again. */
export function difficultiesCounted(state: KnownCase): Counted[] {
  const { sector, municipality, difficulties } = state.facts;
  const quarter = quarterOf(state.openedAt, state.policy?.calendar ?? universalTime);
  return ['', ...difficulties.map((one) => one.difficulty)].map((difficulty) => ({
    quarter,
    sector,
    municipality,
    difficulty,
  }));
}
