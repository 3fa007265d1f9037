import type { ImportBatch } from '#contracts/case';
import type { ProblemDetails } from '#contracts/catalogue';
import i18next from 'i18next';
import type { ProblemPlace } from '../../client/problem.js';
import { ApiProblem } from '../../client/problem.js';
import type { RowError } from '../../shared/row-errors.js';

/** Reads row and column out of a place such as `rows.12.sector`. */
export function rowErrorOf(place: ProblemPlace): RowError {
  const found = /(?:^|[^0-9])(\d+)(?:[.\]]+(\w+))?$/.exec(place.path);
  return {
    row: found === null ? null : Number(found[1]),
    column: found === null ? place.path || null : (found[2] ?? null),
    message: place.message,
  };
}

/** Sends a file of closed historical cases: all of it is imported, or nothing. */
export async function importFile(file: File): Promise<ImportBatch> {
  let response: Response;
  try {
    response = await fetch('/api/v1/imports', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { accept: 'application/json', 'accept-language': i18next.language, 'content-type': 'text/csv' },
      body: file,
    });
  } catch {
    throw new ApiProblem(0, 'offline', i18next.t('error.offline'));
  }
  if (response.ok) {
    return (await response.json()) as ImportBatch;
  }
  if (response.headers.get('content-type')?.includes('json') !== true) {
    throw new ApiProblem(response.status, 'unexpected', i18next.t('error.unexpected'));
  }
  const details = (await response.json()) as ProblemDetails;
  throw new ApiProblem(response.status, details.code, details.detail, details.errors);
}
