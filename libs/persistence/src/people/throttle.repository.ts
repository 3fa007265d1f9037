import type { Sql } from '../kernel/database.js';

/** How often something was asked for in the window that runs, this time included, and the seconds until the next one begins. */
export type Taken = { readonly count: number; readonly secondsLeft: number };

/** Counts what is asked for in windows of time. */
export class ThrottleRepository {
  constructor(private readonly sql: Sql) {}

  /** Counts once more under a key, and clears away windows that are over. */
  async take(key: string, minutes: number): Promise<Taken> {
    const [taken] = await this.sql.query<{ count: number; seconds: number }>(
      `WITH cleared AS (DELETE FROM relais.throttle WHERE window_start < now() - interval '1 hour')
       INSERT INTO relais.throttle AS t (key, window_start, count)
       VALUES ($1, date_bin(make_interval(mins => $2), now(), timestamptz 'epoch'), 1)
       ON CONFLICT (key, window_start) DO UPDATE SET count = t.count + 1
       RETURNING count, ceil(extract(epoch FROM window_start + make_interval(mins => $2) - now()))::int AS seconds`,
      [key, minutes],
    );
    return { count: taken?.count ?? 1, secondsLeft: taken?.seconds ?? minutes * 60 };
  }
}
