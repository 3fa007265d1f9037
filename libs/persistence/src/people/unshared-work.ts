import type { MembershipEnd, StandingIn, UnsharedWork } from '#contracts/people';
import type { Profession } from '#contracts/kernel';
import { backlogStates } from '#domain/case';
import { lackedProfessions } from '#domain/people';
import type { Sql } from '../kernel/database.js';
import { appendAudit } from './audit-trail.repository.js';
import { instant, isNotOver } from './persona-row.js';

type Successor = UnsharedWork['successors'][number];

/** Open work as it is read, with the profession that it takes and those of whoever could take it over. */
type Row = Omit<UnsharedWork, 'successors'> & {
  readonly profession: Profession;
  readonly successors: readonly (Omit<Successor, 'fits'> & { readonly professions: readonly Profession[] })[];
};

/**
 * The services of a membership for which nobody else acts without an end, and that have open referrals or lead open cases; with the actors
 * of the organisation who are there at an instant, now when there is none, and could take each over. Whoever is to leave themselves keeps
 * nobody from being asked: of two who leave on different days the later one would leave the service empty.
 */
export async function unsharedWorkOf(
  sql: Sql,
  membershipId: string,
  at: string | null = null,
): Promise<UnsharedWork[]> {
  const rows = await sql.query<Row>(
    `WITH staying AS (
       SELECT other.membership_id, p.name, other.valid_until,
              (SELECT max(a.valid_until) FROM relais.absence a
                WHERE a.membership_id = other.membership_id AND a.valid_from <= now() AND a.valid_until > now()) AS away_until
         FROM relais.membership one
         JOIN relais.membership other ON other.organisation_id = one.organisation_id AND other.person_id <> one.person_id
         JOIN relais.person p ON p.person_id = other.person_id
        WHERE one.membership_id = $1 AND 'actor' = ANY (other.roles) AND other.valid_from <= now()
          AND ${isNotOver('other', 'coalesce($2::timestamptz, now())')}),
     work AS (
       SELECT s.service_id, s.name, s.profession,
              (SELECT count(*)::int FROM projection.referral_row r
                WHERE r.service = s.service_id AND NOT r.imported AND r.state = ANY ($3::text[])) AS referrals,
              (SELECT count(*)::int FROM projection.case_read c
                WHERE c.lead_service_id = s.service_id AND NOT c.imported AND c.closed_at IS NULL) AS leads
         FROM relais.membership_service mine JOIN relais.membership one USING (membership_id)
         JOIN relais.service s ON s.service_id = mine.service_id AND s.organisation_id = one.organisation_id
        WHERE mine.membership_id = $1 AND 'actor' = ANY (one.roles)
          AND NOT EXISTS (SELECT FROM staying JOIN relais.membership_service o USING (membership_id)
                           WHERE o.service_id = s.service_id AND valid_until IS NULL))
     SELECT service_id AS "serviceId", name, profession, referrals, leads,
            coalesce((SELECT jsonb_agg(jsonb_build_object(
                                'membershipId', membership_id, 'name', staying.name, 'until', ${instant('valid_until')},
                                'awayUntil', ${instant('away_until')},
                                'professions', (SELECT coalesce(jsonb_agg(o.profession), '[]') FROM relais.membership_service ms
                                                  JOIN relais.service o USING (service_id)
                                                 WHERE ms.membership_id = staying.membership_id)) ORDER BY staying.name)
                        FROM staying), '[]') AS successors
       FROM work WHERE referrals + leads > 0 ORDER BY service_id`,
    [membershipId, at, backlogStates.open],
  );
  return rows.map(({ profession, successors, ...work }) => ({
    ...work,
    successors: successors.map(({ professions, ...one }) => ({
      ...one,
      fits: lackedProfessions([profession], professions).length === 0,
    })),
  }));
}

/** For whom the memberships stand in, now or later, in the order in which these absences begin. */
export async function standingInOf(sql: Sql, membershipIds: readonly string[]): Promise<StandingIn[]> {
  const rows = await sql.query<{ name: string; from: Date; until: Date }>(
    `SELECT p.name, a.valid_from AS "from", a.valid_until AS "until"
       FROM relais.absence a JOIN relais.membership m ON m.membership_id = a.membership_id
       JOIN relais.person p ON p.person_id = m.person_id
      WHERE a.substitute_membership_id = ANY ($1::uuid[]) AND a.valid_until > now() ORDER BY a.valid_from, a.absence_id`,
    [membershipIds],
  );
  return rows.map(({ name, from, until }) => ({ name, from: from.toISOString(), until: until.toISOString() }));
}

/** Who takes over which service. */
type Taking = { readonly serviceId: string; readonly membershipId: string };

/** Who takes the work over, once it is said of every service and of nobody who could not; why it is not, else. */
export function takingOver(
  work: readonly UnsharedWork[],
  successors: MembershipEnd['successors'],
):
  | { readonly taking: readonly Taking[] }
  | { readonly refusal: 'successor-unknown' }
  | { readonly unshared: UnsharedWork[] } {
  const unshared = work.filter(({ serviceId }) => !successors.some((one) => one.serviceId === serviceId));
  if (unshared.length > 0) {
    return { unshared };
  }
  const taking = successors.flatMap(({ serviceId, membershipId }) =>
    membershipId === null ? [] : [{ serviceId, membershipId }],
  );
  const mayTake = taking.every(({ serviceId, membershipId }) =>
    work.some((one) => one.serviceId === serviceId && one.successors.some((s) => s.membershipId === membershipId)),
  );
  return mayTake ? { taking } : { refusal: 'successor-unknown' };
}

/** Adds services to those of whoever takes them over, which the trail tells. */
export async function takeOver(sql: Sql, taking: readonly Taking[], by: string): Promise<void> {
  for (const { serviceId, membershipId } of taking) {
    await addServices(sql, membershipId, [serviceId]);
    await appendAudit(sql, {
      personId: by,
      action: 'membership-changed',
      about: ['membership', membershipId],
      detail: 'takes-over',
    });
  }
}

/** Adds services to those of a membership. */
export async function addServices(sql: Sql, membershipId: string, serviceIds: readonly string[]): Promise<void> {
  await sql.query(
    `INSERT INTO relais.membership_service (membership_id, service_id)
     SELECT $1, id FROM unnest($2::text[]) AS id ON CONFLICT DO NOTHING`,
    [membershipId, serviceIds],
  );
}
