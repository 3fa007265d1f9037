import { defineSignal } from '@temporalio/workflow';
import type { Instant } from '#contracts/kernel';
import type { KnownDeadline } from '#domain/decider';

/** Name of the type of the workflow that is the clock of a subject whose truth is PostgreSQL. */
export const subjectClockWorkflowType = 'subjectClockWorkflow';

/** A subject by its stream and its id in there. */
export type SubjectId = { readonly stream: string; readonly id: string };

/** Id of the workflow of a subject's clock; several installations may share a namespace, never a task queue. */
export function subjectClockWorkflowId(taskQueue: string, { stream, id }: SubjectId): string {
  return `subject-clock-${taskQueue}-${stream}-${id}`;
}

/**
 * Tells a clock of a subject's deadline. A signal and not an update: nobody waits for an answer, and one that is lost is made good by the
 * worker, which looks now and then whether every clock knows what it has to.
 */
export const deadlineSignal = defineSignal<[KnownDeadline]>('deadline');

/** What a clock asks of the world. */
export type ClockActivities = {
  /** Lets a subject do what is due at an instant; answers its next deadline. The same again does nothing. */
  tickSubject(subject: SubjectId & { readonly at: Instant }): Promise<KnownDeadline>;
};

/** Input of a clock. */
export type SubjectClockInput = SubjectId & {
  readonly known: KnownDeadline;
  /** History events after which a run hands over to the next one: 1,000, or fewer for tests. */
  readonly longest?: number;
};
