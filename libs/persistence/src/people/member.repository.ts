import type { Leaving, Member, MembershipChange, MembershipEnd, Role, UnsharedWork } from '#contracts/people';
import { keepingRoles, type Lasting, roleChangeDetail, unusedTimes } from '#domain/people';
import type { Database, Sql } from '../kernel/database.js';
import { locks } from '../kernel/locks.js';
import { appendAudit } from './audit-trail.repository.js';
import { columns, inOrder, isNotOver, type MembershipRow, personaOf, tables } from './persona-row.js';
import { addServices, standingInOf, takeOver, takingOver, unsharedWorkOf } from './unshared-work.js';

type MemberRow = MembershipRow & { mail: string | null; used_at: Date | null; unused_until: Date | null };

/** A member as they are kept; what the caller may do with it is not known here. */
export type KeptMember = Omit<Member, 'mayManage'>;

/** Whose membership is changed, and by whom. */
type Change = { readonly member: KeptMember; readonly by: string };

/** That nobody else would manage, or coordinate. */
type NeededRefusal = 'last-administrator' | 'last-coordinator';

/** Why a membership stays as it is: nobody else would manage or coordinate, or work would be nobody's. */
export type Hindrance =
  | { readonly refusal: NeededRefusal | 'successor-unknown' | 'membership-over' }
  | { readonly unshared: readonly UnsharedWork[] };

/** For how many days one that ended is still shown, so that its end may be taken back. */
const shownDays = 90;

function memberOf(row: MemberRow): KeptMember {
  const { used_at: usedAt, unused_until: unusedUntil } = row;
  return {
    ...personaOf(row),
    mail: row.mail,
    usedAt: usedAt?.toISOString() ?? null,
    unusedUntil: unusedUntil?.toISOString() ?? null,
  };
}

/** Who belongs to which organisation, as those see it who manage members. */
export class MemberRepository {
  constructor(private readonly database: Database) {}

  /** Memberships of an organisation that hold, will hold or ended not long ago; without one of all organisations and the platform. */
  findMembers(organisationId?: string): Promise<KeptMember[]> {
    return this.find(
      `($1::text IS NULL OR m.organisation_id = $1) AND ${isNotOver('m', 'now() - make_interval(days => $2)')}`,
      [organisationId ?? null, shownDays],
    );
  }

  /** The member, undefined when there is none. */
  async findMember(membershipId: string): Promise<KeptMember | undefined> {
    const [found] = await this.find('m.membership_id = $1', [membershipId]);
    return found;
  }

  private async find(condition: string, values: readonly unknown[]): Promise<KeptMember[]> {
    const rows = await this.database.query<MemberRow>(
      `SELECT ${columns}, p.mail, u.used_at,
              CASE WHEN m.valid_until IS NULL THEN u.asked_at + interval '${unusedTimes.days} days' END AS unused_until
         FROM ${tables} LEFT JOIN relais.membership_use u USING (membership_id)
        WHERE ${condition} ORDER BY o.name NULLS FIRST, p.name, ${inOrder}`,
      values,
    );
    return rows.map(memberOf);
  }

  /** What would be nobody's without this member from an instant on, now without one, as far as it is for somebody to say. */
  async findLeaving({ member, by }: Change, at: string | null): Promise<Leaving> {
    const { membershipId } = member.membership;
    return {
      onlyRoles: await onlyRolesOf(this.database, { member, by }),
      work: await unsharedWorkOf(this.database, membershipId, at),
      standsInFor: await standingInOf(this.database, [membershipId]),
    };
  }

