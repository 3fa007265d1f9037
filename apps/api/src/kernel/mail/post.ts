/** One mail to one person, in their language; `text` is plain, with addresses written out. */
export type Letter = { readonly to: string; readonly subject: string; readonly text: string };

/** Nobody took a letter. Says no address, and has been logged and counted. */
export class LetterNotSent extends Error {
  override readonly name = 'LetterNotSent';

  /** @param code what the server, or its library, calls what was in the way */
  constructor(readonly code: string) {
    super('a letter was not sent');
  }
}

/** Sends mails, at once; the one port through which any leaves. */
export abstract class Post {
  /** @throws LetterNotSent when nothing took the letter */
  abstract send(letter: Letter): Promise<void>;
}
