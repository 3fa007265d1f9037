import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { rowTypes, type RowTable } from '../columns.js';
import { layout } from '../layout.js';
import { textOf } from '../query/sql.js';
import { withEngine } from './engine.js';
import type { WrittenFile } from './events.js';
import { settle, withScratch } from './workplace.js';

/** Some rows of a table, each a line of JSON. */
export type RowPiece = { readonly kind: RowTable; readonly lines: string };

/** Newest last, as they are asked for by time. */
const orders = { cases: 'opened_at, case_id', referrals: 'sent_at, case_id, referral_id' } as const;

/** Writes the rows of cases and referrals as one Parquet file each, under the stream of its kind; a kind without rows has none. */
export async function writeRows(
  folder: string,
  streams: Readonly<Record<RowTable, string>>,
  pieces: AsyncIterable<RowPiece>,
): Promise<WrittenFile[]> {
  return withScratch(folder, async (scratch) => {
    const sources = await writePieces(scratch, pieces);
    return withEngine(scratch, async (connection) => {
      const written: WrittenFile[] = [];
      for (const [kind, source] of sources) {
        const fileId = randomUUID();
        const finished = path.join(scratch, `${fileId}.parquet`);
        const shape = [...rowTypes[kind]].map(([name, type]) => `${name}: ${textOf(type)}`).join(', ');
        const { rowsChanged } = await connection.run(
          `COPY (SELECT * FROM read_json(${textOf(source)}, format = 'newline_delimited', columns = {${shape}}) ORDER BY ${orders[kind]})
             TO ${textOf(finished)} (FORMAT parquet, COMPRESSION zstd)`,
        );
        const part = { stream: streams[kind], month: 'now' };
        const target = path.join(layout.month(part.stream, part.month), `${fileId}.parquet`);
        const bytes = await settle(folder, finished, target);
        written.push({ fileId, ...part, path: target, rows: rowsChanged, bytes });
      }
      return written;
    });
  });
}

async function writePieces(scratch: string, pieces: AsyncIterable<RowPiece>): Promise<Map<RowTable, string>> {
  const sources = new Map<RowTable, string>();
  for await (const { kind, lines } of pieces) {
    const source = path.join(scratch, `${kind}.ndjson`);
    sources.set(kind, source);
    await fs.appendFile(source, `${lines}\n`);
  }
  return sources;
}
