import {
  isGrpcServiceError,
  QueryNotRegisteredError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, NamespaceNotFoundError, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import type { Refusal } from '#contracts/catalogue';
import type { CaseState } from '#domain/case';
import { refusedType, toldType } from '#workflows';
import { CaseRefused } from './errors.js';

/** Codes of gRPC that matter here. */
const grpc = {
  cancelled: 1,
  deadlineExceeded: 4,
  notFound: 5,
  resourceExhausted: 8,
  failedPrecondition: 9,
  aborted: 10,
  unavailable: 14,
} as const;

/**
 * What a failed call to Temporal means.
 * `gone`: no such workflow runs; it never did, or it has ended.
 * `passing`: the case is between two runs or two servers, is locked, or its workers are too slow or cannot go on with it;
 * the same call may be repeated at once.
 */
export type Meaning =
  | { readonly kind: 'refused'; readonly error: CaseRefused }
  | { readonly kind: 'gone' | 'busy' | 'unreachable' | 'unanswered' | 'passing' }
  | { readonly kind: 'unexpected' };

/** The one place where errors of Temporal are read. */
export function meaningOf(error: unknown): Meaning {
  if (error instanceof WorkflowUpdateFailedError) {
    return meaningOfFailure(error.cause);
  }
  if (error instanceof WorkflowNotFoundError) {
    return { kind: 'gone' };
  }
  // The id of an ended case is not used again.
  if (error instanceof WorkflowExecutionAlreadyStartedError) {
    return { kind: 'gone' };
  }
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) {
    return { kind: 'unanswered' };
  }
  if (error instanceof NamespaceNotFoundError) {
    return { kind: 'unreachable' };
  }
  if (error instanceof QueryNotRegisteredError) {
    return { kind: 'unanswered' };
  }
  const source = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(source) ? meaningOfCode(source.code, source.details) : { kind: 'unexpected' };
}

/** The state that an update was refused with when it only looked; see `lookUpdate`. */
export function stateToldBy(error: unknown): CaseState | undefined {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  return cause instanceof ApplicationFailure && cause.type === toldType
    ? (cause.details?.[0] as CaseState | undefined)
    : undefined;
}

function meaningOfFailure(cause: unknown): Meaning {
  if (!(cause instanceof ApplicationFailure)) {
    return { kind: 'unexpected' };
  }
  if (cause.type === refusedType) {
    const [refusal] = cause.details ?? [];
    return { kind: 'refused', error: new CaseRefused(refusal as Refusal) };
  }
  // A worker of the version before does not know what is asked; the next one that answers may.
  if (cause.message.startsWith('No registered handler for update')) {
    return { kind: 'passing' };
  }
  // Temporal's own words for: the run ended before it could take the update. It was not applied.
  return cause.type === 'AcceptedUpdateCompletedWorkflow' || cause.type === 'UnprocessedUpdate'
    ? { kind: 'passing' }
    : { kind: 'unexpected' };
}

function meaningOfCode(code: number, details: string): Meaning {
  switch (code) {
    case grpc.resourceExhausted:
      return { kind: 'busy' };
    case grpc.unavailable:
      // The server is there and lets go of an update while it moves or reloads the workflow, or waits in vain for its lock.
      return { kind: /^(timeout locking )?workflow /.test(details) ? 'passing' : 'unreachable' };
    // Temporal's "workflow not ready": a workflow task failed, or several in a row did or took too long. No update was applied.
    case grpc.failedPrecondition:
      return { kind: 'passing' };
    case grpc.deadlineExceeded:
    case grpc.cancelled:
      return { kind: 'unanswered' };
    case grpc.aborted:
      return { kind: 'passing' };
    case grpc.notFound:
      return { kind: 'gone' };
    default:
      return { kind: 'unexpected' };
  }
}
