import { isUnderstood } from '#messaging';
import type { Evidence, Letter, TopicRecord } from '../evidence.js';
import { lost, wrong, type Finding } from '../finding.js';

/** Nothing is left over but what was planted: no dead letters, nobody behind a gap, an empty outbox; and no unreadable record is forgotten. */
export function compareLeftovers({ letters, content, outbox, records, expected }: Evidence): Finding[] {
  const known = new Set(letters.map(placeOf));
  const counts = [
    ['dead letters', letters.filter((one) => !one.redriven).length, expected.deadLetters ?? 0],
    ['parked events', content['parked']?.length ?? 0, expected.parked ?? 0],
    ['events in the outbox', outbox.filter((one) => !one.published).length, 0],
  ] as const;
  return [
    ...counts.flatMap(([what, found, due]) => (found === due ? [] : [wrong(what, `${found} ${what}, due are ${due}`)])),
    ...records
      .filter((record) => !isUnderstood(record.read) && !known.has(placeOf(record)))
      .map((record) => lost(placeOf(record), `the unreadable record ${placeOf(record)} is no dead letter`)),
  ];
}

function placeOf({ topic, partition, offset }: Letter | TopicRecord): string {
  return `${topic}/${partition}/${offset}`;
}
