import { z } from 'zod';
import { codesOf } from '../kernel/codes/index.js';
import { Instant } from '../kernel/ids.js';
import { withdrawalReasons } from './codes/index.js';

export const WithdrawalCode = z.enum(codesOf(withdrawalReasons));

/** `POST /api/v1/packs/{packId}/withdrawal` and `POST /api/v1/shared-figures/{figureId}/withdrawal`. */
export const WithdrawalRequest = z.object({ reason: WithdrawalCode });
export type WithdrawalRequest = z.infer<typeof WithdrawalRequest>;

/** That something was withdrawn: the fact stays, what it said is gone. */
export const Withdrawal = z.object({ at: Instant, reason: WithdrawalCode });
export type Withdrawal = z.infer<typeof Withdrawal>;
