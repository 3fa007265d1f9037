import { performance } from 'node:perf_hooks';
import type { AuditKind } from '#contracts/analysis';
import type { AuditRepository } from '#persistence/analysis';
import { problemOf } from '../kernel/problems/problem.filter.js';
import type { Caller } from '../kernel/session/caller.js';

/** What is done: its subject as text, and how many rows left when it succeeded. */
type Deed<Result> = {
  readonly kind: AuditKind;
  readonly subject: string;
  readonly work: () => Promise<Result>;
  readonly rowsOf: (result: Result) => number;
};

/** Does something an analyst asked for and writes it down, also when it failed; nothing is answered that is not written down. */
export async function recorded<Result>(
  audit: AuditRepository,
  { viewer }: Caller,
  { kind, subject, work, rowsOf }: Deed<Result>,
): Promise<Result> {
  const from = performance.now();
  const entry = (rows: number, outcome: string) => ({
    personId: viewer.personId,
    kind,
    subject,
    rows,
    outcome,
    milliseconds: performance.now() - from,
  });
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    await audit.record(entry(0, problemOf(error)?.code ?? 'failed'));
    throw error;
  }
  await audit.record(entry(rowsOf(result), 'done'));
  return result;
}
