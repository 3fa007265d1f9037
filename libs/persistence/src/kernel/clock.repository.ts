import type { Instant } from '#contracts/kernel';
import { deadlineOf, type Decider, type KnownDeadline, type Tick } from '#domain/decider';
import type { Database } from './database.js';
import type { OutboxEntry } from './outbox.repository.js';
import { perform, type PerformedSubject } from './perform.repository.js';

type AnyState = { readonly sequence: number };

/** A subject with the deadline its state has now. */
export type DueSubject = KnownDeadline & { readonly stream: string; readonly id: string; readonly due: Instant };

/** A kind of subject whose truth is PostgreSQL, as its clocks see it. */
export type ClockedSubject = {
  readonly stream: string;
  /**
   * Lets a subject do what is due at an instant, and answers its next deadline. A second time nothing is due any more: the decider
   * is asked again on the locked state, so that a tick needs no key that would outlive a wrong rule.
   * @throws when a deadline that is due has no effect
   */
  tick(database: Pick<Database, 'transaction'>, id: string, at: Instant): Promise<KnownDeadline>;
  /** All that have a deadline, in the order of their ids. */
  findDue(database: Pick<Database, 'query'>): AsyncGenerator<DueSubject>;
};

/** States read at once. */
const page = 500;

/** The clocks of a kind of subject: its decider knows `nextDeadline`, and what a `tick` causes. */
export function clockedSubject<State extends AnyState, Command, Event extends OutboxEntry['event']>(
  subject: PerformedSubject<State, Command | Tick, Event>,
): ClockedSubject {
  const { stream, decider } = subject;
  return {
    stream,
    async tick(database, id, at) {
      const answer = await perform(database, subject, { id, command: { type: 'tick' }, viewer: 'clock', at });
      if ('refusal' in answer && answer.refusal.code === 'not-found') {
        return { sequence: 0, due: null };
      }
      if (!('done' in answer)) {
        throw new Error(`the clock of ${stream} ${id} may not tick: ${JSON.stringify(answer)}`);
      }
      const { state, events } = answer.done;
      const next = deadlineOf(decider, state);
      if (events.length === 0 && next.due !== null && Date.parse(next.due) <= Date.parse(at)) {
        // The rules contradict themselves. Thrown, so that it is tried again at leisure and not at once and for ever.
        throw new Error(`the deadline ${next.due} of ${stream} ${id} had no effect`);
      }
      return next;
    },
    async *findDue(database) {
      let after = '';
      for (;;) {
        const rows = await database.query<{ id: string; state: State }>(
          'SELECT id, state FROM relais.subject WHERE stream = $1 AND id > $2 ORDER BY id LIMIT $3',
          [stream, after, page],
        );
        yield* dueOf(stream, decider, rows);
        const last = rows.at(-1);
        if (last === undefined || rows.length < page) {
          return;
        }
        after = last.id;
      }
    },
  };
}

function dueOf<State extends AnyState>(
  stream: string,
  decider: Pick<Decider<State, never, never>, 'nextDeadline'>,
  rows: readonly { readonly id: string; readonly state: State }[],
): DueSubject[] {
  return rows.flatMap(({ id, state }) => {
    const { sequence, due } = deadlineOf(decider, state);
    return due === null ? [] : [{ stream, id, sequence, due }];
  });
}
