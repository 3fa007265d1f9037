import {
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, it } from '@jest/globals';
import { refusedType } from '#workflows';
import { CaseRefused } from './errors.js';
import { meaningOf } from './failures.js';

const answer = (code: number, details: string) =>
  new ServiceError('call failed', { cause: Object.assign(new Error(details), { code, details, metadata: {} }) });

const failure = (type: string, message = type) =>
  new WorkflowUpdateFailedError('update failed', ApplicationFailure.create({ type, message }));

describe('what an error of Temporal means', () => {
  it('carries a refusal as the core gave it', () => {
    const refusal = { code: 'no-consent', params: { profession: 'lawyer' } } as const;
    const cause = ApplicationFailure.create({ type: refusedType, details: [refusal] });
    const meaning = meaningOf(new WorkflowUpdateFailedError('update failed', cause));
    expect(meaning).toMatchObject({ kind: 'refused', error: { refusal } });
    expect(meaning.kind === 'refused' && meaning.error).toBeInstanceOf(CaseRefused);
  });

  it.each([
    ['a full workflow', answer(8, 'limit on number of concurrent in-flight updates has been reached'), 'busy'],
    ['a lost connection', answer(14, 'No connection established. Last error: ECONNREFUSED'), 'unreachable'],
    ['an update let go of', answer(14, 'workflow update was aborted'), 'passing'],
    ['a workflow that is locked', answer(14, 'timeout locking workflow execution'), 'passing'],
    ['workers that are too slow', answer(9, 'Unable to perform … due to Workflow Task in failed state.'), 'passing'],
    ['a run that ended', failure('AcceptedUpdateCompletedWorkflow'), 'passing'],
    ['an older worker', failure('Error', 'No registered handler for update: look'), 'passing'],
    ['a call that took too long', answer(4, 'Deadline exceeded'), 'unanswered'],
    ['an update that took too long', new WorkflowUpdateRPCTimeoutOrCancelledError('too long'), 'unanswered'],
    ['no workflow', new WorkflowNotFoundError('not found', 'case-1', undefined), 'gone'],
    ['another failure of the workflow', failure('Other'), 'unexpected'],
    ['something else', new Error('other'), 'unexpected'],
  ])('%s', (_name, error, kind) => {
    expect(meaningOf(error)).toEqual({ kind });
  });
});
