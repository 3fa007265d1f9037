import type { Ground } from '../ground.js';
import type { Ledger } from '../load/ledger.js';
import { collectEvidence } from './collect/evidence.js';
import type { Expected } from './evidence.js';
import { reportOf, type Report } from './report.js';

export { drained } from './collect/drained.js';
export type { Expected } from './evidence.js';
export type { Report } from './report.js';

/**
 * Compares everything that was told with everything that is stored; to be called when all is drained.
 * @param expected what a fault planted on purpose
 * @param more `rebuild: false` leaves the rebuild out
 */
export async function check(
  ground: Ground,
  ledger: Ledger,
  streams: Ledger['streams'] = ledger.streams,
  expected: Expected = {},
  more: { readonly rebuild?: boolean } = {},
): Promise<Report> {
  return reportOf(await collectEvidence(ground, ledger, { streams, expected, ...more }));
}
