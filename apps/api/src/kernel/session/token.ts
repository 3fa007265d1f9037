import { createHash, createHmac, randomBytes } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import { sessionMinutes } from '#domain/people';

/** `__Host-` makes browsers refuse it from another host, without Secure or with a Domain. */
export const cookieName = '__Host-relais';

/** A new secret for one session; only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** What the browser of a session encrypts with; it tells nothing of the token, and ends with it. */
export function deviceKeyOf(token: string): string {
  return createHmac('sha256', token).update('relais device key 1').digest('base64url');
}

/** The token that a Cookie header carries. */
export function tokenIn(header: string | undefined): string | undefined {
  return header === undefined ? undefined : parseCookie(header)[cookieName];
}

/** The Set-Cookie header that opens a session, or ends it when the token is empty. */
export function cookieOf(token: string): string {
  return stringifySetCookie({
    name: cookieName,
    value: token,
    httpOnly: true,
    secure: true,
    sameSite: 'lax',
    path: '/',
    maxAge: token === '' ? 0 : sessionMinutes.most * 60,
  });
}
