import { describe, expect, it } from '@jest/globals';
import type { SignInMode } from '#runtime';
import type { InvitationRepository, Joiner, JoiningRepository } from '#persistence/people';
import { JoiningService } from './joining.service.js';
import type { SessionService } from './session.service.js';
import { SignInWays } from './sign-in-ways.js';
import type { Throttle } from './throttle.js';

/** How one signs in without an account, as the decision is told where people sign in in these ways. */
async function toldOf(...modes: readonly SignInMode[]): Promise<Joiner['ways'][]> {
  const told: Joiner['ways'][] = [];
  const refuse = async (_: Buffer, { ways }: Joiner) => {
    told.push(ways);
    return { refusal: 'account-needed' };
  };
  const service = new JoiningService(
    {} as InvitationRepository,
    { join: refuse } as unknown as JoiningRepository,
    {} as SessionService,
    new SignInWays(modes),
    { take: async () => undefined } as unknown as Throttle,
  );
  const from = { cookies: undefined, userAgent: undefined };
  const accepting = service.accept({ secret: 'i'.repeat(22), name: 'Noor' }, undefined, from);
  await expect(accepting).rejects.toMatchObject({ code: 'account-needed' });
  return told;
}

describe('whoever joins', () => {
  it('is left with a way in, by how one signs in at this installation', async () => {
    expect(await toldOf('oidc')).toEqual([{ mail: false, personas: false }]);
    expect(await toldOf('oidc', 'mail')).toEqual([{ mail: true, personas: false }]);
    expect(await toldOf('development')).toEqual([{ mail: false, personas: true }]);
  });
});
