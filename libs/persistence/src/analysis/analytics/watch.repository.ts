import type { Sql } from '../../kernel/database.js';
import { analyticsRole } from './access.js';

/** A session of a reader that went too far. */
export type Trespass = {
  readonly pid: number;
  readonly role: string;
  readonly reason: 'statement' | 'transaction' | 'lock';
  /** The statement that runs, told apart from later ones of the session; null when none runs. */
  readonly running: string | null;
};

/**
 * Readers' sessions with a statement older than `seconds`, with a transaction twice as old, or with an advisory lock, which could stop
 * Relais. A setting of PostgreSQL would not do: a session changes its own timeouts.
 */
export async function findTrespasses(sql: Sql, seconds: number): Promise<Trespass[]> {
  return sql.query<Trespass>(
    `WITH RECURSIVE reader(oid) AS (
       SELECT oid FROM pg_roles WHERE rolname = $1
       UNION SELECT membership.member FROM pg_auth_members membership JOIN reader ON membership.roleid = reader.oid),
     judged AS (
       SELECT activity.pid, activity.usename AS role,
              CASE WHEN EXISTS (SELECT FROM pg_locks held WHERE held.pid = activity.pid AND held.locktype = 'advisory') THEN 'lock'
                   WHEN clock_timestamp() - xact_start > make_interval(secs => 2 * $2::float8) THEN 'transaction'
                   WHEN state = 'active' AND clock_timestamp() - query_start > make_interval(secs => $2::float8) THEN 'statement'
               END AS reason,
              CASE state WHEN 'active' THEN activity.pid || ' since ' || query_start END AS running
         FROM pg_stat_activity activity JOIN reader ON reader.oid = activity.usesysid
        WHERE datname = current_database() AND usename <> current_user)
     SELECT pid, role, reason, running FROM judged WHERE reason IS NOT NULL ORDER BY pid`,
    [analyticsRole, seconds],
  );
}

/** Stops what a session does, or the session; it may have ended meanwhile. */
export async function stopTrespass(sql: Sql, pid: number, action: 'cancel' | 'terminate'): Promise<void> {
  await sql.query(action === 'cancel' ? 'SELECT pg_cancel_backend($1)' : 'SELECT pg_terminate_backend($1)', [pid]);
}
