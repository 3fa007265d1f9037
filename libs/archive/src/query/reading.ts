import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { IntoRows, JobMessage } from './job.js';
import { readRow, shownColumn, type RawColumn } from './shape.js';
import { textOf } from './sql.js';

const rowsOfMessage = 500;
const bytesOfMessage = 256 * 1024;

/** The rows of the scratch file, once it is whole. */
async function* rowsOf(connection: DuckDBConnection, columns: readonly RawColumn[], file: string) {
  const stored = await connection.stream(`SELECT * FROM read_parquet(${textOf(file)})`);
  for await (const chunk of stored.yieldRowsJson()) {
    for (const raw of chunk) {
      yield readRow(raw, columns);
    }
  }
}

/** Says the rows of the scratch file, up to the caps; gives the last message. */
export async function sayRows(
  connection: DuckDBConnection,
  columns: readonly RawColumn[],
  into: IntoRows & { readonly file: string },
  say: (message: JobMessage) => void,
): Promise<JobMessage> {
  let [rows, bytes, waiting]: [number, number, number] = [0, 0, 0];
  let batch: unknown[][] = [];
  const flush = () => {
    if (batch.length > 0) {
      say({ kind: 'rows', rows: batch });
    }
    [batch, waiting] = [[], 0];
  };
  for await (const row of rowsOf(connection, columns, into.file)) {
    const size = Buffer.byteLength(JSON.stringify(row));
    const cut = rows === into.rows ? 'rows' : bytes + size > into.bytes ? 'bytes' : null;
    if (cut !== null) {
      flush();
      return { kind: 'done', rows, cut, bytes };
    }
    [rows, bytes, waiting] = [rows + 1, bytes + size, waiting + size];
    batch.push(row);
    if (batch.length === rowsOfMessage || waiting > bytesOfMessage) {
      flush();
    }
  }
  flush();
  return { kind: 'done', rows, cut: null, bytes };
}

/** Makes the scratch file a workbook. */
export async function makeWorkbook(
  connection: DuckDBConnection,
  columns: readonly RawColumn[],
  file: string,
): Promise<void> {
  // Only who asks for a workbook waits for the library.
  const { workbookOf } = await import('#tables');
  const held = columns.map((column) => {
    const { name, type, kind } = shownColumn(column);
    return { name, holds: type === 'DATE' ? 'day' : kind === 'number' ? 'number' : 'text' } as const;
  });
  const workbook = `${file}.xlsx`;
  const bytes = workbookOf(held, rowsOf(connection, columns, file));
  await pipeline(Readable.fromWeb(bytes as Parameters<typeof Readable.fromWeb>[0]), fs.createWriteStream(workbook));
  fs.renameSync(workbook, file);
}
