import type { Membership, UnsharedWork } from '#contracts/people';
import { leavesUnmanaged } from '#domain/people';
import type { Database, Sql } from '../kernel/database.js';
import { channels, locks } from '../kernel/locks.js';
import { appendAudit } from './audit-trail.repository.js';
import { lastingBut } from './member.repository.js';
import { isNotOver } from './persona-row.js';
import { unsharedWorkOf } from './unshared-work.js';

/** What keeps somebody from being erased: nobody else would manage, or work would be nobody's. */
export type ErasingHindrance =
  { readonly refusal: 'person-unknown' | 'erase-last-administrator' } | { readonly unshared: readonly UnsharedWork[] };

type OpenMembership = Pick<Membership, 'membershipId' | 'organisationId' | 'roles'>;

/** What is kept of a person beside their row, by the column that names them. */
const ownTables = [
  'account',
  'mail_change',
  'passkey',
  'provider_test',
  'sign_in_code',
  'sign_in_flow',
  'sign_in_wrong',
] as const;

/** How persons are erased; their id stays, as the pseudonym of who did what. */
export class ErasingRepository {
  constructor(private readonly database: Database) {}

  /** Erases what is kept of a person, unless something hinders it; whoever was erased before stays as they are. */
  erase(personId: string, by: string): Promise<ErasingHindrance | undefined> {
    return this.database.transaction(async (sql) => {
      await sql.query('SELECT pg_advisory_xact_lock($1)', [locks.members]);
      // Before the person, as whoever joins by one does.
      await sql.query(
        `SELECT 1 FROM relais.invitation
          WHERE accepted_by = $1 OR mail = (SELECT mail FROM relais.person WHERE person_id = $1) ORDER BY invitation_id FOR UPDATE`,
        [personId],
      );
      const [person] = await sql.query<{ mail: string | null; name: string | null }>(
        'SELECT mail, name FROM relais.person WHERE person_id = $1 FOR UPDATE',
        [personId],
      );
      if (person === undefined) {
        return { refusal: 'person-unknown' };
      }
      if (person.name === null) {
        return undefined;
      }
      const memberships = await sql.query<OpenMembership>(
        `SELECT membership_id AS "membershipId", organisation_id AS "organisationId", roles FROM relais.membership m
          WHERE person_id = $1 AND ${isNotOver('m')} ORDER BY valid_from, membership_id`,
        [personId],
      );
      const hindrance = await hindranceOf(sql, memberships);
      if (hindrance !== undefined) {
        return hindrance;
      }
      await endMemberships(sql, memberships);
      await clear(sql, personId);
      const unattended = await endAbsences(sql, personId);
      const withdrawn = await clearMail(sql, personId, person.mail);
      await clearLetters(sql, person.mail, person.name);
      // The last of it: from here on nothing new is kept of them.
      await sql.query(
        `UPDATE relais.person SET name = NULL, mail = NULL, language = 'fr', erased_at = now() WHERE person_id = $1`,
        [personId],
      );
      for (const { membershipId } of memberships) {
        const about = ['membership', membershipId] as const;
        await appendAudit(sql, { personId: by, action: 'membership-ended', about, detail: 'erased' });
      }
      for (const absent of unattended) {
        await appendAudit(sql, { personId: by, action: 'absence-ended', about: ['person', absent], detail: 'erased' });
      }
      for (const invitationId of withdrawn) {
        await appendAudit(sql, { personId: by, action: 'invitation-withdrawn', about: ['invitation', invitationId] });
      }
      await appendAudit(sql, { personId: by, action: 'person-erased', about: ['person', personId] });
      return undefined;
    });
  }
}

async function hindranceOf(sql: Sql, memberships: readonly OpenMembership[]): Promise<ErasingHindrance | undefined> {
  const others = await lastingBut(
    sql,
    memberships.map((one) => one.membershipId),
  );
  if (memberships.some((one) => leavesUnmanaged(one, [], others))) {
    return { refusal: 'erase-last-administrator' };
  }
  const unshared: UnsharedWork[] = [];
  for (const { membershipId } of memberships) {
    unshared.push(...(await unsharedWorkOf(sql, membershipId)));
  }
  return unshared.length > 0 ? { unshared } : undefined;
}

async function endMemberships(sql: Sql, memberships: readonly OpenMembership[]): Promise<void> {
  await sql.query(
    `UPDATE relais.membership SET valid_until = greatest(now(), valid_from + interval '1 millisecond')
      WHERE membership_id = ANY ($1::uuid[])`,
    [memberships.map((one) => one.membershipId)],
  );
}

/** Ends absences in which they have a part, and answers for whom nobody stands in any more. */
async function endAbsences(sql: Sql, personId: string): Promise<string[]> {
  const ended = await sql.query<{ absent: string }>(
    `DELETE FROM relais.absence a USING relais.membership m, relais.membership s
      WHERE m.membership_id = a.membership_id AND s.membership_id = a.substitute_membership_id
        AND $1 IN (m.person_id, s.person_id) RETURNING m.person_id AS absent`,
    [personId],
  );
  return ended.map(({ absent }) => absent).filter((absent) => absent !== personId);
}

/** Takes away how they come in, what they began, and what they kept for themselves. */
async function clear(sql: Sql, personId: string): Promise<void> {
  await sql.query(
    `WITH ended AS (DELETE FROM relais.session WHERE person_id = $1 RETURNING encode(session_hash, 'hex') AS session)
     SELECT pg_notify($2, session) FROM ended`,
    [personId, channels.sessions],
  );
  for (const table of ownTables) {
    await sql.query(`DELETE FROM relais.${table} WHERE person_id = $1`, [personId]);
  }
  await sql.query('DELETE FROM relais.saved WHERE owner = $1 AND NOT shared', [personId]);
}

/** Takes their address from invitations, and answers which of these were open. */
async function clearMail(sql: Sql, personId: string, mail: string | null): Promise<string[]> {
  const withdrawn = await sql.query<{ id: string }>(
    `UPDATE relais.invitation SET withdrawn_at = now() WHERE mail = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL
     RETURNING invitation_id AS id`,
    [mail],
  );
  await sql.query('UPDATE relais.invitation SET mail = NULL WHERE mail = $2 OR accepted_by = $1', [personId, mail]);
  return withdrawn.map(({ id }) => id);
}

/**
 * Of development, where letters are kept: those to their address, those to one that is nobody's any more, as theirs of before are, and
 * those in which their whole name stands.
 */
async function clearLetters(sql: Sql, mail: string | null, name: string): Promise<void> {
  const inWords = `(^|[^[:alpha:]])${name.replaceAll(/[^\p{L}\p{M} ]/gu, String.raw`\$&`)}($|[^[:alpha:]])`;
  await sql.query(
    `DELETE FROM relais.letter
      WHERE to_mail = $1 OR body ~ $2
         OR NOT EXISTS (SELECT FROM relais.person WHERE mail = to_mail) AND NOT EXISTS (SELECT FROM relais.invitation WHERE mail = to_mail)`,
    [mail, inWords],
  );
}
