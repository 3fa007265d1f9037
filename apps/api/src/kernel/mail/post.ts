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

/** Takes the failure of a letter that nobody waits for: that it was not sent is logged and counted where it happens. */
export function letUnsent(error: unknown): void {
  if (!(error instanceof LetterNotSent)) {
    throw error;
  }
}

/** Sends mails, at once; the one port through which any leaves. */
export abstract class Post {
  /** @throws LetterNotSent when nothing took the letter */
  abstract send(letter: Letter): Promise<void>;
}
