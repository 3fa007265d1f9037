import type { InboxLine } from '#contracts/case';
import { inboxLinesOf, type CaseState } from '#domain/case';
import { changeLines, type InboxLineKey, type InboxLineRow } from '#persistence/case';
import type { ProjectionName, Sql } from '#persistence/kernel';
import type { CaseChange } from '../folding.js';
import { derived } from './derived.js';

/** What waits in whose inbox; only lines that change are touched. */
export async function projectInbox(sql: Sql, schema: ProjectionName, cases: readonly CaseChange[]): Promise<void> {
  const changes = derived(cases, changeOf);
  await changeLines(
    sql,
    schema,
    changes.flatMap(({ gone }) => gone),
    changes.flatMap(({ written }) => written),
  );
}

function changeOf({ before, after }: CaseChange): { gone: InboxLineKey[]; written: InboxLineRow[] } {
  const old = linesById(before);
  const written: InboxLineRow[] = [];
  for (const [id, line] of linesById(after)) {
    const known = old.get(id);
    old.delete(id);
    if (known === undefined || JSON.stringify(known) !== JSON.stringify(line)) {
      written.push(lineRowOf(line));
    }
  }
  return { gone: [...old.values()].map(keyOf), written };
}

function linesById(state: CaseState): Map<string, InboxLine> {
  const lines = state.phase === 'unopened' ? [] : inboxLinesOf(state);
  return new Map(lines.map((line) => [`${line.ownerServiceId ?? ''} ${line.key}`, line]));
}

function keyOf({ caseId, ownerServiceId, key }: InboxLine): InboxLineKey {
  return { case_id: caseId, owner_service_id: ownerServiceId ?? '', key };
}

/** The row of a line. */
export function lineRowOf(line: InboxLine): InboxLineRow {
  return {
    ...keyOf(line),
    bucket: line.bucket,
    due_at: line.deadline?.at ?? null,
    since: line.since,
    languages: line.facts.languages,
    difficulties: line.facts.difficulties.map((one) => one.difficulty),
    line,
  };
}
