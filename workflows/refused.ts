import { ApplicationFailure } from '@temporalio/workflow';
import type { Refusal } from '#contracts/catalogue';
import { refusedType } from './index.js';

/** The failure by which an update is refused: no fault, and told as it is. */
export function refused(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.create({
    type: refusedType,
    message: refusal.code,
    nonRetryable: true,
    details: [refusal],
  });
}
