import pg from 'pg';
import { channels } from '../locks.js';

const firstPause = 200;
const longestPause = 5_000;

/** One connection of the process that hears of changes and of sessions that ended; it comes back by itself when PostgreSQL was away. */
export class FeedListener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private pause = firstPause;
  private stopped = false;

  /**
   * `onChange` is called at every notice and after every (re)connection, since notices may have been missed; `onSignOut` with
   * the hexadecimal hash of a session that was ended by any process.
   */
  constructor(
    private readonly url: string,
    private readonly onChange: () => void,
    private readonly onSignOut: (session: string) => void = () => undefined,
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
    client.on('notification', ({ channel, payload }) =>
      channel === channels.sessions ? this.onSignOut(payload ?? '') : this.onChange(),
    );
    client.on('error', () => undefined);
    client.on('end', () => this.reconnectLater(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${channels.feed}; LISTEN ${channels.sessions}`);
      this.pause = firstPause;
      this.onChange();
    } catch {
      await client.end().catch(() => undefined);
      this.reconnectLater(client);
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
