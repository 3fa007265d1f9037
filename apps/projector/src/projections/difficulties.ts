import { difficultiesCounted, type CaseState, type Counted } from '#domain';
import { addToDifficulties, type DifficultyChange, type ProjectionName, type Sql } from '#persistence';
import type { CaseChange } from '../folding.js';
import { derived } from './derived.js';

/** How many cases of each quarter mention each difficulty. */
export async function projectDifficulties(
  sql: Sql,
  schema: ProjectionName,
  cases: readonly CaseChange[],
): Promise<void> {
  const changes = differencesOf(cases);
  if (changes.length > 0) {
    await addToDifficulties(sql, schema, changes);
  }
}

/** By how much the cells change, each once. */
export function differencesOf(cases: readonly CaseChange[]): DifficultyChange[] {
  return sum(derived(cases, differenceOf).flat());
}

function differenceOf({ before, after }: CaseChange): DifficultyChange[] {
  return [...counted(before, -1), ...counted(after, 1)];
}

function counted(state: CaseState, cases: number): DifficultyChange[] {
  return state.phase === 'unopened' ? [] : difficultiesCounted(state).map((one) => ({ ...one, cases }));
}

function sum(changes: readonly DifficultyChange[]): DifficultyChange[] {
  const cells = new Map<string, DifficultyChange>();
  for (const one of changes) {
    const id = idOf(one);
    cells.set(id, { ...one, cases: one.cases + (cells.get(id)?.cases ?? 0) });
  }
  return [...cells.values()].filter((one) => one.cases !== 0);
}

function idOf({ quarter, sector, municipality, difficulty }: Counted): string {
  return [quarter, sector, municipality, difficulty].join(' ');
}
