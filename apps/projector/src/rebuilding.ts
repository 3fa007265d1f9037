import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  ConsumerRunner,
  eventTopics,
  topicOf,
  TopicWatch,
  type BatchHandler,
  type Handled,
  type Kafka,
  type ParseRecord,
  type RecordBatch,
} from '#messaging';
import {
  dropNextProjection,
  dropOldProjection,
  makeNextProjection,
  readPositions,
  stopProjection,
  takeOver,
  tryToRebuildAlone,
  type Database,
  type Sql,
} from '#persistence';
import type { Logger } from '#runtime';
import { Projector } from './projector.js';

type RebuildOptions = {
  readonly database: Database;
  readonly kafka: Kafka;
  readonly prefix: string;
  readonly logger: Logger;
  readonly parse?: ParseRecord;
  /** Goes on although Kafka holds less than what was applied, and forgets what Kafka does not hold. */
  readonly acceptLoss?: boolean;
  /** Told how many records are applied and how many there are, about once a second. */
  readonly onProgress?: (applied: number, all: number) => void;
};

const pause = 200;
const reportEvery = 5;
/** Records that may be missing when the change is tried; while it is, nothing is projected. */
const nearlyDone = 2_000;
const longestStandstill = 5_000;

/** Another rebuild of the same database is running. */
export class RebuildRunning extends Error {
  override readonly name = 'RebuildRunning';
}

/** Kafka holds less than what the serving projection knows. */
export class RecordsLost extends Error {
  override readonly name = 'RecordsLost';
}

/**
 * Builds the projection anew from the topics' beginnings, beside the one that serves, and then puts it in its place.
 * @throws RebuildRunning when another rebuild is under way
 * @throws RecordsLost when the rebuilt projection would know less, unless that is accepted
 */
export async function rebuild(options: RebuildOptions): Promise<void> {
  await options.database.transaction(async (holding) => {
    if (!(await tryToRebuildAlone(holding))) {
      throw new RebuildRunning('another rebuild is running');
    }
    const topics = eventTopics.map((name) => topicOf(options.prefix, name));
    const watch = new TopicWatch(options.kafka);
    try {
      if (options.acceptLoss !== true) {
        await refuseLoss(options.database, watch, topics);
      }
      await rebuildAlone(options, topics, watch);
    } finally {
      await watch.stop();
    }
  });
}

async function refuseLoss(database: Database, watch: TopicWatch, topics: readonly string[]): Promise<void> {
  for (const topic of topics) {
    const serving = await readPositions(database, 'projection', topic);
    for (const [partition, { first, end }] of await watch.endsOf(topic)) {
      if (first > 0n || (serving.get(partition) ?? 0n) > end) {
        throw new RecordsLost(
          `${topic}/${partition} holds only records ${first} to ${end}, less than was applied: restore Kafka, or give --accept-loss to forget the rest`,
        );
      }
    }
  }
}

async function rebuildAlone(
  { database, kafka, prefix, logger, parse, onProgress }: RebuildOptions,
  topics: readonly string[],
  watch: TopicWatch,
): Promise<void> {
  const groupId = `${prefix}.rebuild.${randomUUID()}`;
  await database.transaction(makeNextProjection);
  const gate = new Gate(new Projector({ database, schema: 'projection_next', logger, parse }));
  let death: Error | undefined;
  const runner = new ConsumerRunner({
    kafka,
    groupId,
    topics,
    handler: gate,
    log: logger,
    onDeath: (reason) => (death = reason),
  });
  try {
    await runner.start();
    for (let round = 0; ; round++) {
      if (death !== undefined) {
        throw death;
      }
      const { applied, all } = await progressOf(database, watch, topics);
      if (round % reportEvery === 0) {
        onProgress?.(applied, all);
      }
      if (all - applied <= nearlyDone && (await change(database, gate, watch, topics))) {
        onProgress?.(applied, all);
        break;
      }
      await delay(pause);
    }
  } catch (error) {
    await runner.stop();
    await database.transaction(dropNextProjection).catch(() => undefined);
    throw error;
  } finally {
    await runner.stop();
    await watch.deleteGroup(groupId).catch(() => undefined);
  }
  await database.transaction(dropOldProjection);
}

/** Lets the rebuilt projection take over while nobody projects; false when it was still too far behind. */
async function change(database: Database, gate: Gate, watch: TopicWatch, topics: readonly string[]): Promise<boolean> {
  const changed = await database.transaction(async (sql) => {
    await stopProjection(sql);
    const end = Date.now() + longestStandstill;
    while (!(await hasCaughtUp(sql, watch, topics))) {
      if (Date.now() > end) {
        return false;
      }
      await delay(pause / 10);
    }
    if (!(await gate.close(end))) {
      return false;
    }
    await takeOver(sql);
    return true;
  });
  if (!changed) {
    gate.open();
  }
  return changed;
}

/** True when the rebuilt projection has everything that the serving one has, as far as Kafka still holds it. */
async function hasCaughtUp(sql: Sql, watch: TopicWatch, topics: readonly string[]): Promise<boolean> {
  for (const topic of topics) {
    const [serving, next] = [
      await readPositions(sql, 'projection', topic),
      await readPositions(sql, 'projection_next', topic),
    ];
    const ends = await watch.endsOf(topic);
    for (const [partition, position] of serving) {
      const end = ends.get(partition)?.end ?? 0n;
      if ((next.get(partition) ?? 0n) < (position < end ? position : end)) {
        return false;
      }
    }
  }
  return true;
}

async function progressOf(database: Database, watch: TopicWatch, topics: readonly string[]) {
  let [applied, all] = [0, 0];
  for (const topic of topics) {
    const positions = await readPositions(database, 'projection_next', topic);
    for (const [partition, { first, end }] of await watch.endsOf(topic)) {
      const position = positions.get(partition) ?? first;
      applied += Number((position > first ? position : first) - first);
      all += Number(end - first);
    }
  }
  return { applied, all };
}

/** Lets batches through until it is closed. */
class Gate implements BatchHandler {
  private closed = false;
  private inside = 0;

  constructor(private readonly projector: Projector) {}

  positionsOf(topic: string, partitions: readonly number[]): Promise<ReadonlyMap<number, bigint>> {
    return this.projector.positionsOf(topic, partitions);
  }

  async handle(batch: RecordBatch, keepAlive: () => Promise<void>): Promise<Handled> {
    if (this.closed) {
      await delay(pause);
      return { position: batch.position };
    }
    this.inside++;
    try {
      return await this.projector.handle(batch, keepAlive);
    } finally {
      this.inside--;
    }
  }

  /** Lets nothing in any more and waits until nothing is inside; false when that takes too long. */
  async close(until: number): Promise<boolean> {
    this.closed = true;
    while (this.inside > 0 && Date.now() < until) {
      await delay(pause / 10);
    }
    return this.inside === 0;
  }

  open(): void {
    this.closed = false;
  }
}
