import type { Text } from '../../kernel/codes/code-list.js';
import type { CubeName } from './monitoring.js';

/** No rate is shown of fewer. */
export const smallestDenominator = 20;

/** No percentile is shown of fewer. */
export const smallestSample = 10;

/** How a measure is counted: its name, its cubes, and its rules in words. */
export type CountingRule = {
  readonly label: Text;
  /** Where its counts come from; none: from what is open now. */
  readonly cubes: readonly CubeName[];
  /** What is counted; of a rate, above and below the line. */
  readonly numerator: Text;
  readonly denominator?: Text;
  /** When a time begins and ends. */
  readonly start?: Text;
  readonly stop?: Text;
  readonly pause?: Text;
  /** What a case that is opened again changes. */
  readonly reopened: Text;
  /** Fewer in the denominator, or fewer times, are not shown. */
  readonly smallest?: number;
};
