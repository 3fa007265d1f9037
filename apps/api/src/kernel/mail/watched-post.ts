import type { Counter, Logger } from '#runtime';
import { type Letter, LetterNotSent, Post } from './post.js';

type Sender = { send(letter: Letter): Promise<void> };
type Outcomes = { note(code: string | null): Promise<void> };
type Senses = {
  readonly logger: Pick<Logger, 'warn'>;
  readonly failed: Pick<Counter, 'inc'>;
  readonly outcomes: Outcomes;
};

/** What a server and its library say of a failure in codes; their sentences name the address that was written to. */
function codesOf(error: unknown): Readonly<Record<string, unknown>> {
  const { code, responseCode, command } = error as Readonly<Record<string, unknown>>;
  const shown = typeof command === 'string' ? command.split(' ', 1)[0] : undefined;
  return { code, responseCode, command: shown };
}

/** Logs, counts and notes what another sender fails to send, without a word of whom it was for. */
export class WatchedPost extends Post {
  constructor(
    private readonly sender: Sender,
    private readonly senses: Senses,
  ) {
    super();
  }

  async send(letter: Letter): Promise<void> {
    const { logger, failed } = this.senses;
    try {
      await this.sender.send(letter);
    } catch (error) {
      const codes = codesOf(error);
      failed.inc();
      logger.warn(codes, 'a letter was not sent');
      const code = [codes['code'], codes['responseCode']].filter((one) => one !== undefined).join(' ');
      await this.note(code);
      throw new LetterNotSent(code);
    }
    await this.note(null);
  }

  /** What is known of mails is no reason for one to fail. */
  private note(code: string | null): Promise<void> {
    const { logger, outcomes } = this.senses;
    return outcomes.note(code).catch(() => logger.warn({}, 'that a letter was sent, or not, was not noted'));
  }
}
