import { describe, expect, it } from '@jest/globals';
import type { InvitationRequest } from '#contracts/people';
import type { InvitationRepository, KeptInvitation, MemberRepository } from '#persistence/people';
import type { Letter, Post } from '../kernel/mail/post.js';
import type { Caller } from '../kernel/session/caller.js';
import { Installation } from '../kernel/system/installation.js';
import { InvitationService } from './invitation.service.js';

const request: InvitationRequest = {
  mail: 'noor@example.org',
  language: 'en',
  organisationId: 'north',
  roles: ['member'],
  serviceIds: [],
};
const viewer = { personId: 'one', roles: ['organisation-administrator'], organisationId: 'north', serviceIds: [] };
const caller = { viewer } as unknown as Caller;
const kept: KeptInvitation = {
  invitationId: '00000000-0000-4000-8000-00000000000c',
  mail: request.mail,
  language: 'en',
  organisationId: 'north',
  organisationName: 'North',
  roles: ['member'],
  services: [],
  invitedBy: 'Noor Vanderlinden',
  invitedAt: '2026-11-30T10:00:00.000Z',
  expiresAt: '2026-12-14T10:00:00.000Z',
  known: null,
  state: 'open',
};

/** A service whose letters go as is said, and what it did. */
function serviceWith(send: (letter: Letter) => Promise<void>) {
  const done: string[] = [];
  const invitations = {
    add: async () => ({ invitationId: kept.invitationId }),
    findOne: async () => kept,
    withdraw: async (id: string, by: string, { unsent }: { unsent: boolean }) =>
      void done.push(`${id} withdrawn by ${by}, ${unsent ? 'its letter not sent' : 'sent'}`),
  };
  const members = { findElsewhere: async () => [] };
  const service = new InvitationService(
    invitations as unknown as InvitationRepository,
    members as unknown as MemberRepository,
    { send } satisfies Post,
    new Installation('https://relais.example', 'relais'),
  );
  return { service, done };
}

describe('the letter of an invitation', () => {
  it('names who invites, the house, the day and the link, in the language of the reader', async () => {
    const letters: Letter[] = [];
    const { service } = serviceWith(async (letter) => void letters.push(letter));
    await service.invite(request, caller);
    const [letter] = letters;
    expect(letter).toMatchObject({ to: request.mail, subject: 'Invitation to join North on Relais' });
    expect(letter?.text).toMatch(
      /Noor Vanderlinden[^]*https:\/\/relais\.example\/join#[\w-]{22}\n[^]*14 December 2026/,
    );
  });

  it('that cannot leave leaves no invitation', async () => {
    const { service, done } = serviceWith(() => Promise.reject(new Error('no server')));
    await expect(service.invite(request, caller)).rejects.toMatchObject({ code: 'letter-not-sent' });
    expect(done).toEqual([`${kept.invitationId} withdrawn by one, its letter not sent`]);
  });
});
