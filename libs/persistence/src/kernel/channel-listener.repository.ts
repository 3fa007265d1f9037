import pg from 'pg';

const firstPause = 200;
const longestPause = 5_000;

/** What hears of notices. */
export type Hearing = {
  /** Shown by PostgreSQL beside the connection. */
  readonly program: string;
  readonly channels: readonly string[];
  readonly onNotice: (channel: string, payload: string) => void;
  /** Called after every (re)connection, since notices may have been missed. */
  readonly onConnected?: () => void;
};

/** One connection of the process that listens for notices; it reconnects on its own after PostgreSQL was away. */
export class ChannelListener {
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
    const { program, channels, onNotice, onConnected } = this.hearing;
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
      application_name: program,
    });
    this.client = client;
    client.on('notification', ({ channel, payload }) => onNotice(channel, payload ?? ''));
    client.on('error', () => undefined);
    client.on('end', () => this.reconnectLater(client));
    try {
      await client.connect();
      await client.query(channels.map((channel) => `LISTEN ${channel}`).join('; '));
      this.pause = firstPause;
      onConnected?.();
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
