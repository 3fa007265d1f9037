import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';

/** Of the browser that began a way to a provider; as the one of a session, no other host can give or read it. */
const flowCookie = '__Host-relais-flow';

/** How long somebody may take at a provider. */
export const flowMinutes = 10;

/**
 * What a way to a provider is protected with, all of it made of the one secret that its browser keeps: `state` and `nonce` are shown
 * to the provider, `verifier` to its token endpoint alone, and none of them leads back to the secret. So nothing of it is stored.
 */
export type FlowWords = { readonly state: string; readonly nonce: string; readonly verifier: string };

export function flowWordsOf(secret: string): FlowWords {
  const wordFor = (use: string) => createHmac('sha256', secret).update(`relais flow ${use} 1`).digest('base64url');
  return { state: wordFor('state'), nonce: wordFor('nonce'), verifier: wordFor('verifier') };
}

/** What is sent of a verifier at first, RFC 7636 S256. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

/** True when a state was made of the secret, without telling by the time it takes how much of it is right. */
export function isStateOf(secret: string, state: string): boolean {
  const [own, given] = [flowWordsOf(secret).state, state].map((one) => createHash('sha256').update(one).digest());
  return own !== undefined && given !== undefined && timingSafeEqual(own, given);
}

/** The secret that a Cookie header carries. */
export function flowSecretIn(header: string | undefined): string | undefined {
  return header === undefined ? undefined : parseCookie(header)[flowCookie];
}

/** The Set-Cookie header that begins a way to a provider, or ends it when the secret is empty. */
export function flowCookieOf(secret: string): string {
  return stringifySetCookie({
    name: flowCookie,
    value: secret,
    httpOnly: true,
    secure: true,
    // It has to come along when the provider sends the browser back.
    sameSite: 'lax',
    path: '/',
    maxAge: secret === '' ? 0 : flowMinutes * 60,
  });
}
