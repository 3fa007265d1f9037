import { describe, expect, it } from '@jest/globals';
import type { Role } from '#contracts/people';
import { roles, signInWays, type SignInWay } from '#contracts/people/codes';
import { awaitsPasskey, isFreshlyProven, isFreshlySignedIn } from './index.js';

const guarded = ['coordinator', 'analyst', 'administrator', 'organisation-administrator'];

describe('a second proof of who somebody is', () => {
  it.each(Object.keys(roles) as Role[])('is asked of who has the role %s when that sees or changes more', (role) => {
    for (const way of Object.keys(signInWays) as SignInWay[]) {
      const isAsked = guarded.includes(role) && way !== 'persona';
      expect([way, awaitsPasskey({ roles: ['member', role] }, way, null)]).toEqual([way, isAsked]);
      expect(awaitsPasskey({ roles: [role] }, way, '2026-11-30T10:00:00.000Z')).toBe(false);
    }
  });
});

describe('what leaves or changes more than the work of a day', () => {
  const at = '2026-11-30T10:00:00.000Z';

  it.each([
    ['mail', null, false],
    ['mail', '2026-11-30T09:50:00.000Z', false],
    ['provider', '2026-11-30T09:50:00.001Z', true],
    ['persona', null, true],
  ] as const)(
    'takes a passkey that was shown in the last ten minutes: by %s, shown %s, is %s',
    (way, shown, proven) => {
      expect(isFreshlyProven(way, shown, at)).toBe(proven);
    },
  );
});

describe('what is one’s own', () => {
  const at = '2026-11-30T10:00:00.000Z';
  const [before, within] = ['2026-11-30T09:50:00.000Z', '2026-11-30T09:50:00.001Z'];

  it.each([
    ['mail', before, null, false],
    ['mail', within, null, true],
    ['provider', before, before, false],
    ['provider', before, within, true],
    ['persona', before, null, true],
    ['invitation', within, null, false],
    ['invitation', within, within, true],
  ] as const)(
    'takes a sign-in or a passkey of the last ten minutes: by %s, opened %s, shown %s, is %s',
    (way, openedAt, passkeyAt, fresh) => {
      expect(isFreshlySignedIn({ way, openedAt, passkeyAt }, at)).toBe(fresh);
    },
  );
});
