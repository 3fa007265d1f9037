import { unusedTimes } from '#domain/people';
import type { Database } from '../kernel/database.js';
import { locks } from '../kernel/locks.js';
import { appendAudit } from './audit-trail.repository.js';

const { months, days } = unusedTimes;

/** Nobody else who is there manages what this membership manages: it stays, or nobody could come back. */
const isNeeded = `EXISTS (SELECT FROM unnest(m.roles) AS role
  WHERE role IN ('administrator', 'organisation-administrator')
    AND NOT EXISTS (SELECT FROM relais.membership o LEFT JOIN relais.membership_use used USING (membership_id)
                     WHERE o.membership_id <> m.membership_id AND role = ANY (o.roles)
                     AND o.valid_from <= now() AND o.valid_until IS NULL AND used.asked_at IS NULL
                     AND (role = 'administrator' OR o.organisation_id = m.organisation_id)))`;

/** Whoever is away is not there, and has said so: their membership is in use. */
const isAway = `EXISTS (SELECT FROM relais.absence a WHERE a.membership_id = m.membership_id
  AND a.valid_from <= now() AND a.valid_until > now())`;

/** Memberships that nobody uses: first their administrators are asked, then they end. */
export class UnusedMembershipRepository {
  constructor(private readonly database: Database) {}

  /** Asks about those under which nobody was there for months; answers how many are new. */
  async ask(): Promise<number> {
    return this.database.transaction(async (sql) => {
      const asked = await sql.query<{ id: string }>(
        `INSERT INTO relais.membership_use AS known (membership_id, used_at, asked_at)
         SELECT m.membership_id, coalesce(u.used_at, m.valid_from), now()
           FROM relais.membership m LEFT JOIN relais.membership_use u USING (membership_id)
          WHERE m.valid_from <= now() AND m.valid_until IS NULL AND u.asked_at IS NULL
            AND coalesce(u.used_at, m.valid_from) < now() - make_interval(months => $1) AND NOT ${isAway}
         ON CONFLICT (membership_id) DO UPDATE SET asked_at = excluded.asked_at WHERE known.used_at = excluded.used_at
         RETURNING membership_id AS id`,
        [months],
      );
      for (const { id } of asked) {
        await appendAudit(sql, { personId: null, action: 'membership-asked-about', about: ['membership', id] });
      }
      return asked.length;
    });
  }

  /** Ends those that were asked about and neither used nor kept since; answers how many. */
  async end(): Promise<number> {
    return this.database.transaction(async (sql) => {
      await sql.query('SELECT pg_advisory_xact_lock($1)', [locks.members]);
      const ended = await sql.query<{ id: string }>(
        `UPDATE relais.membership m SET valid_until = now() FROM relais.membership_use u
          WHERE u.membership_id = m.membership_id AND m.valid_until IS NULL AND m.valid_from < now()
            AND u.asked_at < now() - make_interval(days => $1) AND NOT ${isNeeded}
            AND NOT ${isAway}
          RETURNING m.membership_id AS id`,
        [days],
      );
      for (const { id } of ended) {
        await appendAudit(sql, {
          personId: null,
          action: 'membership-ended',
          about: ['membership', id],
          detail: 'unused',
        });
      }
      return ended.length;
    });
  }
}
