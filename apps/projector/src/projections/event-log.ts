import { insertEvents, type EventLogRow, type ProjectionName, type Sql } from '#persistence/kernel';
import type { Applied } from '../folding.js';

/** Every event as it happened, for the timeline of a case and for analysts. */
export async function projectEventLog(sql: Sql, schema: ProjectionName, applied: readonly Applied[]): Promise<void> {
  await insertEvents(sql, schema, applied.map(eventRowOf));
}

/** The row of an event. */
export function eventRowOf({ incoming }: Applied): EventLogRow {
  const { stream, subject, event, record } = incoming;
  return {
    stream,
    subject,
    sequence: event.sequence,
    event_id: event.id,
    type: event.type,
    time: event.time,
    by: event.by,
    data: event.data,
    partition: record.partition,
    offset: record.offset.toString(),
  };
}
