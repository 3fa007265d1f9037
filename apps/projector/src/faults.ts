import { Unprojectable } from './projections/derived.js';

/**
 * Classes of PostgreSQL's error codes that speak of the data: cardinality violation (two rows of one statement claim the same key),
 * data exception, integrity violation, limit exceeded.
 */
const classesOfData = new Set(['21', '22', '23', '54']);

/** True when the error comes from what is in a record, so that trying again cannot help. */
export function isFaultOfRecord(error: unknown): boolean {
  if (error instanceof Unprojectable) {
    return true;
  }
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' && code.length === 5 && classesOfData.has(code.slice(0, 2));
}

/** An error in words. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map(reasonOf).join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}
