import type { Operation } from '../checker/operations.js';

/** What a run under a fault came to; times in milliseconds. */
export type Row = {
  readonly fault: string;
  readonly what: string;
  readonly strikes: number;
  readonly accepted: number;
  readonly refused: number;
  readonly unknown: number;
  readonly lost: number;
  readonly doubled: number;
  readonly gaps: number;
  /** Longest time without an accepted command while the fault lasted and until it was healed. */
  readonly longestSilence: number;
  /** From the beginning of the last healing until all projections were level. */
  readonly drainedIn?: number;
  /** Name of the process whose bare restart is compared, and how long it took: killed when idle, until it served again. */
  readonly comparedWith: string;
  readonly bareRestart?: number;
  readonly findings: readonly string[];
  readonly notes: readonly string[];
  /** What happened to the cases; missing when the run broke off. */
  readonly operations?: readonly Operation[];
  /** Why it could not be run here. */
  readonly notRun?: string;
};

const nothing = { strikes: 0, accepted: 0, refused: 0, unknown: 0, lost: 0, doubled: 0, gaps: 0, longestSilence: 0 };

/** The row of a run that did not take place or broke off. */
export function emptyRow(
  fault: Pick<Row, 'comparedWith' | 'what'> & { readonly name: string },
  outcome: Pick<Row, 'notRun'> & { readonly findings?: readonly string[] },
): Row {
  const { name, what, comparedWith } = fault;
  return { fault: name, what, comparedWith, ...nothing, findings: [], notes: [], ...outcome };
}

const columns: readonly (readonly [string, (row: Row) => string | number])[] = [
  ['fault', (row) => row.fault],
  ['strikes', (row) => row.strikes],
  ['accepted', (row) => row.accepted],
  ['refused', (row) => row.refused],
  ['unknown', (row) => row.unknown],
  ['lost', (row) => row.lost],
  ['doubled', (row) => row.doubled],
  ['gaps', (row) => row.gaps],
  ['findings', (row) => row.findings.length],
  ['longest silence', (row) => seconds(row.longestSilence)],
  ['drained in', (row) => seconds(row.drainedIn)],
  ['bare restart', (row) => (row.bareRestart === undefined ? '' : `${seconds(row.bareRestart)} (${row.comparedWith})`)],
  ['ratio', (row) => ratioOf(row)],
];

/** The rows as a table in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) =>
    row.notRun === undefined
      ? columns.map(([, cell]) => cell(row))
      : [row.fault, `not run: ${row.notRun}`, ...columns.slice(2).map(() => '')],
  );
  const all = [columns.map(([title]) => title), columns.map((_, place) => (place === 0 ? '---' : '---:')), ...lines];
  return all.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** One line about a row. */
export function lineOf(row: Row): string {
  if (row.notRun !== undefined) {
    return `${row.fault}: not run: ${row.notRun}`;
  }
  const verdict = row.findings.length === 0 ? 'holds' : `${row.findings.length} FINDINGS`;
  const counts = `${row.accepted} accepted, ${row.lost} lost, ${row.doubled} doubled, ${row.gaps} gaps`;
  const times = `silence ${seconds(row.longestSilence)}, drained in ${seconds(row.drainedIn)}, bare restart ${seconds(row.bareRestart)}`;
  return `${row.fault}: ${verdict}; ${counts}; ${times}`;
}

function seconds(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : `${(milliseconds / 1_000).toFixed(1)} s`;
}

function ratioOf({ drainedIn, bareRestart }: Row): string {
  return drainedIn === undefined || bareRestart === undefined ? '' : (drainedIn / bareRestart).toFixed(1);
}
