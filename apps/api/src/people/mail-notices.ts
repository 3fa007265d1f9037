import { Injectable } from '@nestjs/common';
import type { Person } from '#contracts/people';
import { Afterwards } from '../kernel/afterwards.js';
import { type Letter, letUnsent, Post } from '../kernel/mail/post.js';
import { Installation } from '../kernel/system/installation.js';
import { mailChangedLetter, mailGivenLetter } from './mail-letters.js';

type Named = Pick<Person, 'name' | 'language'>;

/** Letters about an address that changed, to both; the change does not wait for them, and stands without. */
@Injectable()
export class MailNotices {
  constructor(
    private readonly post: Post,
    private readonly afterwards: Afterwards,
    private readonly installation: Installation,
  ) {}

  /** Tells the address of before, if there was one. */
  tellFormer(mail: string | null, { name, language }: Named): void {
    if (mail !== null) {
      this.send(mailChangedLetter(mail, language, { name, address: this.installation.publicUrl }));
    }
  }

  /** Tells the one that an administrator gave to somebody. */
  tellGiven(mail: string, { name, language }: Named): void {
    this.send(mailGivenLetter(mail, language, { name, address: this.installation.publicUrl }));
  }

  private send(letter: Letter): void {
    this.afterwards.do('telling that an address changed', () => this.post.send(letter).catch(letUnsent));
  }
}
