import { generateKeyPairSync, randomUUID } from 'node:crypto';
import http from 'node:http';
import Provider, { type Configuration, type JWK } from 'oidc-provider';
import { freePort } from './processes.js';

/** Somebody who has an account at a provider: by which name it knows them, what it tells of them, and how they show who they are. */
export type Known = {
  readonly subject: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly acr?: string;
};

/** A real OpenID Connect provider, which lets in whoever is said to come. */
export type IdentityProvider = {
  readonly issuer: string;
  /** What Relais is told of it, an item of OIDC_PROVIDERS. */
  readonly settings: Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string };
  /** Says who is at its sign-in page from now on. */
  readonly comes: (known: Known) => void;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Whether the keys it shows are those that it signs with, as they are unless somebody else writes its answers. */
  readonly showKeys: (which: 'own' | 'foreign') => void;
  /** Goes on with other keys, and with nobody signed in. */
  readonly changeKeys: () => void;
};

type Options = {
  readonly id: string;
  readonly name: string;
  /** Where Relais asks it to send browsers back to. */
  readonly callback: string;
  /** What else of it Relais is told. */
  readonly more?: Readonly<Record<string, unknown>>;
};

const acrValues = ['low', 'high'];

function newKey(): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'ES256' } as JWK;
}

function configurationOf(
  client: { readonly id: string; readonly secret: string },
  callback: string,
  who: () => Known,
): Configuration {
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [callback],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [newKey()] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ['sub'], profile: ['name'], email: ['email'], acr: null },
    scopes: ['openid', 'profile', 'email'],
    acrValues,
    features: { devInteractions: { enabled: false }, claimsParameter: { enabled: true } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...who().claims }),
    }),
    // Nobody is asked whether Relais may know who they are: a house has agreed to that for its people.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        ...(oidc.client && { clientId: oidc.client.clientId }),
        ...(oidc.session?.accountId !== undefined && { accountId: oidc.session.accountId }),
      });
      grant.addOIDCScope('openid profile email');
      grant.addOIDCClaims(['name', 'email', 'acr']);
      await grant.save();
      return grant;
    },
  };
}

/** Makes a provider on a port of its own; it answers once it is started. */
export async function identityProvider({ id, name, callback, more = {} }: Options): Promise<IdentityProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const client = { id: `relais-at-${id}`, secret: randomUUID() };
  let known: Known = { subject: 'nobody' };
  const made = () =>
    new Provider(
      issuer,
      configurationOf(client, callback, () => known),
    );
  let provider = made();
  let server: http.Server | undefined;
  let shown: 'own' | 'foreign' = 'own';
  const showForeign = (response: http.ServerResponse) => {
    const { d: _, ...key } = newKey();
    response.setHeader('content-type', 'application/jwk-set+json').end(JSON.stringify({ keys: [key] }));
  };
  const enter = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const { subject: accountId, acr } = known;
    const login = { accountId, ...(acr !== undefined && { acr }) };
    await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  };
  return {
    issuer,
    settings: { id, name, issuer, clientId: client.id, clientSecret: client.secret, ...more },
    comes: (next) => {
      known = next;
    },
    start: () =>
      new Promise((resolve, reject) => {
        server = http.createServer((request, response) => {
          if (request.url?.startsWith('/interaction/') === true) {
            enter(request, response).catch(() => response.writeHead(500).end());
          } else if (request.url === '/jwks' && shown === 'foreign') {
            showForeign(response);
          } else {
            void provider.callback()(request, response);
          }
        });
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => resolve());
      }),
    stop: () =>
      new Promise((resolve) => {
        if (server === undefined) {
          resolve();
          return;
        }
        server.close(() => resolve());
        server.closeAllConnections();
        server = undefined;
      }),
    showKeys: (which) => {
      shown = which;
    },
    changeKeys: () => {
      provider = made();
    },
  };
}
