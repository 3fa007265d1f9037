import { describe, expect, it } from '@jest/globals';
import type { AuditTrail, MailOutcomeRepository, PersonRepository } from '#persistence/people';
import { type Letter, LetterNotSent, Post } from '../kernel/mail/post.js';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { Installation } from '../kernel/system/installation.js';
import { MailService } from './mail.service.js';

const caller = { viewer: { personId: 'ada' } } as Caller;

/** The service with what it meets: whom it knows, and what becomes of a letter. */
function serviceWith(mail: string | null, send: (letter: Letter) => Promise<void>) {
  const told: string[] = [];
  const person = { personId: 'ada', name: 'Ada Minister', language: 'fr', mail };
  const service = new MailService(
    { view: { way: 'none', server: null, from: null } },
    { find: () => Promise.resolve({ sentAt: null, failed: null }) } as unknown as MailOutcomeRepository,
    { find: () => Promise.resolve({ person, accounts: [] }) } as unknown as PersonRepository,
    { append: ({ action }: { action: string }) => Promise.resolve(void told.push(action)) } as unknown as AuditTrail,
    { send } as Post,
    new Installation('https://relais.example', 'relais'),
  );
  return { service, told };
}

const refusal = (asked: Promise<unknown>) => asked.catch((error: unknown) => error);

describe('a try of the mails', () => {
  it('that no server takes says what was in the way, and is told all the same', async () => {
    const { service, told } = serviceWith('ada@house.example', () => Promise.reject(new LetterNotSent('EAUTH 535')));
    const problem = await refusal(service.test(caller));
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ code: 'mail-not-sent', more: { params: { code: 'EAUTH 535' } } });
    expect(told).toEqual(['mail-tested']);
  });

  it('by somebody without an address sends nothing', async () => {
    const letters: Letter[] = [];
    const { service, told } = serviceWith(null, (letter) => Promise.resolve(void letters.push(letter)));
    expect(await refusal(service.test(caller))).toMatchObject({ code: 'mail-missing' });
    expect([letters, told]).toEqual([[], []]);
  });
});
