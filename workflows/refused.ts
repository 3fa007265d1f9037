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

/** Answers a look at the case with what the case is then, which is a failure too. */
export function telling(current: () => CaseState): () => never {
  return () => {
    throw ApplicationFailure.create({ type: toldType, nonRetryable: true, details: [current()] });
  };
}
