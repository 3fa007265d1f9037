import { invitationTimes } from '#domain/people';
import type { Database } from '../kernel/database.js';
import { locks } from '../kernel/locks.js';

/**
 * Keeps the invitation of the first administrator, to whoever holds its link, in place of those of before; answers whether it is needed:
 * once somebody administers the installation who can sign in it is not, unless it is for `another`: the only one may have lost their
 * passkey. Nobody can sign in as those of the demonstration, outside
 * development: no letter reaches their addresses (RFC 2606).
 */
export async function inviteFirstAdministrator(database: Database, hash: Buffer, another = false): Promise<boolean> {
  return database.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [locks.members]);
    await sql.query(
      `UPDATE relais.invitation SET withdrawn_at = now()
        WHERE mail IS NULL AND invited_by IS NULL AND accepted_at IS NULL AND withdrawn_at IS NULL`,
    );
    const added = await sql.query(
      `INSERT INTO relais.invitation (secret_hash, language, roles, expires_at)
       SELECT $1, 'fr', '{administrator}', now() + make_interval(hours => ${invitationTimes.firstHours})
        WHERE $2 OR NOT EXISTS (SELECT FROM relais.membership JOIN relais.person p USING (person_id)
                           WHERE 'administrator' = ANY (roles) AND relais.holds_now(valid_from, valid_until)
                             AND (p.mail NOT LIKE '%.example' OR EXISTS (SELECT FROM relais.account a WHERE a.person_id = p.person_id)))
       RETURNING 1`,
      [hash, another],
    );
    return added.length > 0;
  });
}
