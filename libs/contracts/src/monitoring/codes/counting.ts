import type { CountingRule } from './counting-rule.js';
import { caseMeasures } from './counting.cases.js';
import { referralMeasures } from './counting.referrals.js';

/** How we count: the rules behind every figure, in the order in which they are told. */
export const counting = { ...caseMeasures, ...referralMeasures } as const satisfies Record<string, CountingRule>;
