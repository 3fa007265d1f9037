import { describe, expect, it } from '@jest/globals';
import type { FlowRequest } from '#contracts/people';
import type { AccountRepository, Flow, FlowRepository, ProviderTestRepository } from '#persistence/people';
import { Problem } from '../../kernel/problems/problem.js';
import { hashOf } from '../../kernel/session/token.js';
import type { JoiningService, Shown } from '../joining.service.js';
import type { SessionService } from '../session.service.js';
import type { Throttle } from '../throttle.js';
import { flowWordsOf } from './flow-secret.js';
import { FlowService } from './flow.service.js';
import type { Providers } from './providers.js';

const account = { issuer: 'https://id.example', subject: 'nora' };
const secretOfInvitation = 'i'.repeat(22);

/** Takes the invitation with the one secret, and writes down what it was given. */
class OneInvitation {
  readonly given: { secretHash: string; shown: Shown }[] = [];

  acceptWith(secretHash: Buffer, shown: Shown): Promise<{ personId: string; membershipId: string }> {
    this.given.push({ secretHash: secretHash.toString('hex'), shown });
    return secretHash.equals(hashOf(secretOfInvitation))
      ? Promise.resolve({ personId: 'new-nora', membershipId: 'newest' })
      : Promise.reject(new Problem('invitation-withdrawn'));
  }
}

/** The service with one provider that confirms whoever comes, and what it opened sessions for. */
function flowing(name: unknown = 'Nora Told') {
  const rows = new Map<string, Flow>();
  const flows = {
    begin: async (hash: Buffer, flow: Flow) => void rows.set(hash.toString('hex'), flow),
    take: async (hash: Buffer) => {
      const found = rows.get(hash.toString('hex'));
      rows.delete(hash.toString('hex'));
      return found;
    },
  };
  const providers = {
    get: () => ({ id: 'house', acrValues: [] }),
    addressOf: async () => 'https://id.example/authorize',
    confirm: async () => ({ account, claims: { name } }),
  };
  const opened: unknown[] = [];
  const sessions = {
    openFor: async (personId: string, way: string, _: unknown, { membershipId }: { membershipId: string }) => {
      opened.push([personId, way, membershipId]);
      return { session: {}, token: 't' };
    },
  };
  const invitations = new OneInvitation();
  const service = new FlowService(
    providers as unknown as Providers,
    flows as unknown as FlowRepository,
    { noteUse: async () => undefined } as unknown as AccountRepository,
    {} as ProviderTestRepository,
    sessions as unknown as SessionService,
    invitations as unknown as JoiningService,
    { take: async () => undefined } as unknown as Throttle,
  );
  const begin = (request: FlowRequest) => service.begin('house', request, '192.0.2.7');
  const back = (secret: string) =>
    service.end(flowWordsOf(secret).state, '?code=c', {
      cookies: `__Host-relais-flow=${secret}`,
      userAgent: undefined,
    });
  return { begin, rows, opened, invitations, back };
}

describe('accepting an invitation with an account', () => {
  it('hands on the hash of its secret, with the account that the provider confirmed, and signs in whoever it is', async () => {
    const { begin, rows, opened, invitations, back } = flowing();
    const request = { purpose: 'invitation', secret: secretOfInvitation, to: '/welcome' } as const;
    const { secret } = await begin(request);
    expect(JSON.stringify([...rows.values()])).not.toContain(secretOfInvitation);
    expect(await back(secret)).toMatchObject({ to: '/welcome', opened: { token: 't' } });
    const shown = { account, name: 'Nora Told', language: undefined };
    expect(invitations.given).toEqual([{ secretHash: hashOf(secretOfInvitation).toString('hex'), shown }]);
    expect(opened).toEqual([['new-nora', 'provider', 'newest']]);
  });

  it('that is refused leads back to its page with the reason, and opens nothing', async () => {
    const { begin, opened, back } = flowing();
    const { secret } = await begin({ purpose: 'invitation', secret: 'o'.repeat(22), to: '/welcome' });
    expect(await back(secret)).toEqual({ to: '/join?problem=invitation-withdrawn' });
    expect(opened).toEqual([]);
  });
});

describe('what somebody who joins is called', () => {
  const request = { purpose: 'invitation', secret: secretOfInvitation } as const;

  it.each([
    ['what they said themselves', { name: 'Nora Said', language: 'nl' } as const, 'Nora Told', 'Nora Said', 'nl'],
    ['what the provider says', {}, ' Nora Told ', 'Nora Told', undefined],
    ['nothing, where that is no name', {}, 'nora@house.example', undefined, undefined],
    ['nothing, where it says none', {}, null, undefined, undefined],
  ])('is %s', async (_, said, told, name, language) => {
    const { begin, invitations, back } = flowing(told);
    await back((await begin({ ...request, ...said })).secret);
    expect(invitations.given[0]?.shown).toEqual({ account, name, language });
  });
});

describe('a fault of our own on the way back', () => {
  it('is none of the person’s: it is told as what it is', async () => {
    const { begin, invitations, back } = flowing();
    invitations.acceptWith = () => Promise.reject(new Error('broken'));
    const { secret } = await begin({ purpose: 'invitation', secret: secretOfInvitation });
    await expect(back(secret)).rejects.toThrow('broken');
  });
});
