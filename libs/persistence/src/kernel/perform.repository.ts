import { isDeepStrictEqual } from 'node:util';
import type { Refusal } from '#contracts/catalogue';
import type { Instant } from '#contracts/kernel';
import type { Viewer } from '#contracts/people';
import type { Decider } from '#domain/decider';
import type { Database, Sql } from './database.js';
import { putIntoOutbox, type OutboxEntry } from './outbox.repository.js';

type AnyState = { readonly sequence: number };

/** A subject whose truth is PostgreSQL. */
export type PerformedSubject<State extends AnyState, Command, Event extends OutboxEntry['event']> = {
  readonly stream: string;
  /** Where its events go. */
  readonly topic: OutboxEntry['topic'];
  readonly decider: Decider<State, Command, Event>;
  /** Writes what the subject is searched in, in the transaction of its state. */
  write(sql: Sql, id: string, state: State, events: readonly Event[]): Promise<void>;
};

/** A command to one subject. */
export type Performance<Command> = {
  readonly id: string;
  readonly command: Command;
  readonly viewer: Viewer | 'clock';
  /** When it is done; if not given, the instant of PostgreSQL at which it has the subject for itself, so that time never runs back. */
  readonly at?: Instant;
  /** The sequence the caller knows; another one is a conflict. */
  readonly expected?: number;
  /** Idempotency key: the caller's own, of one command to one subject. */
  readonly key?: string;
};

type Done<State, Event> = { readonly sequence: number; readonly state: State; readonly events: readonly Event[] };

/** What a command came to. A conflict carries the subject as it is now. */
export type Performed<State, Event> =
  | { readonly done: Done<State, Event> }
  | { readonly refusal: Refusal }
  | { readonly conflict: { readonly sequence: number; readonly state: State } };

/** Decides a command on the locked subject and writes all that follows in one transaction; a refusal leaves no trace. */
export async function perform<State extends AnyState, Command, Event extends OutboxEntry['event']>(
  database: Pick<Database, 'transaction'>,
  subject: PerformedSubject<State, Command, Event>,
  performance: Performance<Command>,
): Promise<Performed<State, Event>> {
  for (;;) {
    try {
      return await database.transaction((sql) => attempt(sql, subject, performance));
    } catch (error) {
      if (!(error instanceof Overtaken)) {
        throw error;
      }
    }
  }
}

/** Another transaction made the subject's row or used the key first: all is undone and looked at again. */
class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** What a key was used for, and its answer as long as that is remembered. */
type KeyRow<Command, Answer> = {
  readonly stream: string;
  readonly id: string;
  readonly command: Command;
  readonly answer: Answer | null;
};

function answerTo<Command, State, Event>(
  known: KeyRow<Command, Done<State, Event>>,
  { stream, id, command }: { readonly stream: string; readonly id: string; readonly command: Command },
): Performed<State, Event> {
  const { answer, ...used } = known;
  if (!isDeepStrictEqual(used, { stream, id, command: JSON.parse(JSON.stringify(command)) })) {
    return { refusal: { code: 'key-reused' } };
  }
  return answer === null ? { refusal: { code: 'key-forgotten' } } : { done: answer };
}

async function attempt<State extends AnyState, Command, Event extends OutboxEntry['event']>(
  sql: Sql,
  subject: PerformedSubject<State, Command, Event>,
  { id, command, viewer, at: given, expected, key }: Performance<Command>,
): Promise<Performed<State, Event>> {
  const { stream, topic, decider } = subject;
  const [row] = await sql.query<{ state: State }>(
    'SELECT state FROM relais.subject WHERE stream = $1 AND id = $2 FOR UPDATE',
    [stream, id],
  );
  const before = row?.state ?? decider.initial;
  if (viewer !== 'clock' && !decider.mayDo(before, viewer, { id, command })) {
    return { refusal: { code: 'forbidden' } };
  }
  const caller = viewer === 'clock' ? 'clock' : `person ${viewer.personId}`;
  if (key !== undefined) {
    const [known] = await sql.query<KeyRow<Command, Done<State, Event>>>(
      'SELECT stream, id, command, answer FROM relais.subject_key WHERE caller = $1 AND key = $2',
      [caller, key],
    );
    if (known !== undefined) {
      return answerTo(known, { stream, id, command });
    }
  }
  if (expected !== undefined && expected !== before.sequence) {
    return { conflict: { sequence: before.sequence, state: before } };
  }
  const at = given ?? (await instantOf(sql));
  const decided = decider.decide(before, { id, at, by: viewer, command });
  if ('refusal' in decided) {
    return decided;
  }
  const { events } = decided;
  const state = events.reduce<State>((one, event) => decider.evolve(one, event), before);
  const kept = await sql.query(
    row === undefined
      ? `INSERT INTO relais.subject (stream, id, sequence, state) VALUES ($1, $2, $3, $4::jsonb) ON CONFLICT DO NOTHING RETURNING id`
      : 'UPDATE relais.subject SET sequence = $3, state = $4::jsonb WHERE stream = $1 AND id = $2 RETURNING id',
    [stream, id, state.sequence, JSON.stringify(state)],
  );
  if (kept.length === 0) {
    throw new Overtaken();
  }
  const done = { sequence: state.sequence, state, events };
  if (key !== undefined) {
    const used = await sql.query(
      `INSERT INTO relais.subject_key (stream, id, caller, key, command, answer) VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb)
       ON CONFLICT DO NOTHING RETURNING key`,
      [stream, id, caller, key, JSON.stringify(command), JSON.stringify(done)],
    );
    if (used.length === 0) {
      throw new Overtaken();
    }
  }
  if (events.length > 0) {
    await subject.write(sql, id, state, events);
    await putIntoOutbox(
      sql,
      events.map((event) => ({ topic, key: id, event })),
    );
  }
  return { done };
}

async function instantOf(sql: Sql): Promise<Instant> {
  const [clock] = await sql.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  if (clock === undefined) {
    throw new Error('PostgreSQL does not tell the time');
  }
  return clock.now.toISOString();
}
