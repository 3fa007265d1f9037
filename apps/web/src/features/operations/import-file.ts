import type { ImportBatch } from '#contracts/case';
import { address, ask } from '../../client/api.js';
import type { Objection } from '../../client/problem.js';
import type { RowError } from '../../shared/row-errors.js';

/** Reads row and column out of a place such as `rows.12.sector`. */
export function rowErrorOf(objection: Objection): RowError {
  const found = /(?:^|[^0-9])(\d+)(?:[.\]]+(\w+))?$/.exec(objection.path);
  return {
    row: found === null ? null : Number(found[1]),
    column: found === null ? objection.path || null : (found[2] ?? null),
    message: objection.message,
  };
}

/** Sends a file of closed historical cases: all of it is imported, or nothing. */
export function importFile(file: File): Promise<ImportBatch> {
  return ask<ImportBatch>(address('/imports', {}), {
    method: 'POST',
    // The route takes rows under this name, whatever they are packed in.
    headers: { 'content-type': 'text/csv' },
    body: file,
  });
}
