import type { CaseEvent } from '#contracts/case';
import { evolve, initialCase, type CaseState } from '#domain/case';
import type { AnyEvent, StreamEvent } from '#messaging';
import { isUnderstood } from '#messaging';
import type { CaseHistory, TopicRecord } from './evidence.js';
import { groupBy, once } from './same.js';

/** The events of a case as Temporal knows them, by sequence; several under one sequence only when the histories contradict themselves. */
export const eventsOf = once(({ applications, queued }: CaseHistory): CaseEvent[] => {
  const all = [...applications.flatMap((one) => one.events), ...queued.flat()];
  const distinct = new Map(all.map((event) => [JSON.stringify([event.sequence, event.type, event.time]), event]));
  return [...distinct.values()].sort((one, other) => one.sequence - other.sequence);
});

/** The events of each subject in the order in which they first appear in the topic. */
export const topicStreams = once((records: readonly TopicRecord[]): Map<string, AnyEvent[]> => {
  const understood = records.flatMap(({ read }) => (isUnderstood(read) ? [read] : []));
  const streams = new Map<string, AnyEvent[]>();
  for (const [key, all] of groupBy(understood, keyOf)) {
    const first = new Map<number, AnyEvent>();
    for (const { event } of all) {
      first.set(event.sequence, first.get(event.sequence) ?? event);
    }
    streams.set(key, [...first.values()]);
  }
  return streams;
});

/** Stream and subject in one. */
export function keyOf({ stream, subject }: Pick<StreamEvent, 'stream' | 'subject'>): string {
  return `${stream} ${subject}`;
}

/** The part of a stream that can be applied: sequences from 1 without a gap. */
export function applicable<Event extends { readonly sequence: number }>(events: readonly Event[]): Event[] {
  const sorted = [...events].sort((one, other) => one.sequence - other.sequence);
  return sorted.filter((event, place) => event.sequence === place + 1);
}

/** The case events of the topic by case, as far as they can be applied. */
export const casesOf = once((records: readonly TopicRecord[]): Map<string, CaseEvent[]> => {
  const cases = [...topicStreams(records)].flatMap(([key, events]): [string, CaseEvent[]][] => {
    const own = events.filter((event): event is CaseEvent => 'caseId' in event);
    return key.startsWith('cases ') && own.length > 0 ? [[key.slice('cases '.length), applicable(own)]] : [];
  });
  return new Map(cases);
});

/** The states a case went through: before its first event, then after each; ends early when an event does not follow. */
export const statesOf = once((events: readonly CaseEvent[]): CaseState[] => {
  const states: CaseState[] = [initialCase];
  try {
    for (const event of events) {
      states.push(evolve(states.at(-1) ?? initialCase, event));
    }
  } catch {
    // What is not there is found missing in every read model.
  }
  return states;
});
