import { z } from 'zod';
import { Profession } from '../kernel/vocabulary.js';
import { Role } from './people.js';
import { AbsenceId, Instant, MembershipId, PersonId } from '../kernel/ids.js';

const Who = z.object({ membershipId: MembershipId, personId: PersonId, name: z.string() });

/** A stretch in which nobody stands in: the substitute left (is no actor of the organisation any more), or is away. */
const Gap = z.object({ because: z.enum(['left', 'away']), from: Instant, until: Instant });

/**
 * A line of `GET /api/v1/absences`: who is or will be absent, and who does their work meanwhile, null for somebody who was erased. `gap` is
 * the first stretch in which nobody does; `mayEnd` says whether the caller may change and end it.
 */
export const Absence = z.object({
  absenceId: AbsenceId,
  absent: Who,
  substitute: Who.nullable(),
  from: Instant,
  until: Instant,
  begun: z.boolean(),
  gap: Gap.nullable(),
  mayEnd: z.boolean(),
});
export type Absence = z.infer<typeof Absence>;

/** `POST /api/v1/absences`: from when, null for at once, until when, and who stands in. */
export const AbsenceRequest = z.object({
  membershipId: MembershipId,
  substituteMembershipId: MembershipId,
  from: Instant.nullable(),
  until: Instant,
});
export type AbsenceRequest = z.infer<typeof AbsenceRequest>;

/** `PUT /api/v1/absences/{absenceId}`: the same of one that is set; one that has begun keeps its beginning. */
export const AbsenceChange = AbsenceRequest.omit({ membershipId: true });
export type AbsenceChange = z.infer<typeof AbsenceChange>;

/**
 * Who may stand in; `shared` is how many of the absent person's services are theirs too, `lacks` which professions of these services none of
 * theirs has, `away` their own absences, and `until` when they are to leave.
 */
export const Substitute = z.object({
  membershipId: MembershipId,
  name: z.string(),
  shared: z.number().int(),
  lacks: z.array(Profession),
  away: z.array(z.object({ from: Instant, until: Instant })),
  until: Instant.nullable(),
});
export type Substitute = z.infer<typeof Substitute>;

/**
 * `GET /api/v1/absences/substitutes/{membershipId}`: who may stand in for somebody, and in `onlyRoles` the roles that nobody else has: no
 * substitute gets a role.
 */
export const AbsenceOutlook = z.object({ onlyRoles: z.array(Role), substitutes: z.array(Substitute) });
export type AbsenceOutlook = z.infer<typeof AbsenceOutlook>;
