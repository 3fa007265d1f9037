import { streamNames, type StreamName } from '#contracts/kernel/codes';
import type { KnownCase } from '#domain/case';
import { readStates } from '#persistence/case';
import {
  holdProjection,
  lockPosition,
  park,
  readParked,
  readSequences,
  savePosition,
  unpark,
  type Database,
  type ProjectionName,
  type Sql,
} from '#persistence/kernel';
import { recordDeadLetters } from '#persistence/operations';
import {
  isUnderstood,
  markOf,
  type BatchOf,
  type DeadRecord,
  type Fault,
  type PlacedRecord,
  type StreamEvent,
} from '#messaging';
import { fold, keyOf, type Folded, type Incoming, type Known } from './folding.js';
import { incomingOf, parkedRowOf } from './parking.js';
import { projectAnalysisRows } from './projections/analysis-rows.js';
import { projectCaseList } from './projections/case-list.js';
import { projectEventLog } from './projections/event-log.js';
import { projectFeed } from './projections/feed.js';
import { projectInbox } from './projections/inbox.js';
import { projectMeasures } from './projections/measures.js';
import { projectParties } from './projections/parties.js';

/** A record and what was read from it. */
export type ReadRecord = { readonly record: PlacedRecord; readonly parsed: StreamEvent | Fault };

/** Records of one partition that are applied together. */
export type ReadBatch = BatchOf<ReadRecord>;

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

/**
 * Applies a batch and moves the partition's position, both or neither. Statements that need no answer of each other are sent
 * together; the connection keeps their order.
 */
export async function applyBatch({ database, schema }: Target, batch: ReadBatch): Promise<Applying> {
  const { topic, partition } = batch;
  const incoming = batch.records.flatMap(({ record, parsed }) =>
    isUnderstood(parsed) ? [{ ...parsed, record } satisfies Incoming] : [],
  );
  return database.transaction(async (sql) => {
    const [, position, known] = await Promise.all([
      schema === 'projection' ? holdProjection(sql) : undefined,
      lockPosition(sql, schema, topic, partition),
      knownOf(sql, schema, incoming),
    ]);
    if (position !== batch.position) {
      return { position, applied: 0, dead: [] };
    }
    const folded = fold(incoming, known);
    const last = batch.records.at(-1)?.record;
    const [dead] = await Promise.all([
      recordDeadLetters(sql, [...brokenOf(batch.records), ...rejectedOf(folded)]),
      ...writesOf(sql, schema, folded),
      savePosition(sql, schema, { topic, partition, next: batch.next, mark: last && markOf(last) }),
      folded.applied.length > 0 ? projectFeed(sql, schema, folded.applied) : undefined,
    ]);
    return { position: batch.next, applied: folded.applied.length, dead };
  });
}

async function knownOf(sql: Sql, schema: ProjectionName, incoming: readonly Incoming[]): Promise<Known> {
  const known = await Promise.all(
    streamNames.map((stream) => {
      const own = incoming.filter((one) => one.stream === stream);
      return knownOfStream(sql, schema, stream, [...new Set(own.map(({ subject }) => subject))]);
    }),
  );
  return {
    states: new Map(known.flatMap(({ states }) => [...states])),
    sequences: new Map(known.flatMap(({ sequences }) => [...sequences])),
    waiting: known.flatMap(({ waiting }) => waiting),
  };
}

/** Cases have a state; of the subjects of other streams only the order of their events is known. */
async function knownOfStream(
  sql: Sql,
  schema: ProjectionName,
  stream: StreamName,
  subjects: readonly string[],
): Promise<Known> {
  const [ofCases, ofOthers] = stream === 'cases' ? [subjects, []] : [[], subjects];
  const [states, sequences, parked] = await Promise.all([
    ofCases.length > 0 ? readStates(sql, schema, ofCases) : new Map<string, KnownCase>(),
    ofOthers.length > 0 ? readSequences(sql, schema, stream, ofOthers) : new Map<string, number>(),
    subjects.length > 0 ? readParked(sql, schema, stream, subjects) : [],
  ]);
  return {
    states,
    sequences: new Map([...sequences].map(([subject, sequence]) => [keyOf({ stream, subject }), sequence])),
    waiting: parked.map(incomingOf),
  };
}

function writesOf(sql: Sql, schema: ProjectionName, { applied, cases, parked, unparked }: Folded): Promise<void>[] {
  const live = cases.filter(({ after }) => !after.imported);
  return [
    ...(parked.length > 0 ? [park(sql, schema, parked.map(parkedRowOf))] : []),
    ...(unparked.length > 0 ? [unpark(sql, schema, unparked.map(parkedRowOf))] : []),
    ...(applied.length > 0 ? [projectEventLog(sql, schema, applied)] : []),
    ...(cases.length > 0
      ? [
          projectCaseList(sql, schema, cases),
          projectMeasures(sql, schema, cases),
          projectAnalysisRows(sql, schema, cases),
        ]
      : []),
    ...(live.length > 0 ? [projectParties(sql, schema, live), projectInbox(sql, schema, live)] : []),
  ];
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
