import type { FaultCode } from './faults.js';
import type { Params } from './questions.js';

/** Where a fault is: a cell of a table (`row` counts lines, the header is 1), or a path in a JSON file or in the request. */
export type Spot = { readonly row: number; readonly column: string | null } | { readonly path: string };

/** One thing wrong with a file of statistics. */
export type Fault = {
  readonly at: Spot;
  readonly code: FaultCode;
  readonly params?: Params;
};

/** A text of the file, as long as a sentence about it needs it. */
export const short = (text: string | number): string => String(text).slice(0, 40);

/** The spot as a path of problem details: `rows.3.value`, or the path itself. */
export function pathOf(at: Spot): string {
  if ('path' in at) {
    return at.path;
  }
  return at.column === null ? `rows.${at.row}` : `rows.${at.row}.${at.column}`;
}
