import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { CaseCommand, CaseEvent } from '#contracts/case';
import type { Refusal } from '#contracts/catalogue';
import type { Instant } from '#contracts/kernel';
import type { Viewer } from '#contracts/people';
import type { CaseState } from '#domain/case';

export * from './epochs.js';
export { marksOf } from './published.js';
export * from './subject-clock.js';

/** Name of the case workflow's type. */
export const caseWorkflowType = 'caseWorkflow';

/** Id of the workflow of a case. */
export function caseWorkflowId(caseId: string): string {
  return `case-${caseId}`;
}

/** A command on its way to the workflow; `commandId` is the caller's idempotency key and the update's id. */
export type CommandRequest = {
  readonly commandId: string;
  /** Says what the caller asked, so that the same key with another question is noticed. */
  readonly fingerprint: string;
  readonly by: Viewer;
  readonly command: CaseCommand;
  /**
   * The caller has asked before and does not know the answer. A refusal is remembered then: a late copy of the earlier request
   * must not be applied after the caller was told no.
   */
  readonly again?: boolean;
  /** One sending of the command, told back in its result: a result that tells another one is remembered and not of now. */
  readonly sending?: string;
  /** When the command id was given out, for the first time and by the one clock there is for that; see `forgottenUntil`. */
  readonly askedAt?: Instant;
};

/** What a command came to. */
export type CommandResult = {
  /** Sequence of the case right after the command. */
  readonly sequence: number;
  readonly fingerprint: string;
  /** The case after the command; of a command that is answered again in a later run, the case as it is now. */
  readonly state: CaseState;
  /** The command's own events; empty when it is answered again in a later run. */
  readonly events: readonly CaseEvent[];
  /** Why the command was not applied, when it was asked again. */
  readonly refusal?: Refusal;
  /** The sending that this is the answer to. */
  readonly sending?: string;
};

/**
 * Gives a command to a case. An update and not a signal, because the caller must learn at once and durably whether it was
 * refused, and because the validator can refuse without leaving a trace in the history.
 */
export const commandUpdate = defineUpdate<CommandResult, [CommandRequest]>('command');

/**
 * Tells the case as it is now, by being refused: its validator throws an `ApplicationFailure` of `toldType` whose only detail is the
 * `CaseState`. It leaves no trace in the history and comes with the other updates, in the task in which they come.
 *
 * Not a query: one that waits in Temporal until an activity has ended brings the activity's result with it, before the task it belongs
 * to, and what the case starts then stands before the updates of that task. A replay gives it after them, so it can never be replayed.
 */
export const lookUpdate = defineUpdate<never>('look');

/** Type of the `ApplicationFailure` that carries a `CaseState` as its only detail. */
export const toldType = 'Told';

/** The case as it was in the end; to be asked of workflows that have ended and of no other (see `lookUpdate`). */
export const stateQuery = defineQuery<CaseState>('state');

/** Type of the `ApplicationFailure` that carries a `Refusal` as its only detail. */
export const refusedType = 'Refused';

/** Type of the `ApplicationFailure` that ends a workflow whose opening command was refused. */
export const neverOpenedType = 'NeverOpened';

/** What the case workflow asks of the world. */
export type CaseActivities = {
  /** Publishes events of one case in their order; returns the mark of each (see `marksOf`). */
  publishEvents(events: readonly CaseEvent[]): Promise<string[]>;
  /** Destroys the key of a case's notes. */
  eraseNotes(caseId: string): Promise<void>;
};

/** A command that was decided, remembered so that it is not decided again after continue-as-new. */
export type PastCommand = Pick<CommandResult, 'sequence' | 'fingerprint' | 'refusal'> &
  Pick<CommandRequest, 'commandId' | 'askedAt'>;

/** When a run hands over to the next one, and what it remembers. */
export type RunLimits = {
  readonly commands: number;
  readonly historyEvents: number;
  /** For tests; otherwise 300. Commands whose answers are remembered, across runs; a repetition of an older one is refused. */
  readonly remembered?: number;
};

/** Of cases that are opened now. What a worker that starts must read of a case before it answers is its run: many at once take as long as they are. */
export const standardLimits: RunLimits = { commands: 80, historyEvents: 400 };

/** Input of the case workflow. */
export type CaseInput = {
  readonly caseId: string;
  /** Missing in cases that were opened before it was given with them. */
  readonly limits?: RunLimits;
  /** What the run before hands over. */
  readonly carried?: {
    readonly state: CaseState;
    /** Oldest first. */
    readonly past: readonly PastCommand[];
    /**
     * When the newest of the commands that are not remembered any more was given its id; absent as long as none is forgotten. A
     * command whose id is as old as this may be one of them, and is refused.
     */
    readonly forgottenUntil?: Instant;
    /** Events that are not published yet, oldest first. */
    readonly unpublished: readonly CaseEvent[];
  };
};

/** Search attributes of a case's workflow: a status and a service's id, nothing about the entrepreneur. */
export const searchAttributeNames = { status: 'RelaisStatus', lead: 'RelaisLead' } as const;
