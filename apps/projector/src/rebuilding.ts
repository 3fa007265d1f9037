import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ConsumerRunner, eventTopics, HeldLog, topicOf, TopicWatch, type Kafka, type ParseRecord } from '#messaging';
import {
  dropNextProjection,
  dropOldProjection,
  makeNextProjection,
  readMarks,
  tryToRebuildAlone,
  type Database,
} from '#persistence/kernel';
import { forgetEpochPositions } from '#persistence/monitoring';
import type { Logger } from '#runtime';
import { isFaultOfRecord } from './faults.js';
import { Gate } from './rebuild/gate.js';
import { LoadingProjection } from './rebuild/loading.js';
import type { Ends, NextProjection, Positions } from './rebuild/next-projection.js';
import { endsOf, hasReached, positionsIn, progress } from './rebuild/progress.js';
import { RecordingProjection } from './rebuild/recording.js';
import { changeOver } from './rebuild/take-over.js';

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
  /** Most cases that are kept in memory. */
  readonly mostCases?: number;
};

type Ground = {
  readonly topics: readonly string[];
  readonly watch: TopicWatch;
  readonly ends: Ends;
  readonly serving: Positions;
};

const pause = 50;
const reportEvery = 1_000;

/** Another rebuild of the same database is running. */
export class RebuildRunning extends Error {
  override readonly name = 'RebuildRunning';
}

/** Kafka holds less than what the serving projection knows. */
export class RecordsLost extends Error {
  override readonly name = 'RecordsLost';
}

/**
 * Rebuilds the projection from the beginning of the topics, beside the one that serves, and then puts it in its place.
 * @throws RebuildRunning when another rebuild is under way
 * @throws RecordsLost when the rebuilt projection would know less, unless that is accepted
 */
export async function rebuild(options: RebuildOptions): Promise<void> {
  const { database, kafka, logger, prefix } = options;
  await database.transaction(async (holding) => {
    if (!(await tryToRebuildAlone(holding))) {
      throw new RebuildRunning('another rebuild is running');
    }
    const topics = eventTopics.map((name) => topicOf(prefix, name));
    const watch = new TopicWatch(kafka);
    try {
      const serving = await positionsIn(database, 'projection', topics);
      const ground = { topics, watch, serving, ends: await endsOf(watch, topics) };
      if (options.acceptLoss !== true) {
        await refuseLoss(options, ground);
      }
      try {
        await rebuildAlone(options, ground, () => LoadingProjection.begin({ ...options, ...ground, told: serving }));
      } catch (error) {
        if (!isFaultOfRecord(error)) {
          throw error;
        }
        logger.warn({ err: error }, 'a record cannot be loaded together with others, building record by record');
        await rebuildAlone(options, ground, () => RecordingProjection.begin({ ...options, ...ground }));
      }
      if (options.acceptLoss === true) {
        await forgetEpochPositions(database);
      }
    } finally {
      await watch.stop();
    }
  });
}

async function refuseLoss({ database, kafka }: RebuildOptions, { topics, serving }: Ground): Promise<void> {
  const held = new HeldLog(kafka);
  try {
    for (const topic of topics) {
      const marks = await readMarks(database, 'projection', topic);
      for (const [partition, next] of serving.get(topic) ?? []) {
        const loss = await held.lossOfAll({ topic, partition, next, mark: marks.get(partition) });
        if (loss !== undefined) {
          throw new RecordsLost(`${loss}: restore Kafka, or give --accept-loss to forget what it does not hold`);
        }
      }
    }
  } finally {
    await held.stop();
  }
}

async function rebuildAlone(
  options: RebuildOptions,
  ground: Ground,
  begin: () => Promise<NextProjection>,
): Promise<void> {
  const { database, kafka, prefix, logger } = options;
  await database.transaction(makeNextProjection);
  const next = await begin();
  const gate = new Gate(next);
  const groupId = `${prefix}.rebuild.${randomUUID()}`;
  let death: Error | undefined;
  const runner = new ConsumerRunner({
    kafka,
    groupId,
    topics: ground.topics,
    handler: gate,
    log: logger,
    onDeath: (reason) => (death = reason),
  });
  const check = () => {
    const failure = next.failure() ?? death;
    if (failure !== undefined) {
      throw failure;
    }
  };
  try {
    await runner.start();
    await untilRead(options, ground, next, check);
    await changeOver({ ...ground, database, next, gate, check });
  } catch (error) {
    await runner.stop();
    await next.close();
    await database.transaction(dropNextProjection).catch(() => undefined);
    throw error;
  }
  await runner.stop();
  await next.close();
  await ground.watch.deleteGroup(groupId).catch(() => undefined);
  await database.transaction(dropOldProjection);
}

/** Waits until the next projection has all that was there when it began. */
async function untilRead(
  { onProgress }: RebuildOptions,
  { ends }: Ground,
  next: NextProjection,
  check: () => void,
): Promise<void> {
  for (let told = 0; ; await delay(pause)) {
    check();
    const positions = await next.positions();
    const done = hasReached(positions, ends);
    if (done || Date.now() - told >= reportEvery) {
      const { applied, all } = progress(positions, ends);
      onProgress?.(applied, all);
      told = Date.now();
    }
    if (done) {
      return;
    }
  }
}
