import * as oidc from 'openid-client';
import type { SignInOptions } from '#contracts/people';
import type { Account } from '#persistence/people';
import type { Logger } from '#runtime';
import { Problem } from '../../kernel/problems/problem.js';
import { challengeOf, type FlowWords } from './flow-secret.js';
import { meansAway, wordOf } from './provider-faults.js';
import { issuerKey, nationalIn, type ProviderSettings } from '../../kernel/providers/settings.js';

/** What a provider says of somebody, by the names of OpenID Connect. */
export type Claims = Readonly<Record<string, unknown>>;

/** Somebody whom a provider confirmed: with which account, and what it says of them beside. */
export type Confirmed = { readonly account: Account; readonly claims: Claims };

/** Where providers send browsers back to. */
const callbackPath = '/api/v1/sign-in/callback';

const patienceSeconds = 8;
/** What a provider says of itself changes seldom. */
const knownForMilliseconds = 600_000;

type Known = { readonly until: number; readonly metadata: Promise<oidc.ServerMetadata> };

/** The identity providers of this installation, asked by OpenID Connect: code, PKCE, state and nonce. */
export class Providers {
  private readonly known = new Map<string, Known>();

  /** Where each of them sends browsers back to. */
  readonly callback: string;

  constructor(
    private readonly settings: readonly ProviderSettings[],
    publicUrl: string,
    private readonly logger: Logger,
  ) {
    this.callback = new URL(callbackPath, publicUrl).href;
  }

  /** Those that are set up, in the order in which they are. */
  all(): readonly ProviderSettings[] {
    return this.settings;
  }

  /** The same as people see them. */
  offered(): SignInOptions['providers'] {
    return this.settings.map(({ id: providerId, name }) => ({ providerId, name }));
  }

  /** @throws Problem `provider-unknown` */
  get(providerId: string): ProviderSettings {
    const found = this.settings.find(({ id }) => id === providerId);
    if (found === undefined) {
      throw new Problem('provider-unknown');
    }
    return found;
  }

  /** The provider that calls itself so; undefined when it is not set up any more. */
  ofIssuer(issuer: string): ProviderSettings | undefined {
    return this.settings.find((one) => issuerKey(one.issuer) === issuerKey(issuer));
  }

  /**
   * The page of the provider to which a browser goes.
   * @throws Problem `provider-away`
   */
  async addressOf(provider: ProviderSettings, { state, nonce, verifier }: FlowWords): Promise<string> {
    const { scopes, acrValues, claims } = provider;
    const asked = Object.fromEntries(claims.map((name) => [name, null]));
    return oidc.buildAuthorizationUrl(await this.configurationOf(provider), {
      redirect_uri: this.callback,
      scope: scopes.join(' '),
      state,
      nonce,
      code_challenge: challengeOf(verifier),
      code_challenge_method: 'S256',
      ...(acrValues.length > 0 && { acr_values: acrValues.join(' ') }),
      ...(claims.length > 0 && { claims: JSON.stringify({ id_token: asked }) }),
    }).href;
  }

  /**
   * Who came back, once all that a provider answered holds.
   * @param search the query with which the browser came back
   * @param more whether to ask also for what the provider tells only separately
   * @throws Problem `provider-away`, `not-confirmed`
   */
  async confirm(
    provider: ProviderSettings,
    search: string,
    { state, nonce, verifier }: FlowWords,
    { more = false } = {},
  ): Promise<Confirmed> {
    const configuration = await this.configurationOf(provider);
    const address = new URL(this.callback);
    address.search = search;
    try {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      const tokens = await oidc.authorizationCodeGrant(configuration, address, checks);
      const claims = tokens.claims();
      if (claims === undefined || nationalIn(claims.sub) === 'the whole') {
        throw new Problem('not-confirmed');
      }
      const beside = more ? await told(configuration, tokens.access_token, claims.sub) : {};
      return { account: { issuer: claims.iss, subject: claims.sub }, claims: { ...beside, ...claims } };
    } catch (error) {
      this.logger.warn({ provider: provider.id, reason: wordOf(error) }, 'a provider did not confirm who came');
      throw new Problem(meansAway(error) ? 'provider-away' : 'not-confirmed');
    }
  }

  /** Asks a provider anew what it says of itself. */
  async isReachable(provider: ProviderSettings): Promise<boolean> {
    return discovered(provider).then(
      () => true,
      () => false,
    );
  }

  /** With an empty memory of its keys: whoever has just changed them is believed at once, for one request at each sign-in. */
  private async configurationOf(provider: ProviderSettings): Promise<oidc.Configuration> {
    const metadata = await this.metadataOf(provider).catch((error: unknown) => {
      this.logger.warn({ provider: provider.id, reason: wordOf(error) }, 'a provider cannot be reached');
      throw new Problem('provider-away');
    });
    const configuration = new oidc.Configuration(metadata, provider.clientId, {}, authOf(provider, metadata));
    preparing(provider).forEach((prepare) => prepare(configuration));
    configuration.timeout = patienceSeconds;
    return configuration;
  }

  private metadataOf(provider: ProviderSettings): Promise<oidc.ServerMetadata> {
    const now = Date.now();
    const known = this.known.get(provider.id);
    if (known !== undefined && now < known.until) {
      return known.metadata;
    }
    const metadata = discovered(provider);
    this.known.set(provider.id, { until: now + knownForMilliseconds, metadata });
    metadata.catch(() => {
      if (this.known.get(provider.id)?.metadata === metadata) {
        this.known.delete(provider.id);
      }
    });
    return metadata;
  }
}

async function discovered(provider: ProviderSettings): Promise<oidc.ServerMetadata> {
  const found = await oidc.discovery(new URL(provider.issuer), provider.clientId, {}, undefined, {
    execute: preparing(provider),
    timeout: patienceSeconds,
  });
  return found.serverMetadata();
}

/** Signatures are looked at though they come over an encrypted line; without one only where it does not leave this machine. */
function preparing({ issuer }: ProviderSettings): ((configuration: oidc.Configuration) => void)[] {
  const isPlain = issuer.startsWith('http:');
  return [oidc.enableNonRepudiationChecks, ...(isPlain ? [oidc.allowInsecureRequests] : [])];
}

/** How we show the provider who we are: in the body where it takes that, else as OpenID Connect has it. */
function authOf({ clientSecret }: ProviderSettings, metadata: oidc.ServerMetadata): oidc.ClientAuth {
  if (clientSecret === undefined) {
    return oidc.None();
  }
  const inBody = metadata.token_endpoint_auth_methods_supported?.includes('client_secret_post') === true;
  return inBody ? oidc.ClientSecretPost(clientSecret) : oidc.ClientSecretBasic(clientSecret);
}

/** What a provider tells of somebody at its userinfo endpoint; nothing, where it has none or refuses. */
async function told(configuration: oidc.Configuration, accessToken: string, subject: string): Promise<Claims> {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) {
    return {};
  }
  return oidc.fetchUserInfo(configuration, accessToken, subject).catch(() => ({}));
}
