import { evolve, initialCase } from '#domain/case';
import { readStates } from '#persistence/case';
import { putIntoOutbox, type Database, type Sql } from '#persistence/kernel';
import { lockDeadLetter, markRedriven, updateFault } from '#persistence/operations';
import { fromRecord, isUnderstood, type Fault, type ParseRecord, type StreamEvent } from '#messaging';

/** What came of driving a record again; with `still-broken` it stays where it is. */
export type Redriven =
  | { readonly outcome: 'redriven' }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'already-redriven' }
  | { readonly outcome: 'still-broken'; readonly fault: Fault };

/**
 * Reads a dead letter again with the code of today. When it is understood now it is published again under its own sequence, by
 * the outbox, and the events that wait for it follow.
 */
export async function redriveDeadLetter(
  database: Pick<Database, 'transaction'>,
  deadLetterId: string,
  parse: ParseRecord = fromRecord,
): Promise<Redriven> {
  return database.transaction(async (sql) => {
    const letter = await lockDeadLetter(sql, deadLetterId);
    if (letter === undefined) {
      return { outcome: 'unknown' };
    }
    if (letter.redriven) {
      return { outcome: 'already-redriven' };
    }
    const parsed = parse(letter);
    const fault = isUnderstood(parsed) ? await rejection(sql, parsed) : parsed;
    if (fault !== undefined) {
      await updateFault(sql, deadLetterId, fault);
      return { outcome: 'still-broken', fault };
    }
    if (isUnderstood(parsed)) {
      await putIntoOutbox(sql, [{ topic: `${parsed.stream}.v1`, key: parsed.subject, event: parsed.event }]);
    }
    await markRedriven(sql, deadLetterId);
    return { outcome: 'redriven' };
  });
}

/** Why the core would refuse the event as the next of its case; undefined also while others before it are missing. */
async function rejection(sql: Sql, parsed: StreamEvent): Promise<Fault | undefined> {
  if (parsed.stream !== 'cases') {
    return undefined;
  }
  const state = (await readStates(sql, 'projection', [parsed.subject])).get(parsed.subject) ?? initialCase;
  if (parsed.event.sequence !== state.sequence + 1) {
    return undefined;
  }
  try {
    evolve(state, parsed.event);
    return undefined;
  } catch (error) {
    return { reason: 'rejected', detail: error instanceof Error ? error.message : String(error) };
  }
}
