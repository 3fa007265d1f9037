import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CodeAttempt, MailChangeCode, MailChangeRequest, OwnMail, Person } from '#contracts/people';
import { codeLimits } from '#domain/people';
import { codeOfBits, spelledCode } from '#domain/spelling';
import { MailChangeRepository, PersonRepository } from '#persistence/people';
import { LetterNotSent, Post } from '../kernel/mail/post.js';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { Installation } from '../kernel/system/installation.js';
import { codeHashOf } from './code-sender.js';
import { MailNotices } from './mail-notices.js';
import { mailCodeLetter } from './mail-letters.js';

/** The address of the caller: another one counts once its code was typed. */
@Injectable()
export class OwnMailService {
  constructor(
    private readonly persons: PersonRepository,
    private readonly changes: MailChangeRepository,
    private readonly post: Post,
    private readonly notices: MailNotices,
    private readonly installation: Installation,
  ) {}

  async read({ signedIn: { person } }: Caller): Promise<OwnMail> {
    const kept = await this.persons.find(person.personId);
    return { mail: kept?.person.mail ?? null };
  }

  /** Sends a code to the address; whose it is already is not told. */
  async begin({ mail }: MailChangeRequest, caller: Caller): Promise<CodeAttempt> {
    const { person } = caller.signedIn;
    if ((await this.read(caller)).mail === mail) {
      throw new Problem('mail-same');
    }
    const attemptId = randomUUID();
    const code = codeOfBits(BigInt(`0x${randomBytes(5).toString('hex')}`));
    const codeHash = codeHashOf(attemptId, code.replace('-', ''));
    if (!(await this.changes.begin({ attemptId, personId: person.personId, mail, codeHash }))) {
      throw new Problem('too-many-codes', { params: { count: codeLimits.lettersAnHour }, wait: 3_600 });
    }
    await this.send(mail, person, code);
    return { attemptId, minutes: codeLimits.minutes };
  }

  /** Takes the code: the address counts, and the one of before is told. */
  async confirm({ attemptId, code }: MailChangeCode, { signedIn: { person } }: Caller): Promise<void> {
    const hash = codeHashOf(attemptId, spelledCode(code));
    const changed = await this.changes.confirm(person.personId, attemptId, hash);
    if ('refusal' in changed) {
      throw new Problem(changed.refusal === 'code-wrong' ? 'mail-code-refused' : changed.refusal);
    }
    this.notices.tellFormer(changed.before, person);
  }

  private async send(mail: string, { language, name }: Person, code: string): Promise<void> {
    const { publicUrl: address } = this.installation;
    try {
      await this.post.send(mailCodeLetter(mail, language, { name, address, code }));
    } catch (error) {
      throw error instanceof LetterNotSent ? new Problem('code-not-sent') : error;
    }
  }
}
