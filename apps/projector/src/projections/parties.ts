import { partiesOf } from '#domain';
import { replaceParties, type ProjectionName, type Sql } from '#persistence';
import type { CaseChange } from '../folding.js';
import { derived } from './derived.js';

/** Which services may see which case. */
export async function projectParties(sql: Sql, schema: ProjectionName, cases: readonly CaseChange[]): Promise<void> {
  const rows = derived(cases, ({ after }) =>
    partiesOf(after).map((service_id) => ({ case_id: after.caseId, service_id })),
  );
  await replaceParties(
    sql,
    schema,
    cases.map(({ after }) => after.caseId),
    rows.flat(),
  );
}
