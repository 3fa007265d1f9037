import { setTimeout as delay } from 'node:timers/promises';
import { streamOfTopic, toRecord, type EventPublisher } from '#messaging';
import { markPublished, OutboxLead, readWaiting, trimOutbox } from '#persistence/kernel';
import { reasonOf, type Logger } from '#runtime';

type RelayOptions = {
  readonly databaseUrl: string;
  readonly publisher: Pick<EventPublisher, 'send'>;
  /** Public address of the installation, named in the events. */
  readonly publicUrl?: string;
  readonly logger: Logger;
  readonly onPublished?: (events: number) => void;
};

const largestBatch = 500;
/** A notice can be missed while the connection is away. */
const longestSleep = 1_000;
const trimEvery = 3_600_000;
const firstPause = 100;
const longestPause = 3_000;

/** Publishes what PostgreSQL's own truth has to tell, in order. Of several relays one works and the others stand by. */
export class OutboxRelay {
  private stopped = false;
  private running: Promise<void> | undefined;
  private wake: () => void = () => undefined;
  /** Something may have changed since the outbox was read last. */
  private noticed = false;
  private fault: string | undefined;
  private pause = firstPause;
  private trimmedAt = 0;

  constructor(private readonly options: RelayOptions) {}

  /** Begins to relay; `stop` ends it, nothing else does. */
  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.notice();
    await this.running;
  }

  /** One sentence about why nothing is published at the moment, undefined when all is well. */
  trouble(): string | undefined {
    return this.fault;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.connectAndRelay();
      } catch (error) {
        this.fault = `the outbox waits: ${reasonOf(error)}`;
        this.options.logger.warn({ err: error, pause: this.pause }, 'the outbox cannot be published, trying again');
        // The notice of the lost connection must not make this a race.
        this.noticed = false;
        await this.sleep(this.pause);
        this.pause = Math.min(this.pause * 2, longestPause);
      }
    }
  }

  private async connectAndRelay(): Promise<void> {
    const lead = await OutboxLead.connect(this.options.databaseUrl, () => this.notice());
    try {
      while (!this.stopped && !(await lead.tryToLead())) {
        this.allIsWell();
        await this.sleep(longestSleep);
      }
      while (!this.stopped) {
        await this.trim(lead);
        if (!(await this.relaySome(lead))) {
          this.allIsWell();
          await this.sleep(longestSleep);
        }
      }
    } finally {
      await lead.close();
    }
  }

  /** False when nothing waited. */
  private async relaySome(lead: OutboxLead): Promise<boolean> {
    this.noticed = false;
    const waiting = await readWaiting(lead.sql, largestBatch);
    if (waiting.length === 0) {
      return false;
    }
    const { publisher, publicUrl } = this.options;
    await publisher.send(
      waiting.map(({ topic, event }) => ({ topic, ...toRecord(event, publicUrl, streamOfTopic(topic)) })),
    );
    await markPublished(
      lead.sql,
      waiting.map((one) => one.position),
    );
    this.options.onPublished?.(waiting.length);
    this.allIsWell();
    return true;
  }

  private async trim(lead: OutboxLead): Promise<void> {
    if (Date.now() - this.trimmedAt >= trimEvery) {
      await trimOutbox(lead.sql);
      this.trimmedAt = Date.now();
    }
  }

  private allIsWell(): void {
    this.fault = undefined;
    this.pause = firstPause;
  }

  private notice(): void {
    this.noticed = true;
    this.wake();
  }

  /** Ends early when something happens. */
  private async sleep(milliseconds: number): Promise<void> {
    if (this.noticed || this.stopped) {
      this.noticed = false;
      return;
    }
    const waking = new AbortController();
    this.wake = () => waking.abort();
    await delay(milliseconds, undefined, { signal: waking.signal }).catch(() => undefined);
    this.wake = () => undefined;
  }
}
