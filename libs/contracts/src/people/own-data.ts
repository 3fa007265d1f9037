import { z } from 'zod';
import { languages } from '../kernel/codes/index.js';
import { OpenWork, PersonName, StandingIn } from './members.js';
import { Instant, OrganisationId, PersonId, Uuid } from '../kernel/ids.js';
import { PasskeyLine } from './passkeys.js';
import { Membership, Person, Role, SessionLine } from './people.js';
import { MailAddress, WrittenCode } from './sign-in.js';
import { TrailEntry } from './trail.js';

/** `PUT /api/v1/own-data`: what a person corrects of themselves. */
export const OwnDataRequest = z.object({ name: PersonName, language: z.enum(languages) });
export type OwnDataRequest = z.infer<typeof OwnDataRequest>;

/** `GET /api/v1/own-data`: everything that is kept about the caller as a person, to take along (GDPR, articles 15 and 20). */
export const OwnData = z.object({
  person: Person.extend({ mail: z.string().nullable(), erasureAskedAt: Instant.nullable() }),
  memberships: z.array(Membership),
  accounts: z.array(
    z.object({ issuer: z.string(), subject: z.string(), linkedAt: Instant, usedAt: Instant.nullable() }),
  ),
  passkeys: z.array(PasskeyLine),
  sessions: z.array(SessionLine.omit({ current: true })),
  absences: z.array(z.object({ absent: z.string(), substitute: z.string().nullable(), from: Instant, until: Instant })),
  /** What more is kept, as it is kept, by table: a pending address, saved queries and views, what was done with events. */
  rows: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  trail: z.array(TrailEntry),
});
export type OwnData = z.infer<typeof OwnData>;

/**
 * `GET /api/v1/own-data/erasure` and `GET /api/v1/people/{personId}/erasure`: what stands in the way of erasing somebody, by membership:
 * roles that nobody else has, and open work that nobody else could do; `askedOf` names who else may change that. `standsInFor` is told and
 * hinders nothing. `askedAt` is since when they ask for it all the same.
 */
export const ErasureOutlook = z.object({
  hindrances: z.array(
    z.object({
      organisationId: OrganisationId.nullable(),
      organisationName: z.string().nullable(),
      onlyRoles: z.array(Role),
      work: z.array(OpenWork),
      askedOf: z.array(z.string()),
    }),
  ),
  standsInFor: z.array(StandingIn),
  askedAt: Instant.nullable(),
});
export type ErasureOutlook = z.infer<typeof ErasureOutlook>;

/**
 * `POST /api/v1/own-data/erasure`: the caller, whom the page has to mean that asks for it. With `wish` the administrators read that they ask
 * for it while something stands in the way, or that they do no more.
 */
export const ErasureRequest = z.object({ personId: PersonId, wish: z.enum(['when-possible', 'withdrawn']).optional() });
export type ErasureRequest = z.infer<typeof ErasureRequest>;

/** `GET /api/v1/own-data/mail`: where Relais writes to the caller. */
export const OwnMail = z.object({ mail: z.string().nullable() });
export type OwnMail = z.infer<typeof OwnMail>;

/** `POST /api/v1/own-data/mail`: the address that the caller is to have; a code is sent there. */
export const MailChangeRequest = z.object({ mail: MailAddress });
export type MailChangeRequest = z.infer<typeof MailChangeRequest>;

/** `PUT /api/v1/own-data/mail`: the code that was sent to the new address, which counts from then on. */
export const MailChangeCode = z.object({ attemptId: Uuid, code: WrittenCode });
export type MailChangeCode = z.infer<typeof MailChangeCode>;

/**
 * A line of `GET /api/v1/people`, for administrators: somebody who is kept by name; `houses` are what they are a member of, or will be,
 * with `Relais` for the platform itself.
 */
export const PersonLine = z.object({
  personId: PersonId,
  name: z.string(),
  language: z.enum(languages),
  mail: z.string().nullable(),
  houses: z.array(z.string()),
  /** Since when they ask to be erased, whom something still keeps here. */
  erasureAskedAt: Instant.nullable(),
});
export type PersonLine = z.infer<typeof PersonLine>;

/** `PUT /api/v1/people/{personId}`: what an administrator corrects of somebody; without `mail` their address stays. */
export const PersonCorrection = OwnDataRequest.extend({ mail: MailAddress.optional() });
export type PersonCorrection = z.infer<typeof PersonCorrection>;
