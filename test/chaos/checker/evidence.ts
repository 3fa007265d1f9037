import type { CaseEvent } from '#contracts/case';
import type { AnyEvent, Fault, StreamEvent } from '#messaging';
import type { Asked, CapacityAsked, Reading } from '../load/ledger.js';
import type { WatchedStream } from '../load/streams.js';

/** A command as the history of a workflow tells of it. */
export type Application = {
  readonly commandId: string;
  readonly fingerprint: string;
  readonly type: string;
  readonly personId: string;
  /** Sequence the workflow answered with. */
  readonly sequence: number;
  /** Empty when the command was known from an earlier run and only answered again. */
  readonly events: readonly CaseEvent[];
};

/** What the histories of all runs of one case tell, oldest first. */
export type CaseHistory = {
  readonly caseId: string;
  readonly runs: number;
  readonly end: 'running' | 'ended' | 'failed';
  readonly applications: readonly Application[];
  /** Batches that were given to the publishing activity. */
  readonly queued: readonly (readonly CaseEvent[])[];
  /** Batches whose publication was reported. */
  readonly published: readonly (readonly CaseEvent[])[];
  /** When the timers that run will fire; milliseconds since 1970. */
  readonly timers: readonly number[];
};

/** A record of a topic, in the order of its partition. */
export type TopicRecord = {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly read: StreamEvent | Fault;
};

/** A row of the event log. */
export type LogRow = {
  readonly stream: string;
  readonly subject: string;
  readonly partition: number;
  readonly offset: string;
  readonly event: AnyEvent;
};

/** A row of a read model, column by column. */
export type Row = Readonly<Record<string, unknown>>;

/** What the projections hold, by table. */
export type Content = Readonly<Record<string, readonly Row[]>>;

/** A change as the feed has it. */
export type FeedRow = {
  readonly position: number;
  readonly stream: string;
  readonly subject: string;
  readonly code: string;
  readonly sequence: number;
  readonly type: string;
  readonly parties: readonly string[];
};

/** An event that waits in the outbox or went through it. */
export type OutboxRow = { readonly topic: string; readonly published: boolean; readonly event: AnyEvent };

/** A note, without its text. */
export type NoteRow = { readonly noteId: string; readonly caseId: string };

/** A record that could not be applied. */
export type Letter = {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly redriven: boolean;
};

/** What a fault planted on purpose, so that it is no contradiction. */
export type Expected = {
  /** Dead letters that are there and not driven again. */
  readonly deadLetters?: number;
  /** Events that wait behind a gap. */
  readonly parked?: number;
  /** Cases of which records were written into the topic that Temporal knows nothing of. */
  readonly planted?: readonly string[];
};

/** What was told by everybody who was asked after all faults were healed. */
export type Evidence = {
  readonly asked: readonly Asked[];
  readonly capacities: readonly CapacityAsked[];
  readonly readings: readonly Reading[];
  /** Since when the ledger was kept; milliseconds since 1970. */
  readonly begunAt: number;
  readonly streams: readonly Pick<WatchedStream, 'personId' | 'connections'>[];
  readonly histories: ReadonlyMap<string, CaseHistory>;
  readonly records: readonly TopicRecord[];
  readonly outbox: readonly OutboxRow[];
  readonly log: readonly LogRow[];
  readonly feed: readonly FeedRow[];
  readonly notes: readonly NoteRow[];
  readonly letters: readonly Letter[];
  readonly content: Content;
  /** The same after the projections were built anew; missing when that was not asked for. */
  readonly rebuilt?: Content;
  readonly expected: Expected;
};
