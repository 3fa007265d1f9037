import path from 'node:path';
import { literals, withEngine } from './engine.js';
import { withScratch } from './workplace.js';

/** All rows of some files of one kind, as JSON; for files that fit into memory. */
export async function contentOf(folder: string, files: readonly string[]): Promise<Record<string, unknown>[]> {
  if (files.length === 0) {
    return [];
  }
  return withScratch(folder, (scratch) =>
    withEngine(scratch, async (connection) => {
      const paths = literals(files.map((file) => path.join(folder, file)));
      const rows = await connection.runAndReadAll(`SELECT * FROM read_parquet(${paths})`);
      return rows.getRowObjectsJson();
    }),
  );
}
