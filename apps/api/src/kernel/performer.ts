import { deadlineOf } from '#domain/decider';
import {
  perform,
  type Database,
  type OutboxEntry,
  type Performance,
  type Performed,
  type PerformedSubject,
} from '#persistence/kernel';
import type { Logger } from '#runtime';
import type { ClockClient } from '#temporal';

type Parts = {
  readonly database: Pick<Database, 'transaction'>;
  readonly clocks: Pick<ClockClient, 'tell'>;
  readonly logger: Pick<Logger, 'warn'>;
};

/** Gives commands to subjects whose truth is PostgreSQL, and tells their clocks what they come to. */
export class Performer {
  constructor(private readonly parts: Parts) {}

  async perform<State extends { readonly sequence: number }, Command, Event extends OutboxEntry['event']>(
    subject: PerformedSubject<State, Command, Event>,
    performance: Performance<Command>,
  ): Promise<Performed<State, Event>> {
    const { stream, decider } = subject;
    const answer = await perform(this.parts.database, subject, performance);
    if ('done' in answer && decider.nextDeadline !== undefined) {
      this.tell(stream, performance.id, deadlineOf(decider, answer.done.state));
    }
    return answer;
  }

  /** Nobody waits for it: what was done is done, and the worker finds the clocks that were not told. */
  private tell(stream: string, id: string, known: ReturnType<typeof deadlineOf>): void {
    const { clocks, logger } = this.parts;
    clocks
      .tell({ stream, id, ...known })
      .catch((error: unknown) => logger.warn({ err: error, stream }, 'a clock could not be told, the worker will'));
  }
}
