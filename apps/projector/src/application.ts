import {
  isUnderstood,
  type DeadRecord,
  type Fault,
  type PlacedRecord,
  type RecordBatch,
  type StreamEvent,
} from '#messaging';
import {
  holdProjection,
  lockPosition,
  park,
  readParked,
  readSequences,
  readStates,
  recordDeadLetters,
  savePosition,
  unpark,
  type Database,
  type ProjectionName,
  type Sql,
} from '#persistence';
import { fold, type Folded, type Incoming, type Known } from './folding.js';
import { incomingOf, parkedRowOf } from './parking.js';
import { projectCaseList } from './projections/case-list.js';
import { projectDifficulties } from './projections/difficulties.js';
import { projectEventLog } from './projections/event-log.js';
import { projectFeed } from './projections/feed.js';
import { projectInbox } from './projections/inbox.js';
import { projectParties } from './projections/parties.js';

/** A record and what was read from it. */
export type ReadRecord = { readonly record: PlacedRecord; readonly parsed: StreamEvent | Fault };

/** Records of one partition that are applied together. */
export type ReadBatch = Pick<RecordBatch, 'topic' | 'partition' | 'position' | 'next'> & {
  readonly records: readonly ReadRecord[];
};

/** What came of a batch. */
export type Applying = {
  /** Position of the partition afterwards; another than the batch's `next` when the batch did not begin where it stood. */
  readonly position: bigint;
  readonly applied: number;
  /** Records that were found to be dead just now. */
  readonly dead: readonly DeadRecord[];
};

/** Where batches are applied. */
export type Target = { readonly database: Pick<Database, 'transaction'>; readonly schema: ProjectionName };

/** Applies a batch and moves the partition's position, both or neither. */
export async function applyBatch({ database, schema }: Target, batch: ReadBatch): Promise<Applying> {
  const { topic, partition } = batch;
  return database.transaction(async (sql) => {
    if (schema === 'projection') {
      await holdProjection(sql);
    }
    const position = await lockPosition(sql, schema, topic, partition);
    if (position !== batch.position) {
      return { position, applied: 0, dead: [] };
    }
    const incoming = batch.records.flatMap(({ record, parsed }) =>
      isUnderstood(parsed) ? [{ ...parsed, record } satisfies Incoming] : [],
    );
    const folded = fold(incoming, await knownOf(sql, schema, incoming));
    const dead = await recordDeadLetters(sql, [...brokenOf(batch.records), ...rejectedOf(folded)]);
    await write(sql, schema, folded);
    await savePosition(sql, schema, topic, partition, batch.next);
    if (folded.applied.length > 0) {
      await projectFeed(sql, schema, folded.applied);
    }
    return { position: batch.next, applied: folded.applied.length, dead };
  });
}

async function knownOf(sql: Sql, schema: ProjectionName, incoming: readonly Incoming[]): Promise<Known> {
  const subjectsOf = (stream: Incoming['stream']) => [
    ...new Set(incoming.filter((one) => one.stream === stream).map((one) => one.subject)),
  ];
  const [cases, services] = [subjectsOf('cases'), subjectsOf('directory')];
  const parked = [
    ...(cases.length > 0 ? await readParked(sql, schema, 'cases', cases) : []),
    ...(services.length > 0 ? await readParked(sql, schema, 'directory', services) : []),
  ];
  return {
    states: cases.length > 0 ? await readStates(sql, schema, cases) : new Map(),
    sequences: services.length > 0 ? await readSequences(sql, schema, 'directory', services) : new Map(),
    waiting: parked.map(incomingOf),
  };
}

async function write(sql: Sql, schema: ProjectionName, { applied, cases, parked, unparked }: Folded): Promise<void> {
  if (parked.length > 0) {
    await park(sql, schema, parked.map(parkedRowOf));
  }
  if (unparked.length > 0) {
    await unpark(sql, schema, unparked.map(parkedRowOf));
  }
  if (applied.length > 0) {
    await projectEventLog(sql, schema, applied);
  }
  if (cases.length > 0) {
    await projectCaseList(sql, schema, cases);
    const live = cases.filter(({ after }) => !after.imported);
    if (live.length > 0) {
      await projectParties(sql, schema, live);
      await projectInbox(sql, schema, live);
    }
    await projectDifficulties(sql, schema, cases);
  }
}

function brokenOf(records: readonly ReadRecord[]): DeadRecord[] {
  return records.flatMap(({ record, parsed }) => (isUnderstood(parsed) ? [] : [{ record, fault: parsed }]));
}

function rejectedOf({ rejected }: Folded): DeadRecord[] {
  return rejected.map(({ incoming, detail }) => ({
    record: incoming.record,
    fault: { reason: 'rejected' as const, detail },
  }));
}
