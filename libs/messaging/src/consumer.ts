import { setTimeout as delay } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka, TopicPartitionOffset } from 'kafkajs';
import { connectionsOf, silent, type Log } from './client.js';
import { openCluster } from './cluster.js';
import { HeldLog } from './held-log.js';
import { leaveLate } from './leaving.js';
import { Logs, type Losses } from './logs.js';
import type { Mark } from './mark.js';
import { PartitionPositions } from './positions.js';
import { placedRecordOf, type PlacedRecord } from './record.js';
import { within } from './within.js';

/** Records of one partition, in order. */
export type RecordBatch = {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly PlacedRecord[];
  /** Where the reader stands; nothing before it is given again. */
  readonly position: bigint;
  /** Where it will stand after these records. */
  readonly next: bigint;
};

/** What became of a batch: applied up to `position`, or the store turned out to be at another position. */
export type Handled = { readonly position: bigint };

/** What a runner asks of the one who keeps the positions and applies the records. */
export type BatchHandler = {
  /** Positions of partitions as the store has them; a partition without one starts at its beginning. Tries until it can. */
  positionsOf(topic: string, partitions: readonly number[]): Promise<ReadonlyMap<number, bigint>>;
  /**
   * By which record before its position the store knows the log of each partition again (`markOf` the last one is best), so that nothing is
   * skipped when another log takes its place. Without it only a log that is shorter is noticed.
   */
  marksOf?(topic: string, partitions: readonly number[]): Promise<ReadonlyMap<number, Mark>>;
  /**
   * Applies a batch; tries until it can and calls `keepAlive` in between, which throws when the partition may be another's.
   * Answers the position of the store afterwards.
   */
  handle(batch: RecordBatch, keepAlive: () => Promise<void>): Promise<Handled>;
};

type ConsumerOptions = {
  readonly kafka: Kafka;
  readonly groupId: string;
  readonly topics: readonly string[];
  readonly handler: BatchHandler;
  readonly log?: Log;
  /** The consumer has died and will not recover on its own. */
  readonly onDeath: (reason: Error) => void;
  /** Told of the partitions that are not read, because Kafka does not hold any more what was read of them, each with a sentence. */
  readonly onLosses?: (losses: Losses) => void;
};

const pauseBeforeSeek = 100;
const patienceToLeave = 4_000;
/** A commit costs the broker as much as a batch. */
const tellEvery = 5_000;

/** A member of a consumer group whose positions are kept by its store; Kafka is told of them as information only. */
export class ConsumerRunner {
  private readonly consumer: Consumer;
  private readonly positions: PartitionPositions;
  private readonly logs: Logs;
  private readonly log: Log;
  private readonly untold = new Map<string, TopicPartitionOffset>();
  private telling: NodeJS.Timeout | undefined;
  private stopping = false;
  private hasGroup = false;
  private memberId = '';

