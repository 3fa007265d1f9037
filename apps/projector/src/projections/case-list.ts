import { summaryOf, type KnownCase } from '#domain/case';
import { saveCases, type CaseReadRow } from '#persistence/case';
import type { ProjectionName, Sql } from '#persistence/kernel';
import type { CaseChange } from '../folding.js';
import { derived } from './derived.js';

/** Every case as it is now, with what lists are filtered and sorted by. */
export async function projectCaseList(sql: Sql, schema: ProjectionName, cases: readonly CaseChange[]): Promise<void> {
  await saveCases(
    sql,
    schema,
    derived(cases, ({ after }) => listRowOf(after)),
  );
}

/** The row of a case in lists. */
export function listRowOf(state: KnownCase): CaseReadRow {
  const { code, status, lead, openedAt, closedAt, outcome, dueAt, facts } = summaryOf(state);
  const difficulties = facts.difficulties.map((one) => one.difficulty);
  return {
    case_id: state.caseId,
    sequence: state.sequence,
    code,
    status,
    lead_service_id: lead?.serviceId ?? null,
    opened_at: openedAt,
    closed_at: closedAt,
    outcome,
    due_at: dueAt,
    main_difficulty: difficulties[0] ?? '',
    difficulties,
    sector: facts.sector,
    municipality: facts.municipality,
    state,
    imported: state.imported,
  };
}
