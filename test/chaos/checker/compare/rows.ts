import type { Row } from '../evidence.js';
import { doubled, lost, wrong, type Finding } from '../finding.js';
import { groupBy, same } from '../same.js';

/** A table with the columns that tell its rows apart. */
export type Table = { readonly name: string; readonly key: readonly string[] };

/** The rows of a table against those it should have. */
export function compareRows({ name, key }: Table, wanted: readonly Row[], found: readonly Row[]): Finding[] {
  const keyOf = (row: Row) => key.map((column) => String(row[column])).join(' ');
  const [due, there] = [groupBy(wanted, keyOf), groupBy(found, keyOf)];
  const missing = [...due].flatMap(([id, [row]]) => {
    const [actual, ...more] = there.get(id) ?? [];
    const of = `${name} ${id}`;
    if (actual === undefined) {
      return [lost(of, `${name}: ${id} is missing`)];
    }
    const columns = Object.keys(row ?? {}).filter((column) => !same(row?.[column], actual[column]));
    return [
      ...(more.length > 0 ? [doubled(of, `${name}: ${id} is there ${more.length + 1} times`)] : []),
      ...(columns.length > 0 ? [wrong(of, `${name}: ${id} differs in ${columns.join(', ')}`)] : []),
    ];
  });
  const others = [...there.keys()].filter((id) => !due.has(id));
  return [...missing, ...others.map((id) => wrong(`${name} ${id}`, `${name}: ${id} should not be there`))];
}
