import { z } from 'zod';
import { AccountId, Instant, slug } from '../kernel/ids.js';
import { written } from '../kernel/written.js';
import { languages } from '../kernel/codes/index.js';
import { InvitationSecret, PersonName } from './members.js';

/** The id under which an identity provider is set up here. */
export const ProviderId = slug;

/** A page of ours: a path from the root, and nothing that a browser could take for the address of another site. */
export const PagePath = written(/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,499}$/, {
  fr: 'donnez le chemin d’une page de Relais, par exemple /inbox',
  nl: 'geef het pad van een pagina van Relais, bijvoorbeeld /inbox',
  en: 'give the path of a page of Relais, for example /inbox',
});

/**
 * `POST /api/v1/sign-in/providers/{providerId}`: for what somebody goes to a provider, and the page they come back to. Whoever
 * accepts an invitation brings its secret, and somebody new the `name` and the `language` they want; a provider may know neither.
 */
export const FlowRequest = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('sign-in'), to: PagePath.optional() }),
  z.object({
    purpose: z.literal('invitation'),
    to: PagePath.optional(),
    secret: InvitationSecret,
    name: PersonName.optional(),
    language: z.enum(languages).optional(),
  }),
]);
export type FlowRequest = z.infer<typeof FlowRequest>;

/** For what somebody is sent to a provider. */
export type FlowPurpose = FlowRequest['purpose'] | 'link' | 'test';

/** Where the browser goes now: a page of the provider. */
export const FlowStart = z.object({ address: z.string() });
export type FlowStart = z.infer<typeof FlowStart>;

/** `GET /api/v1/sign-in/callback`: what a provider answers by way of the browser (OpenID Connect Core 3.1.2.5 and 3.1.2.6, RFC 9207). What else it adds is left alone. */
export const ProviderAnswer = z.looseObject({
  state: z.string().max(200),
  code: z.string().max(10_000).optional(),
  iss: z.string().max(500).optional(),
  error: z.string().max(500).optional(),
});
export type ProviderAnswer = z.infer<typeof ProviderAnswer>;

/** `POST /api/v1/accounts`: at which provider the caller has the account that they link. */
export const LinkRequest = z.object({ providerId: ProviderId });
export type LinkRequest = z.infer<typeof LinkRequest>;

/** A line of `GET /api/v1/accounts`: an account with which the caller signs in. `provider` is the name it is known by here. */
export const AccountLine = z.object({
  accountId: AccountId,
  provider: z.string(),
  linkedAt: Instant,
  usedAt: Instant.nullable(),
});
export type AccountLine = z.infer<typeof AccountLine>;

/**
 * What the caller's last test of a provider brought: the claims that came, and the names of those that were asked for and did not. A
 * `value` is null where it is, or could be, the number of the national register: it came unasked, and is kept nowhere.
 */
export const ProviderTest = z.object({
  at: Instant,
  claims: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
  missing: z.array(z.string()),
});
export type ProviderTest = z.infer<typeof ProviderTest>;

/** `GET /api/v1/providers`: the identity providers of this installation, and the address that each of them has to know. */
export const ProvidersView = z.object({
  callback: z.string(),
  providers: z.array(
    z.object({
      providerId: ProviderId,
      name: z.string(),
      issuer: z.string(),
      reachable: z.boolean(),
      test: ProviderTest.nullable(),
    }),
  ),
});
export type ProvidersView = z.infer<typeof ProvidersView>;
