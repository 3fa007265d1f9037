import type { ErasureOutlook, Membership, UnsharedWork } from '#contracts/people';
import { mayManage, onlyRoles } from '#domain/people';
import type { Database, Sql } from '../kernel/database.js';
import { channels, locks } from '../kernel/locks.js';
import { appendAudit } from './audit-trail.repository.js';
import { lastingBut, neededRefusalOf } from './member.repository.js';
import { goingTables } from './person-tables.js';
import { isNotOver } from './persona-row.js';
import { standingInOf, unsharedWorkOf } from './unshared-work.js';

/** What keeps somebody from being erased: nobody else would manage or coordinate, or work would be nobody's. */
export type ErasingHindrance =
  | { readonly refusal: 'person-unknown' | 'erase-last-administrator' | 'last-coordinator' }
  | { readonly unshared: readonly UnsharedWork[] };

type OpenMembership = Pick<Membership, 'membershipId' | 'organisationId' | 'organisationName' | 'roles'>;

/** What of a membership keeps its person from being erased. */
type Held = { readonly membership: OpenMembership } & Pick<ErasureOutlook['hindrances'][number], 'onlyRoles'> & {
    readonly work: UnsharedWork[];
  };

/** How persons are erased; their id stays, as the pseudonym of who did what. */
export class ErasingRepository {
  constructor(private readonly database: Database) {}

  /** What would keep a person from being erased, and for whom they stand in; undefined for nobody who is kept by name. */
  async findOutlook(personId: string): Promise<ErasureOutlook | undefined> {
    const [person] = await this.database.query<{ asked: Date | null }>(
      'SELECT erasure_asked_at AS asked FROM relais.person WHERE person_id = $1 AND erased_at IS NULL',
      [personId],
    );
    if (person === undefined) {
      return undefined;
    }
    const memberships = await openMembershipsOf(this.database, personId);
    const hindrances: ErasureOutlook['hindrances'] = [];
    for (const { membership, ...one } of await heldBy(this.database, memberships)) {
      const { organisationId, organisationName } = membership;
      const askedOf = await managersOf(this.database, membership, personId);
      hindrances.push({ organisationId, organisationName, ...one, askedOf });
    }
    const standsInFor = await standingInOf(
      this.database,
      memberships.map(({ membershipId }) => membershipId),
    );
    return { hindrances, standsInFor, askedAt: person.asked?.toISOString() ?? null };
  }

  /** Keeps that somebody asks to be erased, since the first time that they did, or that they do no more. */
  async wish(personId: string, isAsked: boolean): Promise<void> {
    await this.database.transaction(async (sql) => {
      const [changed] = await sql.query(
        `UPDATE relais.person SET erasure_asked_at = CASE WHEN $2 THEN now() END
          WHERE person_id = $1 AND erased_at IS NULL AND (erasure_asked_at IS NULL) = $2 RETURNING 1`,
        [personId, isAsked],
      );
      if (changed !== undefined) {
        const action = isAsked ? 'erasure-asked' : 'erasure-withdrawn';
        await appendAudit(sql, { personId, action, about: ['person', personId] });
      }
    });
  }

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
      const memberships = await openMembershipsOf(sql, personId);
      const held = await heldBy(sql, memberships);
      const only = held.flatMap((one) => one.onlyRoles);
      if (only.length > 0) {
        return {
          refusal: neededRefusalOf(only) === 'last-coordinator' ? 'last-coordinator' : 'erase-last-administrator',
        };
      }
      if (held.length > 0) {
        return { unshared: held.flatMap(({ work }) => work) };
      }
      await endMemberships(sql, memberships);
      await clear(sql, personId);
      const unattended = await endAbsences(sql, personId);
      const withdrawn = await clearMail(sql, personId, person.mail);
      await clearLetters(sql, person.mail, person.name);
      // The last of it: from here on nothing new is kept of them.
      await sql.query(
        `UPDATE relais.person SET name = NULL, mail = NULL, language = 'fr', erasure_asked_at = NULL, erased_at = now() WHERE person_id = $1`,
        [personId],
      );
      for (const { membershipId } of memberships) {
        const about = ['membership', membershipId] as const;
        await appendAudit(sql, { personId: by, action: 'membership-ended', about, detail: 'erased' });
      }
      for (const absent of unattended) {
        await appendAudit(sql, { personId: by, action: 'absence-uncovered', about: ['person', absent] });
      }
      for (const invitationId of withdrawn) {
        await appendAudit(sql, { personId: by, action: 'invitation-withdrawn', about: ['invitation', invitationId] });
      }
      await appendAudit(sql, { personId: by, action: 'person-erased', about: ['person', personId] });
      return undefined;
    });
  }
}

