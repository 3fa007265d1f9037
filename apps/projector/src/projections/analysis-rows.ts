import { isErased, rowsChanged, type AnalysisRows } from '#domain/analysis';
import { removeAnalysisRows, saveAnalysisRows } from '#persistence/analysis';
import type { ProjectionName, Sql } from '#persistence/kernel';
import type { CaseChange } from '../folding.js';
import { derived } from './derived.js';

/** What analysts see of cases and referrals; only rows that change are touched, and those of an erased case are removed. */
export async function projectAnalysisRows(
  sql: Sql,
  schema: ProjectionName,
  cases: readonly CaseChange[],
): Promise<void> {
  const rows = joinedRows(derived(cases, ({ before, after }) => rowsChanged(before, after)));
  const erased = cases.filter(({ before, after }) => isErased(after) && !isErased(before));
  await Promise.all([
    saveAnalysisRows(sql, schema, rows),
    erased.length > 0 ? removeAnalysisRows(sql, schema, erased.map(idOf)) : undefined,
  ]);
}

/** The rows of several cases together. */
export function joinedRows(all: readonly AnalysisRows[]): AnalysisRows {
  return {
    caseRows: all.flatMap(({ caseRows }) => caseRows),
    referralRows: all.flatMap(({ referralRows }) => referralRows),
  };
}

function idOf({ after }: CaseChange): string {
  return after.caseId;
}
