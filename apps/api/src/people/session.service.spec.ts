import { describe, expect, it } from '@jest/globals';
import type { SessionRepository } from '#persistence/people';
import type { LiveHub } from '../kernel/live/live-hub.js';
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

describe('signing in without the personas of development', () => {
  it('shows nobody and takes nobody', async () => {
    const service = new SessionService({} as SessionRepository, {} as LiveHub, new SignInWays(['oidc', 'mail']));
    expect(await service.personas()).toEqual([]);
    await expect(
      service.openPersona({ personId: 'amelie-beci' }, { cookies: undefined, userAgent: undefined }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
