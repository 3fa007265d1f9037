import { caseCodeOf } from '#domain';
import { appendToFeed, type FeedEntry, type ProjectionName, type Sql } from '#persistence';
import type { Applied } from '../folding.js';

/** What live clients are told; written last, because positions must become visible in their order. */
export async function projectFeed(sql: Sql, schema: ProjectionName, applied: readonly Applied[]): Promise<void> {
  await appendToFeed(sql, schema, applied.map(feedEntryOf));
}

/** The entry of an event. */
export function feedEntryOf({ incoming, parties }: Applied): FeedEntry {
  const { stream, subject, event } = incoming;
  return {
    kind: stream === 'cases' ? 'case' : 'directory',
    subject,
    code: stream === 'cases' ? caseCodeOf(subject) : '',
    sequence: event.sequence,
    type: event.type,
    parties,
  };
}
