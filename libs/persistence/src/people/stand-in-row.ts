import type { Membership } from '#contracts/people';
import type { Colleague, StandIn } from '#domain/people';
import { servicesOf } from './persona-row.js';

type Kept = Omit<Membership, 'organisationName'>;

/** An absence in which a membership stands in, as the database tells it. */
export type StandInRow = {
  readonly from: string;
  readonly until: string;
  readonly person: Colleague['person'];
  readonly membership: Kept;
};

/**
 * For whom a membership `m` stands in, now or later, in the order in which the absences begin. Who may do what with it is the domain's.
 */
export const standInColumn = `coalesce((
  SELECT jsonb_agg(jsonb_build_object(
           'from', a.valid_from, 'until', a.valid_until,
           'person', jsonb_build_object('personId', ap.person_id, 'name', ap.name),
           'membership', jsonb_build_object('membershipId', am.membership_id, 'organisationId', am.organisation_id, 'roles', am.roles,
                                            'from', am.valid_from, 'until', am.valid_until, 'services', ${servicesOf('am')}))
         ORDER BY a.valid_from, a.absence_id)
    FROM relais.absence a JOIN relais.membership am ON am.membership_id = a.membership_id
    JOIN relais.person ap ON ap.person_id = am.person_id
   WHERE a.substitute_membership_id = m.membership_id AND a.valid_until > now()), '[]') AS stand_ins`;

const instant = (at: string) => new Date(at).toISOString();

/** The absences of a row, with the membership that stands in. */
export function standInsOf({
  membership_id: substituteMembershipId,
  stand_ins: rows,
}: {
  readonly membership_id: string;
  readonly stand_ins: readonly StandInRow[];
}): StandIn[] {
  return rows.map(({ from, until, person, membership }) => ({
    substituteMembershipId,
    from: instant(from),
    until: instant(until),
    absent: {
      person,
      membership: {
        ...membership,
        from: instant(membership.from),
        until: membership.until === null ? null : instant(membership.until),
      },
    },
  }));
}

/** True of a session for whose membership an absence has begun or ended since it got its secret. */
export function isTurned(session: string): string {
  return `EXISTS (SELECT FROM relais.absence a WHERE a.substitute_membership_id = ${session}.membership_id
    AND (a.valid_from > ${session}.renewed_at AND a.valid_from <= now() OR a.valid_until > ${session}.renewed_at AND a.valid_until <= now()))`;
}
