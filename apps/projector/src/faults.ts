import { isFaultOfData } from '#persistence/kernel';
import { Unprojectable } from './projections/derived.js';

/** True when the error comes from what is in a record, so that trying again cannot help. */
export function isFaultOfRecord(error: unknown): boolean {
  return error instanceof Unprojectable || isFaultOfData(error);
}
