import { LetterRepository, MailOutcomeRepository } from '#persistence/people';
import { Counter } from '#runtime';
import type { AppParts } from '../parts.js';
import { LetterBox } from './letter-box.js';
import type { Post } from './post.js';
import { SmtpPost } from './smtp-post.js';
import { WatchedPost } from './watched-post.js';

/** Where nobody takes mails: a letter may hold a secret, so it is put aside nowhere. */
const nobody = {
  send: (): Promise<void> =>
    Promise.reject(Object.assign(new Error('MAIL_SERVER is not set'), { code: 'NO_MAIL_SERVER' })),
};

/** Whether letters are put aside and shown to whoever asks, instead of sent. */
export function keepsLetters({ mail, signIn }: Pick<AppParts, 'mail' | 'signIn'>): boolean {
  return mail === undefined && signIn.includes('development');
}

/** How mails leave this installation. */
export function postOf(parts: AppParts): Post {
  const { mail, database, logger, registry } = parts;
  const failed = new Counter({
    name: 'relais_letters_failed_total',
    help: 'Letters that nobody took',
    registers: [registry],
  });
  const sender = keepsLetters(parts)
    ? new LetterBox(new LetterRepository(database))
    : mail === undefined
      ? nobody
      : new SmtpPost(mail);
  return new WatchedPost(sender, { logger, failed, outcomes: new MailOutcomeRepository(database) });
}
