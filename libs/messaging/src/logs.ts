import type { Consumer } from 'kafkajs';
import type { Log } from './client.js';
import type { BatchHandler } from './consumer.js';
import type { HeldLog } from './held-log.js';
import { idOf, type Partition, type PartitionPositions } from './positions.js';
import { within } from './within.js';

/** Partitions that are not read, `topic/partition` each, with a sentence about what is lost. */
export type Losses = ReadonlyMap<string, string>;

/** A partition that is not read, as others are told of it. */
export type LostPlace = { readonly place: string; readonly reason: string };

/** What is lost, as others are told of it. */
export function lostPlaces(losses: Losses): LostPlace[] {
  return [...losses].map(([place, reason]) => ({ place, reason }));
}

type LogsOptions = {
  readonly held: Pick<HeldLog, 'lossOf' | 'stop'>;
  /** Grows when whoever answers may be another one. */
  readonly connections: () => number;
  readonly handler: Pick<BatchHandler, 'marksOf'>;
  readonly positions: Pick<PartitionPositions, 'of' | 'has' | 'renew'>;
  readonly consumer: Pick<Consumer, 'pause' | 'resume'>;
  readonly log: Log;
  readonly onLosses?: (losses: Losses) => void;
};

const lookAgainAfter = 1_000;
const patienceToStop = 2_000;

/**
 * Keeps a consumer from reading on in a log that is not the one it has read from: one that was lost and begun anew, cut off, or brought
 * back from an older backup. Such a partition stands still until Kafka holds the former log again, or the store begins anew.
 */
export class Logs {
  /** As of which connection each partition was found to be as it was. */
  private readonly found = new Map<string, number>();
  private readonly lost = new Map<string, { readonly partition: Partition; readonly reason: string }>();
  private looking: NodeJS.Timeout | undefined;
  private look: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly options: LogsOptions) {}

  /** The consumer has got partitions; which are lost is seen when it reads. */
  assigned(): void {
    this.found.clear();
    for (const [id, { partition }] of this.lost) {
      this.options.consumer.resume([of(partition)]);
      if (!this.options.positions.has(partition)) {
        this.lost.delete(id);
      }
    }
    this.tell();
  }

  /**
   * Whether what comes next may be read.
   * @param surely false when Kafka gave something else than what comes next, which it does when it holds that no more
   */
  async holds(partition: Partition, surely = true): Promise<boolean> {
    const id = idOf(partition);
    if (this.options.positions.of(partition) === undefined) {
      return false;
    }
    // Before it is looked: a connection that is made meanwhile is not the one that was found right.
    const connection = this.options.connections();
    if (surely && this.found.get(id) === connection) {
      return true;
    }
    try {
      const reason = await this.lossOf(partition);
      if (reason === undefined) {
        this.found.set(id, connection);
        return true;
      }
      this.lose(partition, reason);
    } catch (error) {
      this.options.log.warn(
        { err: error, place: id },
        'whether Kafka holds what was read cannot be seen, trying again',
      );
    }
    return false;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.looking);
    await within(patienceToStop, this.look ?? Promise.resolve()).catch(() => undefined);
    await this.options.held.stop();
  }

  private async lossOf({ topic, partition }: Partition): Promise<string | undefined> {
    const next = this.options.positions.of({ topic, partition }) ?? 0n;
    if (next === 0n) {
      return undefined;
    }
    const marks = await this.options.handler.marksOf?.(topic, [partition]);
    return this.options.held.lossOf({ topic, partition, next, mark: marks?.get(partition) });
  }

  private lose(partition: Partition, reason: string): void {
    const id = idOf(partition);
    const before = this.lost.get(id);
    this.lost.set(id, { partition, reason });
    this.found.delete(id);
    this.options.consumer.pause([of(partition)]);
    if (before?.reason !== reason) {
      this.options.log.warn({ place: id, fault: reason }, 'records are lost, the partition is not read');
      this.tell();
    }
    this.lookLater();
  }

  private lookLater(): void {
    this.looking ??= setTimeout(() => {
      this.look = this.lookAgain();
    }, lookAgainAfter).unref();
  }

  /** Kafka may have been restored, and the store may have begun anew. */
  private async lookAgain(): Promise<void> {
    const { consumer, positions, log } = this.options;
    for (const [id, { partition }] of this.lost) {
      try {
        await positions.renew(partition);
        if (this.stopped) {
          return;
        }
        const reason = await this.lossOf(partition);
        if (!this.lost.has(id)) {
          continue;
        }
        if (reason !== undefined) {
          this.lost.set(id, { partition, reason });
        } else if (this.lost.delete(id)) {
          consumer.resume([of(partition)]);
          log.info({ place: id }, 'the partition is read again');
        }
      } catch (error) {
        log.warn({ err: error, place: id }, 'whether Kafka holds what was read cannot be seen, trying again');
      }
    }
    this.tell();
    this.looking = undefined;
    if (this.lost.size > 0 && !this.stopped) {
      this.lookLater();
    }
  }

  private tell(): void {
    this.options.onLosses?.(new Map([...this.lost].map(([id, { reason }]) => [id, reason])));
  }
}

function of({ topic, partition }: Partition): { topic: string; partitions: number[] } {
  return { topic, partitions: [partition] };
}
