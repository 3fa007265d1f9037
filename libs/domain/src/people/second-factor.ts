import type { Instant } from '#contracts/kernel';
import type { Membership, Role } from '#contracts/people';
import type { SignInWay } from '#contracts/people/codes';
import type { KeptSession } from './session.js';

/** Whoever is one of these sees or changes more than the work of a service, and shows a second proof of who they are. */
const isGuarded: Readonly<Record<Role, boolean>> = {
  actor: false,
  member: false,
  coordinator: true,
  analyst: true,
  administrator: true,
  'organisation-administrator': true,
};

/** True for a membership whose rights take a passkey. */
export function takesPasskey({ roles }: Pick<Membership, 'roles'>): boolean {
  return roles.some((role) => isGuarded[role]);
}

/** True while a session waits for a passkey; personas of development have none. */
export function awaitsPasskey(
  membership: Pick<Membership, 'roles'>,
  way: SignInWay,
  passkeyAt: Instant | null,
): boolean {
  return way !== 'persona' && passkeyAt === null && takesPasskey(membership);
}

/** Minutes for which a passkey that was shown opens what leaves or changes more than the work of a day. */
export const proofMinutes = 10;

/**
 * True while a session may do what takes that its person showed who they are just now, by signing in or with a passkey: whoever comes to
 * a screen that was left open does not. Who joined by the link of an invitation has shown less than a code would: it is valid for days.
 */
export function isFreshlySignedIn(
  { way, openedAt, passkeyAt }: Pick<KeptSession, 'way' | 'openedAt' | 'passkeyAt'>,
  at: Instant,
): boolean {
  const signedInAt = way === 'invitation' ? null : openedAt;
  return isFreshlyProven(way, signedInAt, at) || isFreshlyProven(way, passkeyAt, at);
}

/** True while a session may do what takes a passkey that was shown just now; personas of development have none. */
export function isFreshlyProven(way: SignInWay, passkeyAt: Instant | null, at: Instant): boolean {
  return way === 'persona' || (passkeyAt !== null && Date.parse(at) - Date.parse(passkeyAt) < proofMinutes * 60_000);
}
