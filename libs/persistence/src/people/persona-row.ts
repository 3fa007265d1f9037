import type { Membership, Person, Persona } from '#contracts/people';
import { holdsAt } from '#domain/people';

type PeriodRow = { valid_from: Date; valid_until: Date | null; at: Date };
/** A person under one of their memberships, as the database has them. */
export type MembershipRow = PeriodRow & {
  person_id: string;
  name: string;
  language: Person['language'];
  membership_id: string;
  organisation_id: string | null;
  organisation_name: string | null;
  roles: Membership['roles'];
  services: Membership['services'];
};

/** The services of a membership, as JSON; those of its organisation only. */
export function servicesOf(membership: string): string {
  return `coalesce((SELECT jsonb_agg(jsonb_build_object('serviceId', s.service_id, 'name', s.name, 'profession', s.profession)
                                     ORDER BY s.service_id)
                      FROM relais.membership_service ms JOIN relais.service s USING (service_id)
                     WHERE ms.membership_id = ${membership}.membership_id AND s.organisation_id = ${membership}.organisation_id), '[]')`;
}

/**
 * Persons and their memberships, one a row, in the order in which these began; `at` is now, by the clock of the database. Nobody
 * acts for a service of another organisation than the one they are a member of.
 */
export const columns = `p.person_id, p.name, p.language, m.membership_id, m.organisation_id, o.name AS organisation_name, m.roles,
  m.valid_from, m.valid_until, now() AS at, ${servicesOf('m')} AS services`;
/** The tables in which these columns are; whoever was erased is a member of nothing any more. */
export const tables = `(SELECT * FROM relais.person WHERE erased_at IS NULL) p JOIN relais.membership m USING (person_id) LEFT JOIN relais.organisation o USING (organisation_id)`;
/** Memberships of a person in the order in which they began. */
export const inOrder = 'm.valid_from, m.membership_id';

function periodOf({ valid_from: from, valid_until: until }: PeriodRow): Pick<Membership, 'from' | 'until'> {
  return { from: from.toISOString(), until: until?.toISOString() ?? null };
}

/** True when a membership holds now, by the clock of the database. */
export function holdsNow(row: PeriodRow): boolean {
  return holdsAt(periodOf(row), row.at.toISOString());
}

/** True in SQL of a membership that is not over at an instant, now unless it is said: it holds, or will (`isOver` of the domain). */
export function isNotOver(membership: string, at = 'now()'): string {
  return `(${membership}.valid_until IS NULL OR ${membership}.valid_until > ${at})`;
}

/** An instant as JSON tells it, in SQL. */
export function instant(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** A person under one membership. */
export function personaOf(row: MembershipRow): Persona {
  const { person_id: personId, name, language } = row;
  return {
    person: { personId, name, language },
    membership: {
      membershipId: row.membership_id,
      organisationId: row.organisation_id,
      organisationName: row.organisation_name,
      roles: row.roles,
      services: row.services,
      ...periodOf(row),
    },
  };
}
