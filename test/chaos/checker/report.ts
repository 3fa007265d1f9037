import { outcomeOf, type Asked, type Outcome } from '../load/ledger.js';
import { comparisons } from './compare/index.js';
import { repeatsIn } from './compare/topic.js';
import type { Evidence } from './evidence.js';
import type { Finding } from './finding.js';
import { operationsOf, type Operation } from './operations.js';

export type Report = {
  readonly accepted: number;
  readonly refused: number;
  readonly unknown: number;
  /** Commands and events that a store lacks, each counted once. */
  readonly lost: number;
  /** Commands, events and figures that are there more than once. */
  readonly doubled: number;
  /** Missing sequences. */
  readonly gaps: number;
  /** Every contradiction in words, at most a few hundred; empty when all holds. */
  readonly findings: readonly string[];
  /** What is no contradiction and yet worth knowing. */
  readonly remarks: readonly string[];
  readonly compared: Compared;
  readonly operations: readonly Operation[];
};

/** How much was compared. */
export type Compared = {
  readonly cases: number;
  /** Cases that went on in a further run of their workflow. */
  readonly continued: number;
  /** Most commands that were applied to one case. */
  readonly longest: number;
  readonly events: number;
  /** Events that a clock caused. */
  readonly byClock: number;
  readonly records: number;
  /** Records that are in the topic once more than needed. */
  readonly repeats: number;
  /** Answers to a key that had an answer before. */
  readonly asksAgain: number;
  readonly capacities: number;
  /** Cases that were looked at by people who said how far they had seen them. */
  readonly readings: number;
  readonly streams: number;
  readonly connections: number;
  readonly messages: number;
  readonly resyncs: number;
};

/** Of each comparison, so that a store where much is wrong does not hide the others. */
const mostFindings = 40;

/** What the comparisons come to. */
export function reportOf(evidence: Evidence): Report {
  return summedUp(
    evidence,
    comparisons.map((compare) => compare(evidence)),
  );
}

/** Reports on evidence that differs from what is known in little: only comparisons that read what differs are made anew. */
export function reportsNear(known: Evidence): (evidence: Evidence) => Report {
  const near = comparisons.map((compare) => {
    const read = new Set<keyof Evidence>();
    const watched = new Proxy(known, { get: (whole, name: keyof Evidence) => (read.add(name), whole[name]) });
    const findings = compare(watched);
    return (evidence: Evidence) =>
      [...read].every((name) => evidence[name] === known[name]) ? findings : compare(evidence);
  });
  return (evidence) =>
    summedUp(
      evidence,
      near.map((compare) => compare(evidence)),
    );
}

function summedUp(evidence: Evidence, compared: readonly (readonly Finding[])[]): Report {
  const findings = compared.flat();
  const outcomes = evidence.asked.filter((one) => one.tries.length > 0).map(outcomeOf);
  const told = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  const distinct = (kind: Finding['kind']) =>
    new Set(findings.filter((one) => one.kind === kind).map((one) => one.of)).size;
  return {
    accepted: told('accepted'),
    refused: told('refused'),
    unknown: told('unknown'),
    lost: distinct('lost'),
    doubled: distinct('doubled'),
    gaps: distinct('gap'),
    findings: compared.flatMap((some) =>
      [...new Set(some.map((one) => `${one.kind}: ${one.what}`))].slice(0, mostFindings),
    ),
    remarks: remarksOn(evidence.asked),
    compared: comparedIn(evidence),
    operations: operationsOf(evidence),
  };
}

function comparedIn({ histories, log, records, asked, capacities, readings, streams }: Evidence): Compared {
  const cases = [...histories.values()];
  const connections = streams.flatMap((one) => one.connections);
  const messages = connections.flatMap((one) => one.received);
  return {
    cases: cases.length,
    continued: cases.filter((one) => one.runs > 1).length,
    longest: Math.max(0, ...cases.map((one) => one.applications.length)),
    events: log.length,
    byClock: log.filter(({ event }) => event.by.kind === 'clock').length,
    records: records.length,
    repeats: repeatsIn(records),
    asksAgain: asked.reduce((sum, one) => sum + Math.max(0, one.tries.length - 1), 0),
    capacities: capacities.length,
    readings: readings.length,
    streams: streams.length,
    connections: connections.length,
    messages: messages.length,
    resyncs: messages.filter((one) => one.event === 'resync').length,
  };
}

/** Answers that say a fault of Relais' own, which no fault of an engine should become. */
function remarksOn(asked: readonly Asked[]): string[] {
  const unexpected = asked
    .flatMap((one) => one.tries)
    .filter(({ told }) => told.outcome === 'unknown' && told.why.startsWith('500'));
  return unexpected.length === 0 ? [] : [`${unexpected.length} answers were 500 instead of a clear sentence`];
}
