import type { CaseEvent } from '#contracts/case';
import { createKafka, ensureTopics, EventPublisher } from '#messaging';
import { randomFrom } from '../../../scripts/demo/random.js';
import { playCase } from './playing.js';

const spread = 60 * 86_400_000;
const start = Date.parse('2026-06-01T08:00:00.000Z');
const batch = 1_000;

/** At least so many events of many cases, in the order in which they happened; the same for the same count. */
export function eventsOfManyCases(count: number): CaseEvent[] {
  const random = randomFrom(count);
  const events: CaseEvent[] = [];
  while (events.length < count) {
    events.push(...playCase(random, start + Math.floor(random() * spread)).events);
  }
  return events.sort((one, other) =>
    one.time < other.time ? -1 : one.time > other.time ? 1 : one.sequence - other.sequence,
  );
}

/** Makes the topics of a prefix and writes the events to them as the worker does. */
export async function publishAll(brokers: string, prefix: string, events: readonly CaseEvent[]): Promise<void> {
  const kafka = createKafka([brokers], 'relais-bench');
  await ensureTopics(kafka, prefix);
  const publisher = new EventPublisher(kafka, prefix);
  try {
    for (let from = 0; from < events.length; from += batch) {
      await publisher.publish(events.slice(from, from + batch));
    }
  } finally {
    await publisher.stop();
  }
}
