import type { AnalysisEvent } from '#contracts/analysis';
import { withoutHidden } from '#contracts/catalogue';
import type { ArchiveEventRepository } from '#persistence/analysis';
import type { SessionRepository } from '#persistence/people';
import type { Gauge, Logger } from '#runtime';
import { Audience } from '../kernel/live/audience.js';
import { RepeatedReading } from '../kernel/live/repeated-reading.js';
import type { Missed, TailClient } from './tail-client.js';

const page = 500;
/** Events of a longer absence are counted and not sent. */
export const mostReplayed = 500;
const tickEvery = 1_000;
/** In ticks. */
const beatEvery = 15;

type Sources = {
  readonly events: Pick<ArchiveEventRepository, 'findNewest' | 'readAfter' | 'readMissed'>;
  readonly sessions: SessionRepository;
};
type Senses = { readonly logger: Logger; readonly clients: Gauge };

/** Tells all tails of this process what comes into the archive, from one reading of it; while there are none, nothing is read. */
export class TailHub {
  private readonly clients: Audience<TailClient>;
  private readonly reading: RepeatedReading;
  private position = 0;
  private ticks = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sources: Sources,
    private readonly senses: Senses,
  ) {
    this.clients = new Audience(sources.sessions, senses.clients, (error) =>
      senses.logger.warn({ err: error }, 'sessions of tails cannot be checked'),
    );
    this.reading = new RepeatedReading(
      () => this.read(),
      (error) => senses.logger.warn({ err: error }, 'the archive cannot be read'),
    );
  }

  start(): void {
    this.timer = setInterval(() => this.tick(), tickEvery);
    this.timer.unref();
  }

  /** Ends all tails; their clients reconnect elsewhere or later. */
  stop(): void {
    this.reading.stop();
    clearInterval(this.timer);
    this.clients.endAll();
  }

  /** The archive may have grown; without clients there is no need to look. */
  changed(): void {
    if (this.clients.size > 0) {
      void this.reading.want();
    }
  }

  /**
   * Adds a client, first telling what it missed since a position, if one is given.
   * @throws TooSlow when what it missed cannot be found in time
   */
  async add(client: TailClient, after: number | undefined): Promise<void> {
    await this.catchUpWith(after);
    // A rebuilt archive counts anew: a position beyond its end is of the one before.
    let from = Math.min(after ?? this.position, this.position);
    let missed: Missed = { skipped: 0, events: [] };
    // While one reads, more may come; once nothing did, the client is added in the same moment.
    while (from < this.position) {
      const range = { after: from, upTo: this.position };
      missed = joined(missed, await this.sources.events.readMissed(client.filter, range, mostReplayed));
      from = range.upTo;
    }
    if (client.isGone()) {
      return;
    }
    this.clients.add(client);
    // Its rights were asked before it was one of those that are told of a change.
    this.rightsChanged(client.holder.signedIn.person.personId);
    client.begin(from, { ...missed, events: missed.events.map(shown) });
    // Without clients notices were not heeded.
    this.changed();
  }

  remove(client: TailClient): void {
    this.clients.remove(client);
  }

  endSession(session: string): void {
    this.clients.endSession(session);
  }

  /** What a person may do, or anybody, may have changed. */
  rightsChanged(personId?: string): void {
    void this.clients.recheck(personId);
  }

  /** Something about a tail failed that nobody waits for. */
  complain(error: unknown): void {
    this.senses.logger.warn({ err: error }, 'the end of a tail is not written down');
  }

  /** Without clients this process knows nothing of the archive, and a client that comes from another may have been told more. */
  private async catchUpWith(after: number | undefined): Promise<void> {
    if (this.clients.size === 0) {
      const newest = await this.sources.events.findNewest();
      // Another may have come first, and is told from where it began.
      this.position = this.clients.size === 0 ? newest : this.position;
    } else if (after !== undefined && after > this.position) {
      await this.reading.want();
    }
  }

  private async read(): Promise<void> {
    for (let more = true; more && this.clients.size > 0;) {
      const from = this.position;
      const events = await this.sources.events.readAfter(from, page);
      // Another reading of the position happened meanwhile; what was read may have been told.
      if (from === this.position) {
        await this.tell(events);
      }
      more = events.length === page;
    }
  }

  private async tell(events: readonly AnalysisEvent[]): Promise<void> {
    if (events.length === 0) {
      const newest = await this.sources.events.findNewest();
      this.position = newest < this.position ? newest : this.position;
    }
    for (const event of events.map(shown)) {
      this.position = event.position;
      for (const client of this.clients) {
        client.deliver(event);
      }
    }
  }

  private tick(): void {
    for (const client of this.clients) {
      client.tick();
    }
    void this.clients.recheckDue(Date.now());
    this.ticks += 1;
    if (this.ticks % beatEvery === 0) {
      this.beat();
    }
  }

  /** Also looks for what a lost notice would have said, and for sessions that ended elsewhere. */
  private beat(): void {
    for (const client of this.clients) {
      client.beat();
    }
    this.changed();
    this.rightsChanged();
  }
}

/** Also of events that were archived before a field was marked as hidden. */
function shown(event: AnalysisEvent): AnalysisEvent {
  return { ...event, data: withoutHidden(event.data) };
}

/** What was missed in one stretch and in the next, no more than is replayed. */
function joined(one: Missed, next: Missed): Missed {
  const events = [...(next.skipped > 0 ? [] : one.events), ...next.events];
  const all = one.skipped + one.events.length + next.skipped + next.events.length;
  const kept = events.slice(-mostReplayed);
  return { events: kept, skipped: all - kept.length };
}
