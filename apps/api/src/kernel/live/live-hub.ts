import type { FeedRepository, FeedRow } from '#persistence/kernel';
import type { SessionRepository } from '#persistence/people';
import type { Gauge, Logger } from '#runtime';
import { scopeOf } from '../session/scope.js';
import { Audience } from './audience.js';
import type { IdOf, LiveClient } from './live-client.js';
import type { FeedPosition, Positions } from './positions.js';
import { RepeatedReading } from './repeated-reading.js';

const page = 500;
/** A longer absence is told as `resync`: fetching again costs less than so many messages. */
const longestReplay = 2_000;
/** Whoever hears nothing for two of these is offline, and says so. */
const beatEvery = 1_000;
const checkEvery = 15_000;
/** Figures may have moved: said at most so often, whatever happens. */
const monitoringEvery = 500;

type Sources = {
  readonly feed: FeedRepository;
  readonly sessions: SessionRepository;
  readonly positions: Positions;
  /** Of the web application that is served. */
  readonly build: string | null;
};
type Senses = { readonly logger: Logger; readonly clients: Gauge };

/** Tells all live clients of this process what changes, from one reading of the feed. */
export class LiveHub {
  private readonly clients: Audience<LiveClient>;
  private readonly reading: RepeatedReading;
  private generation: string | undefined;
  private position = 0;
  private lastMonitoring = 0;
  private readonly timers: { beat?: NodeJS.Timeout; check?: NodeJS.Timeout; monitoring?: NodeJS.Timeout } = {};

  constructor(
    private readonly sources: Sources,
    private readonly senses: Senses,
  ) {
    this.clients = new Audience(sources.sessions, senses.clients, (error) =>
      senses.logger.warn({ err: error }, 'sessions of live clients cannot be checked'),
    );
    this.reading = new RepeatedReading(
      () => this.read(),
      (error) => senses.logger.warn({ err: error }, 'the feed cannot be read'),
    );
  }

  start(): void {
    this.timers.beat = setInterval(() => this.beat(), beatEvery).unref();
    this.timers.check = setInterval(() => this.check(), checkEvery).unref();
  }

  /** Ends all streams; their clients reconnect elsewhere or later. */
  stop(): void {
    this.reading.stop();
    clearInterval(this.timers.beat);
    clearInterval(this.timers.check);
    clearTimeout(this.timers.monitoring);
    this.clients.endAll();
  }

  /** The feed may have grown. */
  changed(): void {
    void this.reading.want();
  }

  /** Adds a client, first replaying what it missed since `lastEventId`. */
  async add(client: LiveClient, lastEventId: string | undefined): Promise<void> {
    const from = lastEventId === undefined ? undefined : this.sources.positions.open(lastEventId);
    await this.catchUpWith(from);
    const { position: known } = this;
    // From here on it remembers what happens; it is told once it has begun.
    this.clients.add(client);
    try {
      const last = await this.sources.feed.findLast(known, scopeOf(client.viewer));
      // While replaying, a lost connection must resume where the client was.
      client.begin(from === undefined || lastEventId === undefined ? this.idOf(last) : lastEventId, last);
      // Its rights were asked before it was one of those that are told of a change.
      this.rightsChanged(client.holder.signedIn.person.personId);
    } catch (error) {
      this.remove(client);
      throw error;
    }
    if (lastEventId === undefined) {
      client.catchUp([], this.idOf);
      return;
    }
    try {
      const missed = from && (await this.missedSince(from, known, client));
      if (missed === undefined) {
        client.resync(this.idOf);
        return;
      }
      client.catchUp(missed, this.idOf);
    } catch (error) {
      this.senses.logger.warn({ err: error }, 'live replay failed');
      client.resync(this.idOf);
    }
  }

  remove(client: LiveClient): void {
    this.clients.remove(client);
  }

  endSession(session: string): void {
    this.clients.endSession(session);
  }

  /** What a person may do, or anybody, may have changed. */
  rightsChanged(personId?: string): void {
    void this.clients.recheck(personId);
  }

  /** A rebuild begins a feed with positions of its own, hence the generation. */
  private readonly idOf: IdOf = (position) =>
    this.sources.positions.seal({ generation: this.generation ?? '0', position });

  /** Before its first reading this process knows nothing of the feed, and a client that comes from another may have been told more. */
  private async catchUpWith(from: FeedPosition | undefined): Promise<void> {
    const isAhead = from !== undefined && (from.generation !== this.generation || from.position > this.position);
    if (this.generation === undefined || isAhead) {
      await this.reading.want();
    }
  }

  /** The changes that a client missed from its last one up to the known position; undefined when they cannot be told. */
  private async missedSince(from: FeedPosition, known: number, client: LiveClient): Promise<FeedRow[] | undefined> {
    if (this.generation === undefined || from.generation !== this.generation || from.position > known) {
      return undefined;
    }
    if (from.position === known) {
      return [];
    }
    const { oldest } = await this.sources.feed.getEnds();
    if (from.position < oldest - 1) {
      return undefined;
    }
    const scope = scopeOf(client.viewer);
    const rows = await this.sources.feed.findBetween(from.position, known, scope, longestReplay + 1);
    return rows.length > longestReplay ? undefined : rows;
  }

  private async read(): Promise<void> {
    for (let more = true; more;) {
      const { generation, newest, rows } = await this.sources.feed.readAfter(this.position, page);
      if (generation !== this.generation) {
        this.generation = generation;
        this.position = newest;
        for (const client of this.clients) {
          // One that has not begun will find out by itself.
          if (client.begun) {
            client.resync(this.idOf);
          }
        }
        return;
      }
      if (rows.length > 0) {
        this.tell(rows);
      }
      more = rows.length === page;
    }
  }

  private tell(rows: readonly FeedRow[]): void {
    for (const row of rows) {
      this.position = row.position;
      for (const client of this.clients) {
        client.deliver(row, this.idOf);
      }
    }
    if (rows.some((row) => row.stream === 'cases')) {
      this.tellMonitoring();
    }
  }

  private tellMonitoring(): void {
    if (this.timers.monitoring !== undefined) {
      return;
    }
    const wait = Math.max(0, this.lastMonitoring + monitoringEvery - Date.now());
    this.timers.monitoring = setTimeout(() => {
      delete this.timers.monitoring;
      this.lastMonitoring = Date.now();
      for (const client of this.clients) {
        client.figuresMoved(this.idOf);
      }
    }, wait);
  }

  private beat(): void {
    for (const client of this.clients) {
      client.beat(this.sources.build);
    }
    void this.clients.recheckDue(Date.now());
  }

  /** Looks for what a lost notice would have said, and for sessions that ended elsewhere. */
  private check(): void {
    this.changed();
    this.rightsChanged();
  }
}
