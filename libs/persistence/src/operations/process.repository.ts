import type { HeartbeatStore, SignOfLife } from '#runtime';
import type { Sql } from '../kernel/database.js';

/** How long a process that went silent is remembered. */
const remembered = '10 minutes';

/** Signs of life of the running processes. All times are the database's: the processes' clocks need not agree. */
export class ProcessRepository implements HeartbeatStore {
  constructor(private readonly sql: Sql) {}

  /** Notes that a process lives and forgets those that are long gone, and its predecessor at the same place. */
  async tell(sign: SignOfLife): Promise<void> {
    const { processId, kind, host, port, version, uptime, clock, memoryBytes, ready, checks, faults, figures } = sign;
    await this.sql.query(
      `INSERT INTO relais.process AS p (process_id, kind, host, port, version, started_at, seen_at, clock_ahead,
                                        memory_bytes, ready, checks, faults, figures)
       VALUES ($1, $2, $3, $4, $5, now() - make_interval(secs => $6), now(),
               extract(epoch FROM $7::timestamptz - clock_timestamp()), $8, $9, $10::jsonb, $11::jsonb, $12::jsonb)
       ON CONFLICT (process_id) DO UPDATE
         SET seen_at = excluded.seen_at, clock_ahead = excluded.clock_ahead, memory_bytes = excluded.memory_bytes,
             ready = excluded.ready, checks = excluded.checks, faults = excluded.faults, figures = excluded.figures`,
      [
        processId,
        kind,
        host,
        port,
        version,
        uptime,
        clock,
        memoryBytes,
        ready,
        JSON.stringify(checks),
        JSON.stringify(faults),
        JSON.stringify(figures),
      ],
    );
    await this.sql.query(
      `DELETE FROM relais.process
        WHERE seen_at < now() - $1::interval
           OR (kind = $2 AND host = $3 AND port = $4 AND process_id <> $5 AND seen_at < now() - make_interval(secs => $6))`,
      [remembered, kind, host, port, processId, uptime],
    );
  }

  async leave(processId: string): Promise<void> {
    await this.sql.query('DELETE FROM relais.process WHERE process_id = $1', [processId]);
  }
}
