import type { MailView } from '#contracts/people';
import type { AppParts } from '../parts.js';
import { keepsLetters } from './post-of.js';
import { serverNamed } from './smtp-post.js';

/** How mails leave this installation, as far as administrators may know: not what signs in to their server. */
export class MailWay {
  readonly view: Pick<MailView, 'way' | 'server' | 'from'>;

  constructor(parts: Pick<AppParts, 'mail' | 'signIn'>) {
    const { mail } = parts;
    this.view =
      mail === undefined
        ? { way: keepsLetters(parts) ? 'kept' : 'none', server: null, from: null }
        : { way: 'server', server: serverNamed(mail), from: mail.from };
  }
}
