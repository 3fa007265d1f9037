import { contributionsChanged, type Contribution } from '#domain/monitoring';
import type { ProjectionName, Sql } from '#persistence/kernel';
import { addToMeasures, type MeasureChange } from '#persistence/monitoring';
import type { CaseChange } from '../folding.js';
import { derived } from './derived.js';
import { MeasureSums } from './measure-sums.js';

/** How many of each cell of each cube, by week; what a case counted before it changed is taken out. */
export async function projectMeasures(sql: Sql, schema: ProjectionName, cases: readonly CaseChange[]): Promise<void> {
  const changes = measureChangesOf(cases);
  if (changes.length > 0) {
    await addToMeasures(sql, schema, changes);
  }
}

/** By how much the cells change, each once. */
export function measureChangesOf(cases: readonly CaseChange[]): MeasureChange[] {
  const sums = new MeasureSums();
  sums.add(derived(cases, changesOf).flat());
  return sums.take();
}

function changesOf({ before, after }: CaseChange): MeasureChange[] {
  const { gone, come } = contributionsChanged(before, after);
  const { imported } = after;
  return [...gone.map((one) => changeOf(one, imported, -1)), ...come.map((one) => changeOf(one, imported, 1))];
}

function changeOf({ cube, week, codes }: Contribution, imported: boolean, count: number): MeasureChange {
  const [a = '', b = '', c = '', d = ''] = codes;
  return { cube, week, a, b, c, d, imported, count };
}
