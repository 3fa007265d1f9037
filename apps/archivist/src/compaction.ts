import type { ArchiveFile, Erasure } from '#persistence/analysis';

/** Files of one month that become one, without the events of some subjects. */
export type Compaction = {
  readonly stream: string;
  readonly month: string;
  readonly files: readonly ArchiveFile[];
};

/** Rows of the largest file that is made from others. */
export const mostRows = 1_000_000;
/** Files of a month that may stand beside each other, those aside that are large enough. */
const mostFiles = 8;
const largeEnough = mostRows / 2;
/** Files that are joined at least, so that the number of files falls. */
const fewestJoined = 5;
/** A file joins smaller ones when they are together not much smaller: so that large files are not written again and again. */
const growth = 4;

/** What is to be joined: of every month that has too many files the smallest ones. */
export function compactionsOf(live: readonly ArchiveFile[]): Compaction[] {
  return monthsOf(live).flatMap(([first, ...others]) => {
    const { stream, month } = first;
    const small = [first, ...others].filter(({ rows }) => rows < largeEnough).sort((a, b) => a.rows - b.rows);
    return small.length > mostFiles ? [{ stream, month, files: smallestOf(small) }] : [];
  });
}

function smallestOf(files: readonly ArchiveFile[]): ArchiveFile[] {
  const taken: ArchiveFile[] = [];
  let sum = 0;
  for (const file of files) {
    const fits = sum + file.rows <= mostRows;
    if (!fits || (taken.length >= fewestJoined && file.rows > growth * sum)) {
      break;
    }
    taken.push(file);
    sum += file.rows;
  }
  return taken;
}

/** The same files in groups, each of which makes a file that is not too large. */
export function groupsOf(files: readonly ArchiveFile[]): ArchiveFile[][] {
  const groups: ArchiveFile[][] = [];
  let sum = mostRows;
  for (const file of files) {
    if (groups.length === 0 || sum + file.rows > mostRows) {
      groups.push([]);
      sum = 0;
    }
    groups.at(-1)?.push(file);
    sum += file.rows;
  }
  return groups;
}

/** A month with what was erased from it and the files that may still hold it. */
export type ErasedMonth = Compaction & { readonly erasures: readonly Erasure[] };

/** Months that erasures name, also those without files. */
export function erasedMonthsOf(live: readonly ArchiveFile[], erasures: readonly Erasure[]): ErasedMonth[] {
  return monthsOf(erasures).map(([first, ...others]) => {
    const { stream, month } = first;
    const files = live.filter((one) => one.stream === stream && one.month === month);
    return { stream, month, files, erasures: [first, ...others] };
  });
}

type InMonth = { readonly stream: string; readonly month: string };

function monthsOf<One extends InMonth>(all: readonly One[]): [One, ...One[]][] {
  const groups = new Map<string, [One, ...One[]]>();
  for (const one of all) {
    const key = `${one.stream}/${one.month}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [one]);
    } else {
      group.push(one);
    }
  }
  return [...groups.values()];
}
