import type { Brought } from '#persistence/people';
import type { Claims } from './providers.js';
import { isNational, nationalIn, type ProviderSettings } from '../../kernel/providers/settings.js';

/** What a scope of OpenID Connect Core 5.4 stands for, as far as Relais would use it. */
const byScope: Readonly<Record<string, readonly string[]>> = { profile: ['name'], email: ['email'] };

/** What belongs to the one answer and says nothing of who came. */
const ofAnswer = new Set(['aud', 'exp', 'iat', 'nbf', 'nonce', 'jti', 'at_hash', 'c_hash', 's_hash']);

/** Longer values are cut, and of more claims the first are told: a test shows what came, it does not keep it. */
const longest = 200;
const most = 80;

function valueOf(name: string, value: unknown): string | null {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return isNational(name) || nationalIn(text) !== 'nothing' ? null : text.slice(0, longest);
}

/** What a test of a provider brought: the claims that came, and what was asked for and did not. */
export function broughtOf({ scopes, claims: asked, acrValues }: ProviderSettings, claims: Claims): Brought {
  const wanted = [
    ...scopes.flatMap((scope) => byScope[scope] ?? []),
    ...asked,
    ...(acrValues.length > 0 ? ['acr'] : []),
  ];
  return {
    claims: Object.entries(claims)
      .filter(([name]) => !ofAnswer.has(name))
      .slice(0, most)
      .map(([name, value]) => ({ name, value: valueOf(name, value) })),
    missing: [...new Set(wanted)].filter((name) => claims[name] === undefined),
  };
}

/** True when somebody showed who they are as strongly as the configuration asks (`acr_values`, OpenID Connect Core 3.1.2.1). */
export function isStrongEnough({ acrValues }: ProviderSettings, { acr }: Claims): boolean {
  return acrValues.length === 0 || (typeof acr === 'string' && acrValues.includes(acr));
}
