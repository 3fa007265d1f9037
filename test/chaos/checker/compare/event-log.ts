import { isUnderstood } from '#messaging';
import type { Evidence } from '../evidence.js';
import { doubled, gap, lost, wrong, type Finding } from '../finding.js';
import { groupBy, same } from '../same.js';
import { applicable, keyOf, topicStreams } from '../truth.js';

/** The event log against the topic: every event that can be applied, once, with the same content, and nothing else. */
export function compareEventLog({ records, log }: Evidence): Finding[] {
  const streams = topicStreams(records);
  const places = new Map(
    records.flatMap(({ partition, offset, read }) =>
      isUnderstood(read) ? [[`${read.stream} ${partition} ${offset}`, `${keyOf(read)}:${read.event.sequence}`]] : [],
    ),
  );
  const logged = groupBy(log, (row) => keyOf({ stream: row.stream as 'cases', subject: row.subject }));
  const known = [...streams].flatMap(([key, events]) => {
    const rows = groupBy(logged.get(key) ?? [], (row) => String(row.event.sequence));
    return applicable<(typeof events)[number]>(events).flatMap((event) => {
      const of = `${key}:${event.sequence}`;
      const [row, ...more] = rows.get(String(event.sequence)) ?? [];
      if (row === undefined) {
        return [lost(of, `event log: ${of} is missing`)];
      }
      return [
        ...(more.length > 0 ? [doubled(of, `event log: ${of} is there ${more.length + 1} times`)] : []),
        ...(same(row.event, event) ? [] : [wrong(of, `event log: ${of} is not what was published`)]),
        ...(places.get(`${row.stream} ${row.partition} ${row.offset}`) === of
          ? []
          : [wrong(of, `event log: ${of} names the record ${row.partition}/${row.offset}, which is another`)]),
      ];
    });
  });
  const others = [...logged].flatMap(([key, rows]) => {
    const published = new Set((streams.get(key) ?? []).map((event) => event.sequence));
    const sequences = new Set(rows.map((row) => row.event.sequence));
    const unpublished = rows.filter((row) => !published.has(row.event.sequence));
    const missing = Array.from({ length: Math.max(0, ...sequences) }, (_, place) => place + 1).filter(
      (sequence) => !sequences.has(sequence),
    );
    return [
      ...unpublished.map((row) =>
        wrong(`${key}:${row.event.sequence}`, `event log: ${row.event.id} was never published`),
      ),
      ...missing.map((sequence) => gap(`${key}:${sequence}`, `event log: ${key} has no sequence ${sequence}`)),
    ];
  });
  return [...known, ...others];
}
