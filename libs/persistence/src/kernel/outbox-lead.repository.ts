import pg from 'pg';
import { channels, locks } from './locks.js';
import type { Sql } from './database.js';

const connectPatience = 5_000;

/**
 * The one connection through which the outbox may be sent. It holds a lock of the session: when it breaks, another
 * process may lead, and this one learns of it with its next statement, before it could mark anything as sent.
 */
export class OutboxLead {
  private constructor(private readonly client: pg.Client) {}

  /** Connects and listens; `onNotice` is called when the outbox has grown and when the connection is lost. */
  static async connect(url: string, onNotice: () => void): Promise<OutboxLead> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'relais-outbox',
      connectionTimeoutMillis: connectPatience,
      keepAlive: true,
    });
    client.on('error', onNotice);
    client.on('end', onNotice);
    client.on('notification', onNotice);
    try {
      await client.connect();
      await client.query(`LISTEN ${channels.outbox}`);
      return new OutboxLead(client);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** SQL on this very connection. */
  readonly sql: Sql = {
    query: async <Row>(statement: string, parameters: readonly unknown[] = []) =>
      (await this.client.query(statement, [...parameters])).rows as Row[],
  };

  /** True when this process leads now; false when another does. */
  async tryToLead(): Promise<boolean> {
    const [row] = await this.sql.query<{ leads: boolean }>('SELECT pg_try_advisory_lock($1) AS leads', [locks.outbox]);
    return row?.leads ?? false;
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}