function openMembershipsOf(sql: Sql, personId: string): Promise<OpenMembership[]> {
  return sql.query(
    `SELECT membership_id AS "membershipId", organisation_id AS "organisationId", o.name AS "organisationName", roles
       FROM relais.membership m LEFT JOIN relais.organisation o USING (organisation_id)
      WHERE person_id = $1 AND ${isNotOver('m')} ORDER BY valid_from, membership_id`,
    [personId],
  );
}

/** The memberships with roles that nobody else has, or with open work that nobody else could do. */
async function heldBy(sql: Sql, memberships: readonly OpenMembership[]): Promise<Held[]> {
  const others = await lastingBut(
    sql,
    memberships.map((one) => one.membershipId),
  );
  const held: Held[] = [];
  for (const membership of memberships) {
    const work = await unsharedWorkOf(sql, membership.membershipId);
    const only = [...onlyRoles(membership, others)];
    if (only.length + work.length > 0) {
      held.push({ membership, onlyRoles: only, work });
    }
  }
  return held;
}

/** Who else may change a membership, by name: who manages its house if anybody does, else who manages all. */
async function managersOf(
  sql: Sql,
  membership: Pick<OpenMembership, 'organisationId' | 'roles'>,
  but: string,
): Promise<string[]> {
  const { organisationId } = membership;
  const rows = await sql.query<Pick<OpenMembership, 'organisationId' | 'roles'> & { name: string }>(
    `SELECT p.name, m.organisation_id AS "organisationId", m.roles
       FROM relais.membership m JOIN relais.person p USING (person_id)
      WHERE person_id <> $1 AND m.valid_from <= now() AND ${isNotOver('m')} ORDER BY p.name`,
    [but],
  );
  const able = rows.filter((one) => mayManage(one, membership));
  const own = able.filter(
    (one) => one.organisationId === organisationId && one.roles.includes('organisation-administrator'),
  );
  return [...new Set((own.length > 0 ? own : able).map(({ name }) => name))];
}

async function endMemberships(sql: Sql, memberships: readonly OpenMembership[]): Promise<void> {
  await sql.query(
    `UPDATE relais.membership SET valid_until = greatest(now(), valid_from + interval '1 millisecond')
      WHERE membership_id = ANY ($1::uuid[])`,
    [memberships.map((one) => one.membershipId)],
  );
}

/** Ends their absences, and answers who is absent with nobody who stands in any more. */
async function endAbsences(sql: Sql, personId: string): Promise<string[]> {
  await sql.query(
    'DELETE FROM relais.absence USING relais.membership m WHERE m.membership_id = absence.membership_id AND m.person_id = $1',
    [personId],
  );
  const left = await sql.query<{ absent: string }>(
    `SELECT m.person_id AS absent FROM relais.absence a JOIN relais.membership m ON m.membership_id = a.membership_id
       JOIN relais.membership s ON s.membership_id = a.substitute_membership_id
      WHERE s.person_id = $1 AND a.valid_until > now() ORDER BY a.valid_from, a.absence_id`,
    [personId],
  );
  return left.map(({ absent }) => absent);
}

/** Takes away how they come in, what they began, and what they kept for themselves. */
async function clear(sql: Sql, personId: string): Promise<void> {
  await sql.query(
    `WITH ended AS (DELETE FROM relais.session WHERE person_id = $1 RETURNING encode(session_hash, 'hex') AS session)
     SELECT pg_notify($2, session) FROM ended`,
    [personId, channels.sessions],
  );
  for (const table of goingTables) {
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
