import { eventColumnNames, type EventColumn } from '#contracts/analysis/codes';
import type { Database } from '#persistence/kernel';

/** What a test says of an archived event; the rest is filled in. */
export type Archived = Partial<Record<EventColumn, unknown>> & { readonly type: string; readonly subject: string };

/** Puts events into the archive as the archivist does; the sequences of a subject count from 1. */
export async function archive(database: Database, events: readonly Archived[]): Promise<void> {
  const sequences = new Map<string, number>();
  for (const event of events) {
    const sequence = (sequences.get(event.subject) ?? 0) + 1;
    sequences.set(event.subject, sequence);
    const row: Archived = {
      stream: 'cases',
      sequence,
      event_id: `${event.subject}:${sequence}`,
      time: '2026-03-02T09:00:00.000Z',
      by_kind: 'person',
      data: {},
      ...event,
    };
    const names = eventColumnNames.filter((name) => name in row);
    await database.query(
      `INSERT INTO archive.event (position, topic, partition, "offset", ${names.join(', ')})
       VALUES (nextval('archive.event_positions'), 'none', 0, 0, ${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      names.map((name) => row[name]),
    );
  }
}
