import { contentOf } from '../../support/projection.js';
import type { Ground } from '../ground.js';
import { outcomeOf, type Ledger } from '../load/ledger.js';
import type { WatchedStream } from '../load/streams.js';
import { withEngines, type Engines } from './collect/engines.js';
import { collectHistories } from './collect/histories.js';
import { collectRecords } from './collect/records.js';
import { readFeed, readLetters, readLog, readNotes, readOutbox } from './collect/stores.repository.js';
import { comparisons } from './compare/index.js';
import { repeatsIn } from './compare/topic.js';
import type { Evidence, Expected } from './evidence.js';
import type { Finding } from './finding.js';

export { drained } from './collect/drained.js';

export type Report = {
  readonly accepted: number;
  readonly refused: number;
  readonly unknown: number;
  readonly lost: number;
  readonly doubled: number;
  readonly gaps: number;
  /** Every contradiction in words, at most a few hundred; empty when all holds. */
  readonly findings: readonly string[];
  /** Cases, events and records that were compared, and records that are in the topic once more than needed. */
  readonly compared: {
    readonly cases: number;
    readonly events: number;
    readonly records: number;
    readonly repeats: number;
  };
};

const mostFindings = 300;

/** Compares everything that was told with everything that is stored; to be called when all is drained. */
export async function check(
  ground: Ground,
  ledger: Ledger,
  streams: readonly WatchedStream[] = ledger.streams,
  expected: Expected = {},
): Promise<Report> {
  return withEngines(ground, async (engines) => reportOf(await collect(engines, ledger, streams, expected)));
}

async function collect(
  engines: Engines,
  { asked, capacities, begunAt }: Ledger,
  streams: readonly WatchedStream[],
  expected: Expected,
): Promise<Evidence> {
  const { database } = engines;
  const told = asked.filter((one) => outcomeOf(one) === 'accepted').map((one) => one.caseId);
  const [histories, records] = await Promise.all([collectHistories(engines, told), collectRecords(engines)]);
  return {
    asked,
    capacities,
    begunAt,
    streams,
    expected,
    histories,
    records,
    outbox: await readOutbox(database),
    log: await readLog(database),
    feed: await readFeed(database),
    notes: await readNotes(database),
    letters: await readLetters(database),
    content: (await contentOf(database)) as Evidence['content'],
  };
}

/** What the comparisons come to. */
export function reportOf(evidence: Evidence): Report {
  const findings = comparisons.flatMap((compare) => compare(evidence));
  const outcomes = evidence.asked.filter((one) => one.tries.length > 0).map(outcomeOf);
  const count = (outcome: (typeof outcomes)[number]) => outcomes.filter((one) => one === outcome).length;
  const distinct = (kind: Finding['kind']) =>
    new Set(findings.filter((one) => one.kind === kind).map((one) => one.of)).size;
  return {
    accepted: count('accepted'),
    refused: count('refused'),
    unknown: count('unknown'),
    lost: distinct('lost'),
    doubled: distinct('doubled'),
    gaps: distinct('gap'),
    findings: findings.slice(0, mostFindings).map((one) => `${one.kind}: ${one.what}`),
    compared: {
      cases: evidence.histories.size,
      events: evidence.log.length,
      records: evidence.records.length,
      repeats: repeatsIn(evidence.records),
    },
  };
}
