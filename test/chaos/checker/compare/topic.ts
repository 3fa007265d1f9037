import { isUnderstood, type StreamEvent } from '#messaging';
import type { Evidence, TopicRecord } from '../evidence.js';
import { gap, lost, wrong, type Finding } from '../finding.js';
import { groupBy, same } from '../same.js';
import { eventsOf, keyOf, topicStreams } from '../truth.js';

/**
 * The topic against itself and against Temporal: each case has the sequences 1 to n, first seen in their order and in one partition;
 * what is repeated is the same; every event that Temporal knows is there, and nothing else.
 */
export function compareTopic(evidence: Evidence): Finding[] {
  return [...ordered(evidence), ...repeated(evidence.records), ...againstTemporal(evidence)];
}

/** How many records are there once more than needed; harmless, since readers know an event by its subject and sequence. */
export function repeatsIn(records: readonly TopicRecord[]): number {
  const understood = records.flatMap(({ read }) => (isUnderstood(read) ? [read] : []));
  return understood.length - new Set(understood.map((one) => `${keyOf(one)} ${one.event.sequence}`)).size;
}

/** A case that a fault planted may have its gap, and what was missing may come last. */
function ordered({ records, expected }: Evidence): Finding[] {
  const planted = plantedKeys(expected);
  const streams = [...topicStreams(records)].filter(([key]) => !planted.has(key));
  return streams.flatMap(([key, events]) =>
    events.flatMap((event, place) => {
      const wanted = place + 1;
      if (event.sequence === wanted) {
        return [];
      }
      const there = events.some((other) => other.sequence === wanted);
      const of = `${key}:${wanted}`;
      return there
        ? [wrong(of, `topic: ${key} has sequence ${event.sequence} where ${wanted} is due`)]
        : [gap(of, `topic: ${key} has no sequence ${wanted}`)];
    }),
  );
}

function repeated(records: readonly TopicRecord[]): Finding[] {
  const placed = records.flatMap(({ read, partition }) => (isUnderstood(read) ? [{ ...read, partition }] : []));
  return [...groupBy(placed, keyOf)].flatMap(([key, all]) => {
    const partitions = new Set(all.map((one) => one.partition));
    const apart = partitions.size > 1 ? [wrong(key, `topic: ${key} is in ${partitions.size} partitions`)] : [];
    const first = new Map<number, StreamEvent>();
    const different = all.flatMap((one) => {
      const { sequence } = one.event;
      const before = first.get(sequence);
      first.set(sequence, before ?? one);
      return before === undefined || same(before.event, one.event)
        ? []
        : [wrong(`${key}:${sequence}`, `topic: ${key} has two different events ${sequence}`)];
    });
    return [...apart, ...different];
  });
}

function againstTemporal({ records, histories, outbox, expected }: Evidence): Finding[] {
  const streams = topicStreams(records);
  const planted = plantedKeys(expected);
  // Imported history comes from PostgreSQL, and a dead letter that is driven again passes there.
  const relayed = new Set(outbox.map((row) => row.event.id));
  const missing = [...histories.values()].flatMap((history) => {
    const key = `cases ${history.caseId}`;
    const there = new Map((streams.get(key) ?? []).map((event) => [event.sequence, event]));
    return eventsOf(history).flatMap((event) => {
      const published = there.get(event.sequence);
      const of = `${key}:${event.sequence}`;
      if (published === undefined) {
        return [lost(of, `topic: ${event.id} ${event.type} happened and was not published`)];
      }
      return same(published, event) ? [] : [wrong(of, `topic: ${event.id} is not what happened`)];
    });
  });
  const invented = [...streams].flatMap(([key, events]) => {
    if (!key.startsWith('cases ') || planted.has(key)) {
      return [];
    }
    const history = histories.get(key.slice('cases '.length));
    const happened = new Set(history === undefined ? [] : eventsOf(history).map((event) => event.sequence));
    return events
      .filter((event) => !happened.has(event.sequence) && !relayed.has(event.id))
      .map((event) =>
        wrong(`${key}:${event.sequence}`, `topic: ${event.id} ${event.type} was published and did not happen`),
      );
  });
  return [...missing, ...invented];
}

function plantedKeys({ planted = [] }: Evidence['expected']): ReadonlySet<string> {
  return new Set(planted.map((caseId) => `cases ${caseId}`));
}
