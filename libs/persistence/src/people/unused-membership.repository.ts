import type { Membership as Whole } from '#contracts/people';
import { onlyRoles, unusedTimes } from '#domain/people';
import type { Database, Sql } from '../kernel/database.js';
import { locks } from '../kernel/locks.js';
import { appendAudit } from './audit-trail.repository.js';
import { unsharedWorkOf } from './unshared-work.js';

type Membership = Pick<Whole, 'membershipId' | 'organisationId' | 'roles'>;

const { months, days } = unusedTimes;

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

  /**
   * Ends those that were asked about and neither used nor kept since; answers how many. One that is needed stays until its administrators say
   * who takes over: nobody else who is there would manage or coordinate, or a service would have open work and nobody.
   */
  async end(): Promise<number> {
    return this.database.transaction(async (sql) => {
      await sql.query('SELECT pg_advisory_xact_lock($1)', [locks.members]);
      const late = await sql.query<Membership>(
        `SELECT m.membership_id AS "membershipId", m.organisation_id AS "organisationId", m.roles
           FROM relais.membership m JOIN relais.membership_use u USING (membership_id)
          WHERE m.valid_until IS NULL AND m.valid_from < now() AND u.asked_at < now() - make_interval(days => $1) AND NOT ${isAway}
          ORDER BY u.asked_at, m.membership_id FOR UPDATE OF u`,
        [days],
      );
      const present = await presentMemberships(sql);
      let ended = 0;
      // One after the other: the last of two who share a service stays.
      for (const one of late) {
        const isNeeded = onlyRoles(one, present).length > 0 || (await unsharedWorkOf(sql, one.membershipId)).length > 0;
        if (!isNeeded) {
          ended += 1;
          await sql.query('UPDATE relais.membership SET valid_until = now() WHERE membership_id = $1', [
            one.membershipId,
          ]);
          const about = ['membership', one.membershipId] as const;
          await appendAudit(sql, { personId: null, action: 'membership-ended', about, detail: 'unused' });
        }
      }
      return ended;
    });
  }
}

/** Memberships that hold without an end, and about which nobody was asked. */
function presentMemberships(sql: Sql): Promise<Membership[]> {
  return sql.query(
    `SELECT m.membership_id AS "membershipId", m.organisation_id AS "organisationId", m.roles
       FROM relais.membership m LEFT JOIN relais.membership_use u USING (membership_id)
      WHERE m.valid_from <= now() AND m.valid_until IS NULL AND u.asked_at IS NULL`,
  );
}
