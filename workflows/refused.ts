import { ApplicationFailure } from '@temporalio/workflow';
import type { Refusal } from '#contracts/catalogue';
import type { CaseState } from '#domain/case';
import { refusedType, toldType } from './index.js';

/** The failure by which an update is refused: no fault, and told as it is. */
export function refused(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.create({
    type: refusedType,
    message: refusal.code,
    nonRetryable: true,
    details: [refusal],
  });
}

/** The failure by which a look at the case is answered. */
export function told(state: CaseState): ApplicationFailure {
  return ApplicationFailure.create({ type: toldType, nonRetryable: true, details: [state] });
}