  constructor(private readonly options: ConsumerOptions) {
    this.log = options.log ?? silent;
    this.consumer = options.kafka.consumer({
      groupId: options.groupId,
      sessionTimeout: 6_000,
      rebalanceTimeout: 15_000,
      heartbeatInterval: 1_500,
      // A seek waits for the fetch that is under way.
      maxWaitTimeInMs: 500,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 200, maxRetryTime: 1_000, retries: 8, restartOnFailure: async () => !this.stopping },
    });
    this.positions = new PartitionPositions(options.handler, (place, offset) => {
      // Between two groups there is nothing to seek in, and the next one begins with asking where the store stands.
      if (this.hasGroup) {
        this.consumer.seek({ ...place, offset: offset.toString() });
      }
    });
    this.logs = new Logs({
      held: new HeldLog(options.kafka),
      connections: () => connectionsOf(options.kafka),
      handler: options.handler,
      positions: this.positions,
      consumer: this.consumer,
      log: this.log,
      onLosses: options.onLosses,
    });
  }

  /** Joins the group and begins to read. */
  async start(): Promise<void> {
    const { events } = this.consumer;
    this.consumer.on(events.GROUP_JOIN, ({ payload }) => {
      this.log.info({ assignment: payload.memberAssignment }, 'partitions assigned');
      this.hasGroup = true;
      this.memberId = payload.memberId;
      if (this.stopping) {
        // A restart after a crash was under way when we were stopped.
        this.consumer.disconnect().catch(() => undefined);
        return;
      }
      this.positions.assign(payload.memberAssignment).catch(this.options.onDeath);
      this.logs.assigned();
    });
    this.consumer.on(events.STOP, () => {
      this.hasGroup = false;
    });
    this.consumer.on(events.CRASH, ({ payload }) => {
      this.log.warn({ err: payload.error, restart: payload.restart }, 'the consumer crashed');
      if (!payload.restart && !this.stopping) {
        this.options.onDeath(payload.error);
      }
      this.leaveAsBefore();
    });
    try {
      await this.consumer.connect();
      await this.consumer.subscribe({ topics: [...this.options.topics], fromBeginning: true });
      await this.consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 3,
        eachBatch: (payload) => this.take(payload),
      });
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** To be called now and then where the store may be emptied while nothing new comes: reads such partitions again. */
  beginAgainWhereEmptied(): Promise<void> {
    return this.positions.beginAgainWhereEmptied();
  }

  /** Leaves the group; when Kafka does not answer, the group notices on its own that a member is gone. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.telling);
    await within(patienceToLeave, this.consumer.disconnect()).catch((error: unknown) =>
      this.log.warn({ err: error }, 'the consumer could not leave its group'),
    );
    await this.logs.stop();
  }

  /** Who comes back after a crash is another member; the group need not wait for the former one. */
  private leaveAsBefore(): void {
    const { memberId } = this;
    const { kafka, groupId } = this.options;
    if (memberId !== '') {
      const isNeeded = () => !this.stopping && this.memberId === memberId;
      void leaveLate({ open: () => openCluster(kafka), groupId, memberId, isNeeded });
    }
  }

  private async take({ batch, resolveOffset, heartbeat, isRunning, isStale }: EachBatchPayload): Promise<void> {
    const { topic, partition } = batch;
    // Kept by kafkajs on every batch but missing in its types: where this fetch was to begin.
    const { fetchedOffset } = batch as typeof batch & { fetchedOffset: string };
    const position = BigInt(fetchedOffset);
    if (!isRunning() || isStale()) {
      return;
    }
    const follows = this.positions.follows({ topic, partition }, position);
    if (!(await this.logs.holds({ topic, partition }, follows)) || !follows) {
      // Not at once again: while Kafka cannot be asked, this repeats itself.
      await delay(pauseBeforeSeek);
      return;
    }
    const next = BigInt(batch.lastOffset()) + 1n;
    const records = batch.messages.map((message) => placedRecordOf(topic, partition, message));
    const keepAlive = async () => {
      if (!isRunning()) {
        throw new Error('the consumer is stopping');
      }
      await heartbeat();
    };
    const handled = await this.options.handler.handle({ topic, partition, records, position, next }, keepAlive);
    if (handled.position === next) {
      resolveOffset(batch.lastOffset());
      this.positions.advance({ topic, partition }, next);
      this.tell(topic, partition, next);
    } else {
      this.positions.moveTo({ topic, partition }, handled.position);
    }
  }

  /** Only so that Kafka's own tools show how far the projector is; a failure says nothing. */
  private tell(topic: string, partition: number, next: bigint): void {
    this.untold.set(`${topic}/${partition}`, { topic, partition, offset: next.toString() });
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      const offsets = [...this.untold.values()];
      this.untold.clear();
      this.consumer.commitOffsets(offsets).catch(() => undefined);
    }, tellEvery).unref();
  }
}
