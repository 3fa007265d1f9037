import { answerTo, type ByType } from '#contracts/catalogue';
import { caseCodeOf } from '#domain/case';
import { appendToFeed, type FeedEntry, type ProjectionName, type Sql } from '#persistence/kernel';
import type { Applied, Incoming } from '../folding.js';

/** What live clients are told; written last, because positions must become visible in their order. */
export async function projectFeed(sql: Sql, schema: ProjectionName, applied: readonly Applied[]): Promise<void> {
  await appendToFeed(sql, schema, applied.map(feedEntryOf));
}

/** The entry of an event. */
export function feedEntryOf({ incoming, parties }: Applied): FeedEntry {
  const { stream, subject, event } = incoming;
  return {
    stream,
    subject,
    code: codeOf(incoming),
    sequence: event.sequence,
    type: event.type,
    parties,
  };
}

/** What people call what an event is about, where that is something else than its subject. */
const codes: ByType<string> = {
  'relais.platform.epoch-published.v1': ({ data }) => data.epochId,
};

function codeOf({ stream, subject, event }: Incoming): string {
  return stream === 'cases' ? caseCodeOf(subject) : (answerTo(codes, event) ?? '');
}
