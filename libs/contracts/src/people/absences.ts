import { z } from 'zod';
import { AbsenceId, Instant, MembershipId, PersonId } from '../kernel/ids.js';

const Who = z.object({ membershipId: MembershipId, personId: PersonId, name: z.string() });

/**
 * A line of `GET /api/v1/absences`: who is or will be absent, and who does their work meanwhile. `standsIn` is false when the substitute is
 * no actor of the organisation any more, so that nobody does; `mayEnd` says whether the caller may end it.
 */
export const Absence = z.object({
  absenceId: AbsenceId,
  absent: Who,
  substitute: Who,
  from: Instant,
  until: Instant,
  begun: z.boolean(),
  standsIn: z.boolean(),
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

/** A line of `GET /api/v1/absences/substitutes/{membershipId}`; `shared` is how many of the absent person's services are theirs too. */
export const Substitute = z.object({ membershipId: MembershipId, name: z.string(), shared: z.number().int() });
export type Substitute = z.infer<typeof Substitute>;
