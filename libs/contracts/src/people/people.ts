import { z } from 'zod';
import { codesOf } from '../kernel/codes/index.js';
import { roles, signInWays } from './codes/index.js';
import { Instant, MembershipId, OrganisationId, PersonId, ServiceId, SessionId, slug } from '../kernel/ids.js';
import { Profession } from '../kernel/vocabulary.js';
import { Text } from '../kernel/text.js';

export const Role = z.enum(codesOf(roles));
export type Role = z.infer<typeof Role>;

/** The person who looks or acts, as far as rights are concerned. `organisationId` is null for one who acts for none. */
export const Viewer = z.object({
  personId: PersonId,
  roles: z.array(Role),
  organisationId: OrganisationId.nullable(),
  serviceIds: z.array(ServiceId),
  /** Of these services those for which they act while somebody else is absent, and in whose name. */
  inNameOf: z.array(z.object({ serviceId: ServiceId, personId: PersonId })).optional(),
});
export type Viewer = z.infer<typeof Viewer>;

/** Somebody who works here, whatever they are a member of. */
export const Person = z.object({
  personId: PersonId,
  name: z.string(),
  language: z.enum(['fr', 'nl', 'en']),
});
export type Person = z.infer<typeof Person>;

/** Somebody who is absent, in whose name a service is acted for until they are back. */
export const Represented = z.object({ personId: PersonId, name: z.string(), until: Instant });
export type Represented = z.infer<typeof Represented>;

/**
 * What a person is in one organisation, or on the platform itself when there is none, and for which time: it gives its rights
 * from `from` on, and no more from `until` on, when it ends. In a session a service says in whose name it is acted for.
 */
export const Membership = z.object({
  membershipId: MembershipId,
  organisationId: OrganisationId.nullable(),
  organisationName: z.string().nullable(),
  roles: z.array(Role),
  services: z.array(
    z.object({ serviceId: ServiceId, name: Text, profession: Profession, inNameOf: Represented.optional() }),
  ),
  from: Instant,
  until: Instant.nullable(),
});
export type Membership = z.infer<typeof Membership>;

/**
 * `GET /api/v1/session`: who is signed in, the membership they act under, and all of theirs that hold now. It ends at `endsAt` unless
 * the person goes on working; with `last` it ends then whatever they do. At `changesAt` an absence begins or ends that changes for which
 * services they act. While a passkey is `awaited` it opens nothing else.
 */
export const Session = z.object({
  sessionId: SessionId,
  person: Person,
  membership: Membership,
  memberships: z.array(Membership),
  endsAt: Instant,
  last: z.boolean(),
  changesAt: Instant.nullable(),
  passkey: z.enum(['none', 'awaited', 'shown']),
});
export type Session = z.infer<typeof Session>;

/**
 * A session as its own browser gets it. `deviceKey` (32 bytes, base64url) encrypts what the browser keeps for the person, such as
 * text that is not sent yet; it follows from the session's secret, so once the session is over nobody can make it again.
 */
export const OwnSession = Session.extend({ deviceKey: z.string() });
export type OwnSession = z.infer<typeof OwnSession>;

/** `PUT /api/v1/session`: under which of their memberships the person goes on. */
export const SwitchRequest = z.object({ membershipId: MembershipId });
export type SwitchRequest = z.infer<typeof SwitchRequest>;

/** Somebody one can sign in as in development, under one membership. */
export const Persona = z.object({ person: Person, membership: Membership });
export type Persona = z.infer<typeof Persona>;

/** `POST /api/v1/session`, development only; without a membership it is the one that began first. */
export const SignInRequest = z.object({ personId: z.string().max(60), membershipId: MembershipId.optional() });
export type SignInRequest = z.infer<typeof SignInRequest>;

/** A line of `GET /api/v1/sessions`: a session of the caller's, `current` for the one that asks. `device` names browser and system. */
export const SessionLine = z.object({
  sessionId: SessionId,
  current: z.boolean(),
  way: z.enum(codesOf(signInWays)),
  device: z.string(),
  openedAt: Instant,
  seenAt: Instant,
});
export type SessionLine = z.infer<typeof SessionLine>;

/**
 * `GET /api/v1/sign-in`: how one may sign in at this installation; `providers` are those of houses, each with the name it is known by.
 * With `letters` mails are put aside instead of sent.
 */
export const SignInOptions = z.object({
  personas: z.boolean(),
  mail: z.boolean(),
  letters: z.boolean(),
  providers: z.array(z.object({ providerId: slug, name: z.string() })),
});
export type SignInOptions = z.infer<typeof SignInOptions>;
