/**
 * Classes of PostgreSQL's error codes that speak of the data: cardinality violation (two rows of one statement claim the same key),
 * data exception, integrity violation, limit exceeded.
 */
const classesOfData = new Set(['21', '22', '23', '54']);

/** True when PostgreSQL refused what it was given, so that trying again cannot help. */
export function isFaultOfData(error: unknown): boolean {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' && code.length === 5 && classesOfData.has(code.slice(0, 2));
}
