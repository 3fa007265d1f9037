import type { InboxLine } from '#contracts';
import { inboxLinesOf } from '#domain';
import { replaceLines, type InboxLineRow, type ProjectionName, type Sql } from '#persistence';
import type { CaseChange } from '../folding.js';
import { derived } from './derived.js';

/** What waits in whose inbox. */
export async function projectInbox(sql: Sql, schema: ProjectionName, cases: readonly CaseChange[]): Promise<void> {
  const rows = derived(cases, ({ after }) => inboxLinesOf(after).map(lineRowOf));
  await replaceLines(
    sql,
    schema,
    cases.map(({ after }) => after.caseId),
    rows.flat(),
  );
}

/** The row of a line. */
export function lineRowOf(line: InboxLine): InboxLineRow {
  return {
    case_id: line.caseId,
    owner_service_id: line.ownerServiceId ?? '',
    key: line.key,
    bucket: line.bucket,
    due_at: line.deadline?.at ?? null,
    since: line.since,
    languages: line.facts.languages,
    difficulties: line.facts.difficulties.map((one) => one.difficulty),
    line,
  };
}
