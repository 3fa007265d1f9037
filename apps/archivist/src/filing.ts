import { writeEvents } from '#archive';
import {
  addFiles,
  readEventLines,
  readUnfiled,
  saveFiled,
  tryToFileAlone,
  type FiledWindow,
  type Unfiled,
} from '#persistence/analysis';
import type { Database } from '#persistence/kernel';

/** Rows of one filing at most. */
export const largestFiling = 50_000n;
/** Records that are read from PostgreSQL at once. */
const piece = 5_000n;

/** What came of a filing. */
export type Filed = {
  /** False while another archivist files. */
  readonly alone: boolean;
  readonly records: number;
  /** Records that no file holds yet. */
  readonly left: number;
};

/** Writes some of what no Parquet file holds yet into files, and notes both or neither. */
export async function fileSome(database: Pick<Database, 'transaction'>, folder: string): Promise<Filed> {
  return database.transaction(async (sql) => {
    if (!(await tryToFileAlone(sql))) {
      return { alone: false, records: 0, left: 0 };
    }
    const all = await readUnfiled(sql);
    const chosen = windowsOf(all, largestFiling);
    const records = lengthOf(chosen);
    if (records === 0) {
      return { alone: true, records: 0, left: 0 };
    }
    async function* pieces() {
      for (const one of chosen.flatMap(piecesOf)) {
        yield await readEventLines(sql, one);
      }
    }
    const files = await writeEvents(folder, pieces());
    await addFiles(
      sql,
      files.map((file) => ({ ...file, compacted: false })),
    );
    await saveFiled(sql, chosen);
    return { alone: true, records, left: lengthOf(all) - records };
  });
}

/** The beginnings of what is unfiled, together so many records at most. */
export function windowsOf(all: readonly Unfiled[], most: bigint): FiledWindow[] {
  let left = most;
  return all.flatMap((one) => {
    const taken = one.next - one.filed < left ? one.next - one.filed : left;
    left -= taken;
    const next = one.filed + taken;
    return taken > 0n ? [{ ...one, next, whole: next === one.next }] : [];
  });
}

function piecesOf(window: Unfiled): Unfiled[] {
  const pieces: Unfiled[] = [];
  for (let from = window.filed; from < window.next; from += piece) {
    pieces.push({ ...window, filed: from, next: from + piece < window.next ? from + piece : window.next });
  }
  return pieces;
}

function lengthOf(windows: readonly Unfiled[]): number {
  return Number(windows.reduce((sum, { filed, next }) => sum + next - filed, 0n));
}
