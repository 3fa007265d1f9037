import { Injectable } from '@nestjs/common';
import type { MailView } from '#contracts/people';
import { AuditTrail, MailOutcomeRepository, PersonRepository } from '#persistence/people';
import { MailWay } from '../kernel/mail/mail-way.js';
import { LetterNotSent, Post } from '../kernel/mail/post.js';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { Installation } from '../kernel/system/installation.js';
import { testLetter } from './test-letter.js';

/** How mails leave, for those who look after the installation. */
@Injectable()
export class MailService {
  constructor(
    private readonly way: MailWay,
    private readonly outcomes: MailOutcomeRepository,
    private readonly persons: PersonRepository,
    private readonly trail: AuditTrail,
    private readonly post: Post,
    private readonly installation: Installation,
  ) {}

  async read(): Promise<MailView> {
    return { ...this.way.view, ...(await this.outcomes.find()) };
  }

  /** Sends a letter to the caller, and to nobody else. */
  async test({ viewer: { personId } }: Caller): Promise<MailView> {
    const person = (await this.persons.find(personId))?.person;
    if (person?.mail == null) {
      throw new Problem('mail-missing');
    }
    await this.trail.append({ personId, action: 'mail-tested', about: ['installation', 'mail'] });
    const { mail, language, name } = person;
    try {
      await this.post.send(testLetter(mail, language, { name, address: this.installation.publicUrl }));
    } catch (error) {
      throw error instanceof LetterNotSent ? new Problem('mail-not-sent', { params: { code: error.code } }) : error;
    }
    return this.read();
  }
}