  /** Those of the services that are not of the organisation. */
  async findElsewhere(organisationId: string | null, serviceIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM unnest($2::text[]) AS id
        WHERE NOT EXISTS (SELECT FROM relais.service s WHERE s.service_id = id AND s.organisation_id = $1)`,
      [organisationId, serviceIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Gives a membership other roles and services, once it is known who takes over what it gives no more and nobody else has. */
  change(
    { member, by }: Change,
    { roles, serviceIds, successors = [] }: MembershipChange,
  ): Promise<Hindrance | undefined> {
    const { membershipId } = member.membership;
    return this.database.transaction(async (sql) => {
      const hindrance = await unmanaged(sql, { member, by }, roles);
      if (hindrance !== undefined) {
        return hindrance;
      }
      const work = await unsharedWorkOf(sql, membershipId);
      const over = takingOver(
        work.filter(({ serviceId }) => !serviceIds.includes(serviceId)),
        successors,
      );
      if (!('taking' in over)) {
        return over;
      }
      const [changed] = await sql.query<{ before: Role[] }>(
        `WITH held AS (SELECT roles FROM relais.membership WHERE membership_id = $1)
         UPDATE relais.membership m SET roles = $2 FROM held WHERE membership_id = $1 AND ${isNotOver('m')} RETURNING held.roles AS before`,
        [membershipId, roles],
      );
      if (changed === undefined) {
        return { refusal: 'membership-over' };
      }
      await sql.query(
        'DELETE FROM relais.membership_service WHERE membership_id = $1 AND service_id <> ALL ($2::text[])',
        [membershipId, serviceIds],
      );
      await addServices(sql, membershipId, serviceIds);
      await takeOver(sql, over.taking, by);
      const detail = roleChangeDetail({ before: changed.before, after: roles });
      await appendAudit(sql, {
        personId: by,
        action: 'membership-changed',
        about: ['membership', membershipId],
        detail,
      });
      return undefined;
    });
  }

  /** Ends a membership, at once or later, once it is known who takes over what only its person took care of. */
  end({ member, by }: Change, { until, successors }: MembershipEnd): Promise<Hindrance | undefined> {
    const { membershipId } = member.membership;
    return this.database.transaction(async (sql) => {
      const hindrance = await unmanaged(sql, { member, by }, []);
      if (hindrance !== undefined) {
        return hindrance;
      }
      const over = takingOver(await unsharedWorkOf(sql, membershipId, until), successors);
      if (!('taking' in over)) {
        return over;
      }
      const [ended] = await sql.query(
        `UPDATE relais.membership m SET valid_until = greatest(coalesce($2::timestamptz, now()), valid_from + interval '1 millisecond')
          WHERE membership_id = $1 AND ${isNotOver('m')} RETURNING 1`,
        [membershipId, until],
      );
      if (ended === undefined) {
        return { refusal: 'membership-over' };
      }
      await takeOver(sql, over.taking, by);
      await appendAudit(sql, { personId: by, action: 'membership-ended', about: ['membership', membershipId] });
      return undefined;
    });
  }

  /** Takes the end of a membership back; sessions that it ended stay over. Nobody belongs twice to one organisation. */
  async prolong({ member, by }: Change): Promise<{ readonly refusal: 'already-member' } | undefined> {
    const { membershipId, organisationId } = member.membership;
    return this.database.transaction(async (sql) => {
      await sql.query('SELECT 1 FROM relais.person WHERE person_id = $1 FOR UPDATE', [member.person.personId]);
      if (await isMember(sql, member.person.personId, organisationId, membershipId)) {
        return { refusal: 'already-member' };
      }
      const [prolonged] = await sql.query(
        'UPDATE relais.membership SET valid_until = NULL WHERE membership_id = $1 AND valid_until IS NOT NULL RETURNING 1',
        [membershipId],
      );
      if (prolonged !== undefined) {
        await markUsed(sql, membershipId);
        await appendAudit(sql, { personId: by, action: 'membership-prolonged', about: ['membership', membershipId] });
      }
      return undefined;
    });
  }

  /** Says that a membership is wanted though nobody used it for long. */
  async keep({ member, by }: Change): Promise<void> {
    const { membershipId } = member.membership;
    await this.database.transaction(async (sql) => {
      await markUsed(sql, membershipId);
      await appendAudit(sql, { personId: by, action: 'membership-kept', about: ['membership', membershipId] });
    });
  }
}

/** Whether somebody is a member of an organisation, or of the platform itself (null), or will be; by another membership than the one left out. */
export async function isMember(
  sql: Sql,
  personId: string,
  organisationId: string | null,
  but: string | null = null,
): Promise<boolean> {
  const held = await sql.query(
    `SELECT 1 FROM relais.membership m
      WHERE person_id = $1 AND organisation_id IS NOT DISTINCT FROM $2 AND membership_id IS DISTINCT FROM $3 AND ${isNotOver('m')}`,
    [personId, organisationId, but],
  );
  return held.length > 0;
}

/** Counts from now on how long nobody uses a membership. */
async function markUsed(sql: Sql, membershipId: string): Promise<void> {
  await sql.query(
    `INSERT INTO relais.membership_use (membership_id, used_at) VALUES ($1, now())
     ON CONFLICT (membership_id) DO UPDATE SET used_at = now(), asked_at = NULL`,
    [membershipId],
  );
}

/** Memberships that hold now and have no end, without some of them. */
export function lastingBut(sql: Sql, membershipIds: readonly string[]): Promise<Lasting[]> {
  return sql.query(
    `SELECT person_id AS "personId", organisation_id AS "organisationId", roles FROM relais.membership
      WHERE membership_id <> ALL ($1::uuid[]) AND valid_from <= now() AND valid_until IS NULL`,
    [membershipIds],
  );
}

/** The roles that keep a membership as it is. */
async function onlyRolesOf(sql: Sql, { member: { person, membership }, by }: Change): Promise<Role[]> {
  const others = await lastingBut(sql, [membership.membershipId]);
  return [...keepingRoles({ ...membership, personId: person.personId }, by, others)];
}

/** Which of the two it is that nobody else would do, of roles that somebody has to have. */
export function neededRefusalOf(only: readonly Role[]): NeededRefusal {
  return only.every((role) => role === 'coordinator') ? 'last-coordinator' : 'last-administrator';
}

/** Refuses who would leave an organisation, or the platform, without anybody who manages it, or the platform without coordination. */
async function unmanaged(sql: Sql, change: Change, left: readonly Role[]): Promise<Hindrance | undefined> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [locks.members]);
  const only = (await onlyRolesOf(sql, change)).filter((role) => !left.includes(role));
  return only.length === 0 ? undefined : { refusal: neededRefusalOf(only) };
}
