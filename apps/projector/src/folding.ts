import { evolve, initialCase, partiesOf, type CaseState, type KnownCase } from '#domain/case';
import type { PlacedRecord, StreamEvent } from '#messaging';

/** An event with the record it came in. */
export type Incoming = StreamEvent & { readonly record: PlacedRecord };

/** An event that was applied, with the services that saw its case before or see it after. */
export type Applied = { readonly incoming: Incoming; readonly parties: readonly string[] };

/** A case before and after a batch. */
export type CaseChange = { readonly before: CaseState; readonly after: KnownCase };

/** An event the core does not accept as the next of its subject. */
export type Rejected = { readonly incoming: Incoming; readonly detail: string };

/** What a batch comes to. */
export type Folded = {
  /** In order within each subject. */
  readonly applied: Applied[];
  readonly cases: CaseChange[];
  /** Events that wait from now on, because one before them is missing. */
  readonly parked: Incoming[];
  /** Events that waited and wait no more. */
  readonly unparked: Incoming[];
  readonly rejected: Rejected[];
};

/** What is known of the subjects of a batch. */
export type Known = {
  readonly states: ReadonlyMap<string, KnownCase>;
  /** Last sequence by key of the subject, of subjects that have no state. */
  readonly sequences: ReadonlyMap<string, number>;
  /** What waits for these subjects. */
  readonly waiting: readonly Incoming[];
};

/** A subject among those of all streams. */
export function keyOf({ stream, subject }: Pick<Incoming, 'stream' | 'subject'>): string {
  return `${stream} ${subject}`;
}

/** A subject as far as order is concerned. */
type Step = { readonly sequence: number; readonly state: CaseState | undefined };

/**
 * Applies each subject's events in the order of their sequence: what was applied before is passed over, what follows a gap
 * waits, and what waited is taken up as soon as its gap is closed.
 */
export function fold(incoming: readonly Incoming[], known: Known): Folded {
  const folded: Folded = { applied: [], cases: [], parked: [], unparked: [], rejected: [] };
  const waiting = new Set(known.waiting);
  for (const events of bySubject([...incoming, ...known.waiting])) {
    foldSubject(events, waiting, known, folded);
  }
  return folded;
}

function bySubject(all: readonly Incoming[]): Iterable<Incoming[]> {
  const groups = new Map<string, Incoming[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [one]);
    } else {
      group.push(one);
    }
  }
  return groups.values();
}

function foldSubject(events: Incoming[], waiting: ReadonlySet<Incoming>, known: Known, folded: Folded): void {
  const [first] = events;
  if (first === undefined) {
    return;
  }
  const before = stepOf(first, known);
  let step = before;
  for (const one of events.sort((a, b) => a.event.sequence - b.event.sequence)) {
    if (one.event.sequence > step.sequence + 1) {
      folded.parked.push(...(waiting.has(one) ? [] : [one]));
      continue;
    }
    folded.unparked.push(...(waiting.has(one) ? [one] : []));
    if (one.event.sequence <= step.sequence) {
      continue;
    }
    try {
      const next = advance(step, one);
      folded.applied.push({ incoming: one, parties: partiesOfBoth(step.state, next.state) });
      step = next;
    } catch (error) {
      folded.rejected.push({ incoming: one, detail: error instanceof Error ? error.message : String(error) });
    }
  }
  if (before.state !== undefined && step.state !== undefined && step.state.phase !== 'unopened' && step !== before) {
    folded.cases.push({ before: before.state, after: step.state });
  }
}

function stepOf(first: Incoming, known: Known): Step {
  if (first.stream === 'cases') {
    const state = known.states.get(first.subject) ?? initialCase;
    return { sequence: state.sequence, state };
  }
  return { sequence: known.sequences.get(keyOf(first)) ?? 0, state: undefined };
}

function advance(step: Step, one: Incoming): Step {
  if (one.stream !== 'cases') {
    return { sequence: one.event.sequence, state: undefined };
  }
  const state = evolve(step.state ?? initialCase, one.event);
  return { sequence: state.sequence, state };
}

/** Also those who may not see the case any more, because their inbox changed just now. */
function partiesOfBoth(before: CaseState | undefined, after: CaseState | undefined): string[] {
  const all = [before, after].flatMap((state) =>
    state === undefined || state.phase === 'unopened' ? [] : partiesOf(state),
  );
  return [...new Set(all)].sort();
}
