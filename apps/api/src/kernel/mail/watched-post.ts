import type { Counter, Logger } from '#runtime';
import { type Letter, LetterNotSent, Post } from './post.js';

type Sender = { send(letter: Letter): Promise<void> };
type Senses = { readonly logger: Pick<Logger, 'warn'>; readonly failed: Pick<Counter, 'inc'> };

/** What a server and its library say of a failure in codes; their sentences name the address that was written to. */
function codesOf(error: unknown): Readonly<Record<string, unknown>> {
  const { code, responseCode, command } = error as Readonly<Record<string, unknown>>;
  const shown = typeof command === 'string' ? command.split(' ', 1)[0] : undefined;
  return { code, responseCode, command: shown };
}

/** Logs and counts what another sender fails to send, without a word of whom it was for. */
export class WatchedPost extends Post {
  constructor(
    private readonly sender: Sender,
    private readonly senses: Senses,
  ) {
    super();
  }

  async send(letter: Letter): Promise<void> {
    try {
      await this.sender.send(letter);
    } catch (error) {
      const { logger, failed } = this.senses;
      failed.inc();
      logger.warn(codesOf(error), 'a letter was not sent');
      throw new LetterNotSent('a letter was not sent');
    }
  }
}
