/** One mail to one person, in their language; `text` is plain, with addresses written out. */
export type Letter = { readonly to: string; readonly subject: string; readonly text: string };

/** Sends mails, at once; the one port through which any leaves. */
export abstract class Post {
  /** @throws Error when nothing took the letter */
  abstract send(letter: Letter): Promise<void>;
}
