import { z } from 'zod';
import { languages } from '../kernel/codes/index.js';
import { Instant, InvitationId, MembershipId, OrganisationId, ServiceId } from '../kernel/ids.js';
import { Profession } from '../kernel/vocabulary.js';
import { Text } from '../kernel/text.js';
import { inWords, written } from '../kernel/written.js';
import { isPersonName } from './codes/index.js';
import { Persona, Role } from './people.js';
import { MailAddress } from './sign-in.js';

/** What a person of a member institution is called. */
export const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine(
    isPersonName,
    inWords({
      fr: 'écrivez un prénom et un nom, en lettres seulement : ni chiffres, ni adresse, ni lien',
      nl: 'schrijf een voornaam en een naam, alleen met letters: geen cijfers, adres of link',
      en: 'write a first name and a name, with letters only: no digits, no address, no link',
    }),
  );
export type PersonName = z.infer<typeof PersonName>;

const terms = { roles: z.array(Role).min(1).max(10), serviceIds: z.array(ServiceId).max(100) };

/** Services are acted for by actors: others have none. */
function actsForThem({
  roles,
  serviceIds,
}: {
  readonly roles: readonly Role[];
  readonly serviceIds: readonly string[];
}): boolean {
  return serviceIds.length === 0 || roles.includes('actor');
}

const notActing = {
  path: ['serviceIds'],
  ...inWords({
    fr: 'seuls les acteurs agissent pour un service ; ajoutez ce rôle ou retirez les services',
    nl: 'alleen actoren handelen voor een dienst; voeg die rol toe of haal de diensten weg',
    en: 'only actors act for a service; add that role or remove the services',
  }),
};

/**
 * A line of `GET /api/v1/members`: a person under one membership. `usedAt` is when they were last there under it, `unusedUntil` when it
 * ends by itself because nobody uses it, `mayManage` whether the caller may change it.
 */
export const Member = Persona.extend({
  mail: z.string().nullable(),
  usedAt: Instant.nullable(),
  unusedUntil: Instant.nullable(),
  mayManage: z.boolean(),
});
export type Member = z.infer<typeof Member>;

/** Open work of a service for which nobody else acts without an end. */
export const OpenWork = z.object({
  serviceId: ServiceId,
  name: Text,
  referrals: z.number().int(),
  leads: z.number().int(),
});
export type OpenWork = z.infer<typeof OpenWork>;

/** The same, and who of the organisation could take the service over. */
export const UnsharedWork = OpenWork.extend({
  /**
   * `until` says of somebody who is to leave when, `awayUntil` of somebody who is absent now until when, and `fits` whether they act for a
   * service of the same profession.
   */
  successors: z.array(
    z.object({
      membershipId: MembershipId,
      name: z.string(),
      until: Instant.nullable(),
      awayUntil: Instant.nullable(),
      fits: z.boolean(),
    }),
  ),
});
export type UnsharedWork = z.infer<typeof UnsharedWork>;

/** An absence, now or to come, in which somebody does the work of a colleague. */
export const StandingIn = z.object({ name: z.string(), from: Instant, until: Instant });
export type StandingIn = z.infer<typeof StandingIn>;

/**
 * `GET /api/v1/members/{membershipId}/leaving`: what would be nobody's without this member from `until` on. `onlyRoles` are those that the caller may not
 * lose, since nobody else has them; `standsInFor` is told and hinders nothing.
 */
export const Leaving = z.object({
  onlyRoles: z.array(Role),
  work: z.array(UnsharedWork),
  standsInFor: z.array(StandingIn),
});
export type Leaving = z.infer<typeof Leaving>;

/** `GET /api/v1/members/{membershipId}/leaving`: when they would leave, now when it is not said. */
export const LeavingQuery = z.object({ until: Instant.optional() });
export type LeavingQuery = z.infer<typeof LeavingQuery>;

/** For each service with open work and nobody else who takes it over; null leaves the work to the coordinators, who see it. */
const successors = z.array(z.object({ serviceId: ServiceId, membershipId: MembershipId.nullable() })).max(100);

/** `PUT /api/v1/members/{membershipId}`: what a membership gives from now on, and who takes over the services that it gives no more. */
export const MembershipChange = z
  .object({ ...terms, successors: successors.optional() })
  .refine(actsForThem, notActing);
export type MembershipChange = z.infer<typeof MembershipChange>;
/** What a membership gives: roles, and the services that its person acts for. */
export type MembershipTerms = Pick<MembershipChange, 'roles' | 'serviceIds'>;

/** `PUT /api/v1/members/{membershipId}/end`: when it ends, null for at once, and who takes over. */
export const MembershipEnd = z.object({ until: Instant.nullable(), successors });
export type MembershipEnd = z.infer<typeof MembershipEnd>;

const offered = {
  organisationId: OrganisationId.nullable(),
  language: z.enum(languages),
  roles: z.array(Role),
  services: z.array(z.object({ serviceId: ServiceId, name: Text, profession: Profession })),
};

/** `POST /api/v1/invitations`: somebody is asked to join an organisation, or the platform itself where it is null. */
export const InvitationRequest = z
  .object({ mail: MailAddress, language: z.enum(languages), organisationId: OrganisationId.nullable(), ...terms })
  .refine(actsForThem, notActing);
export type InvitationRequest = z.infer<typeof InvitationRequest>;

/** A line of `GET /api/v1/invitations`: an invitation that was neither accepted nor withdrawn; after `expiresAt` its link is void. */
export const Invitation = z.object({
  invitationId: InvitationId,
  mail: z.string(),
  organisationName: z.string().nullable(),
  invitedBy: z.string().nullable(),
  invitedAt: Instant,
  expiresAt: Instant,
  mayManage: z.boolean(),
  ...offered,
});
export type Invitation = z.infer<typeof Invitation>;

/** What an invitation's link carries behind `#`, which no server sees: 128 bits. */
export const InvitationSecret = written(/^[A-Za-z0-9_-]{22}$/, {
  fr: 'ouvrez le lien de l’invitation tel quel, en entier',
  nl: 'open de link van de uitnodiging zoals hij is, volledig',
  en: 'open the link of the invitation as it is, as a whole',
});

/** `POST /api/v1/invitations/look`: reads an invitation; nothing of it is used up. */
export const InvitationLookRequest = z.object({ secret: InvitationSecret });
export type InvitationLookRequest = z.infer<typeof InvitationLookRequest>;

/**
 * What whoever holds the link may know: to what they are invited and by whom. `known` names the person who has the mail already, `signedIn`
 * the one who is signed in with this browser, and `before` is what whoever joins as one of them has to do first.
 */
export const InvitationLook = z.object({
  mail: z.string().nullable(),
  organisationName: z.string().nullable(),
  invitedBy: z.string().nullable(),
  expiresAt: Instant,
  known: z.string().nullable(),
  signedIn: z.string().nullable(),
  before: z.enum(['sign-in', 'passkey']).nullable(),
  ...offered,
});
export type InvitationLook = z.infer<typeof InvitationLook>;

/**
 * `POST /api/v1/invitations/accept`. With `signedIn` the one who is signed in with this browser joins; otherwise somebody who has the mail
 * and is a member of nothing any more, or somebody new, who says a `name`, their `language` if it is another one, and a `mail` where the invitation went to none.
 */
export const InvitationAcceptance = z.object({
  secret: InvitationSecret,
  signedIn: z.boolean().optional(),
  name: PersonName.optional(),
  mail: MailAddress.optional(),
  language: z.enum(languages).optional(),
});
export type InvitationAcceptance = z.infer<typeof InvitationAcceptance>;
