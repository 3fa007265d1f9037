import type { Evidence } from '../evidence.js';
import { wrong, type Finding } from '../finding.js';
import { canonical } from '../same.js';

/** The projections against the same built anew from the topics: not one row differs. */
export function compareRebuilt({ content, rebuilt }: Evidence): Finding[] {
  if (rebuilt === undefined) {
    return [];
  }
  return Object.entries(content).flatMap(([table, rows]) => {
    const [before, after] = [rows.map(canonical), (rebuilt[table] ?? []).map(canonical)];
    const [had, has] = [new Set(before), new Set(after)];
    const differing = [...before.filter((row) => !has.has(row)), ...after.filter((row) => !had.has(row))];
    return differing.length === 0 && before.length === after.length
      ? []
      : [
          wrong(
            `rebuilt ${table}`,
            `rebuild: ${table} has ${after.length} rows for ${before.length}, ${differing.length} differ, like ${differing[0]?.slice(0, 200)}`,
          ),
        ];
  });
}
