import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { columnTypes } from '../columns.js';
import { layout } from '../layout.js';
import { textOf } from '../query/sql.js';
import { literals, withEngine } from './engine.js';
import { settle, withScratch } from './workplace.js';

/** A Parquet file that was written; `path` is relative to the archive's folder. */
export type WrittenFile = {
  readonly fileId: string;
  readonly stream: string;
  /** `YYYY-MM`, UTC. */
  readonly month: string;
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
};

type Part = { readonly stream: string; readonly month: string };

const columns = [...columnTypes.keys()].join(', ');
const shape = [...columnTypes].map(([name, type]) => `${name}: ${textOf(type)}`).join(', ');
/** Newest last, as a partition grows; equal times in the order of their arrival. */
const order = 'ORDER BY time, position';

/**
 * Writes events as Parquet, one file for each stream and month. Each piece holds lines of JSON with the columns of an event
 * and its `month`, and may be empty.
 */
export async function writeEvents(folder: string, pieces: AsyncIterable<string>): Promise<WrittenFile[]> {
  return withScratch(folder, async (scratch) => {
    const lines = path.join(scratch, 'events.ndjson');
    await writePieces(lines, pieces);
    return withEngine(scratch, async (connection) => {
      await connection.run(
        `CREATE TABLE event AS SELECT * FROM read_json(${textOf(lines)}, format = 'newline_delimited', columns = {${shape}, month: 'VARCHAR'})`,
      );
      await fs.rm(lines);
      const parts = await connection.runAndReadAll('SELECT DISTINCT stream, month FROM event ORDER BY ALL');
      const written: WrittenFile[] = [];
      for (const part of parts.getRowObjectsJson() as Part[]) {
        const chosen = `SELECT ${columns} FROM event WHERE stream = ${textOf(part.stream)} AND month = ${textOf(part.month)} ${order}`;
        written.push(await writePart(connection, { folder, scratch, part, chosen }));
      }
      return written;
    });
  });
}

/** Writes the events of files of one stream and month into one file, without those of some subjects; undefined when none is left. */
export async function joinFiles(
  folder: string,
  part: Part,
  files: readonly string[],
  without: readonly string[],
): Promise<WrittenFile | undefined> {
  return withScratch(folder, (scratch) =>
    withEngine(scratch, async (connection) => {
      const kept = without.length === 0 ? '' : `WHERE NOT list_contains(${literals(without)}, subject)`;
      const chosen = `SELECT ${columns} FROM read_parquet(${literals(files.map((one) => path.join(folder, one)))}) ${kept} ${order}`;
      const written = await writePart(connection, { folder, scratch, part, chosen });
      if (written.rows > 0) {
        return written;
      }
      await fs.rm(path.join(folder, written.path), { force: true });
      return undefined;
    }),
  );
}

/** Those of the files that hold an event of one of the subjects. */
export async function filesWith(
  folder: string,
  files: readonly string[],
  subjects: readonly string[],
): Promise<string[]> {
  return withScratch(folder, (scratch) =>
    withEngine(scratch, async (connection) => {
      const holding: string[] = [];
      for (const file of files) {
        const found = await connection.runAndReadAll(
          `SELECT 1 FROM read_parquet(${textOf(path.join(folder, file))}) WHERE list_contains(${literals(subjects)}, subject) LIMIT 1`,
        );
        holding.push(...(found.currentRowCount > 0 ? [file] : []));
      }
      return holding;
    }),
  );
}

async function writePieces(file: string, pieces: AsyncIterable<string>): Promise<void> {
  const handle = await fs.open(file, 'w');
  try {
    for await (const piece of pieces) {
      await handle.writeFile(piece === '' ? '' : `${piece}\n`);
    }
  } finally {
    await handle.close();
  }
}

type Writing = { readonly folder: string; readonly scratch: string; readonly part: Part; readonly chosen: string };

async function writePart(connection: DuckDBConnection, writing: Writing): Promise<WrittenFile> {
  const { folder, scratch, part, chosen } = writing;
  const fileId = randomUUID();
  const finished = path.join(scratch, `${fileId}.parquet`);
  const copied = await connection.run(`COPY (${chosen}) TO ${textOf(finished)} (FORMAT parquet, COMPRESSION zstd)`);
  const target = path.join(layout.month(part.stream, part.month), `${fileId}.parquet`);
  const bytes = await settle(folder, finished, target);
  return { fileId, ...part, path: target, rows: copied.rowsChanged, bytes };
}
