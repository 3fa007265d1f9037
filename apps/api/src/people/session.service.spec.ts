import { describe, expect, it } from '@jest/globals';
import type { SessionRepository } from '#persistence/people';
import type { LiveHub } from '../kernel/live/live-hub.js';
import type { Caller } from '../kernel/session/caller.js';
import { SessionService } from './session.service.js';
import { SignInWays } from './sign-in-ways.js';
import { hashOf } from '../kernel/session/token.js';

describe('signing out', () => {
  it('ends the session and its live streams at once', async () => {
    const ended: string[] = [];
    const sessions = { close: async (hash: Buffer) => void ended.push(`row ${hash.toString('hex')}`) };
    const hub = { endSession: (session: string) => void ended.push(`streams ${session}`) };
    const service = new SessionService(
      sessions as unknown as SessionRepository,
      hub as unknown as LiveHub,
      new SignInWays(['development']),
    );
    await service.close('__Host-relais=abc');
    await service.close(undefined);
    const hash = hashOf('abc').toString('hex');
    expect(ended).toEqual([`row ${hash}`, `streams ${hash}`]);
  });
});

describe('a session that is over before it is answered', () => {
  const browser = { cookies: '__Host-relais=abc', userAgent: undefined };
  const before = { session: '00', signedIn: { person: { personId: 'tom' } } } as unknown as Caller;
  const sessions = {
    findPersona: async () => ({}),
    open: async () => undefined,
    replace: async () => true,
    renew: async () => true,
    findBySession: async () => undefined,
  } as unknown as SessionRepository;
  const service = new SessionService(sessions, {} as LiveHub, new SignInWays(['development']));

  it.each<[string, () => Promise<unknown>]>([
    ['opened', () => service.openFor('tom', 'mail', browser)],
    ['gone on with under another membership', () => service.switchTo('other', before)],
    ['gone on with by a link', () => service.goOnUnder('other', browser)],
    ['renewed', () => service.renew(before)],
  ])('is not %s', async (_, ask) => {
    await expect(ask()).rejects.toMatchObject({ code: 'signed-out' });
  });
});

describe('signing in without the personas of development', () => {
  it('shows nobody and takes nobody', async () => {
    const service = new SessionService({} as SessionRepository, {} as LiveHub, new SignInWays(['oidc', 'mail']));
    expect(await service.personas()).toEqual([]);
    await expect(
      service.openPersona({ personId: 'amelie-beci' }, { cookies: undefined, userAgent: undefined }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
