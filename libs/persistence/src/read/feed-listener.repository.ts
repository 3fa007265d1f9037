import pg from 'pg';
import { channels } from '../locks.js';

const firstPause = 200;
const longestPause = 5_000;

/** What is done when something is heard; each is also called after every (re)connection, since notices may have been missed. */
export type Hearing = {
  /** The feed of changes may have grown. */
  readonly feed: () => void;
  /** Events may have come into the archive. */
  readonly archive: () => void;
  /** A session was ended by some process; given is the hexadecimal hash of it. The one that is not called after a connection. */
  readonly sessions: (session: string) => void;
};

/** One connection of the process that hears of changes and of sessions that ended; it comes back by itself when PostgreSQL was away. */
export class FeedListener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private pause = firstPause;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly hearing: Hearing,
  ) {}

  /** Begins to listen; does not wait for the connection. */
  start(): void {
    void this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
      application_name: 'relais-feed-listener',
    });
    this.client = client;
    client.on('notification', ({ channel, payload }) => this.hear(channel, payload ?? ''));
    client.on('error', () => undefined);
    client.on('end', () => this.reconnectLater(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${channels.feed}; LISTEN ${channels.archive}; LISTEN ${channels.sessions}`);
      this.pause = firstPause;
      this.hearing.feed();
      this.hearing.archive();
    } catch {
      await client.end().catch(() => undefined);
      this.reconnectLater(client);
    }
  }

  private hear(channel: string, payload: string): void {
    switch (channel) {
      case channels.feed:
        return this.hearing.feed();
      case channels.archive:
        return this.hearing.archive();
      default:
        return this.hearing.sessions(payload);
    }
  }

  private reconnectLater(of: pg.Client): void {
    if (this.stopped || this.client !== of) {
      return;
    }
    this.client = undefined;
    this.timer = setTimeout(() => void this.connect(), this.pause);
    this.pause = Math.min(this.pause * 2, longestPause);
  }
}
