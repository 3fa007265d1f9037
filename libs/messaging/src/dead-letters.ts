import type { EventPublisher } from './publisher.js';
import type { Fault, PlacedRecord } from './record.js';
import { deadLetterTopic } from './topics.js';

/** A record that could not be applied, and why. */
export type DeadRecord = { readonly record: PlacedRecord; readonly fault: Fault };

/** Puts the records as they were on the dead-letter topic; where they come from and why is in their headers. */
export async function publishDeadLetters(
  publisher: Pick<EventPublisher, 'send'>,
  dead: readonly DeadRecord[],
): Promise<void> {
  await publisher.send(
    dead.map(({ record, fault }) => ({
      topic: deadLetterTopic,
      key: record.key,
      value: record.value,
      headers: {
        ...record.headers,
        relais_topic: record.topic,
        relais_partition: String(record.partition),
        relais_offset: String(record.offset),
        relais_reason: fault.reason,
        relais_detail: fault.detail,
      },
    })),
  );
}
