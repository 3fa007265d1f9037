import { partiesOf, type CaseState } from '#domain/case';
import { replaceParties } from '#persistence/case';
import type { ProjectionName, Sql } from '#persistence/kernel';
import type { CaseChange } from '../folding.js';
import { derived } from './derived.js';

/** Which services may see which case; only cases whose parties change are touched. */
export async function projectParties(sql: Sql, schema: ProjectionName, cases: readonly CaseChange[]): Promise<void> {
  const changes = derived(cases, ({ before, after }) => ({
    caseId: after.caseId,
    old: partiesIn(before),
    parties: partiesIn(after),
  })).filter(({ old, parties }) => old.join(' ') !== parties.join(' '));
  if (changes.length === 0) {
    return;
  }
  await replaceParties(
    sql,
    schema,
    changes.map(({ caseId }) => caseId),
    changes.flatMap(({ caseId, parties }) => parties.map((service_id) => ({ case_id: caseId, service_id }))),
  );
}

function partiesIn(state: CaseState): readonly string[] {
  return state.phase === 'unopened' ? [] : partiesOf(state);
}
