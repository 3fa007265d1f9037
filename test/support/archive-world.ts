import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { columnTypes, layout, tables, textOf, writeRows, type Files, type RowPiece } from '#archive';
import type { AnalysisEvent } from '#contracts/analysis';
import { streamNames } from '#contracts/kernel/codes';
import type { AnalysisRows } from '#domain/analysis';
import { rowStreams } from '#persistence/analysis';
import type { Database } from '#persistence/kernel';
import { uuid } from './builders.js';

/** A Parquet file of the archive; `path` is relative to its folder. */
export type WrittenFile = {
  readonly stream: string;
  readonly month: string;
  readonly path: string;
  readonly rows: number;
};

const nothing: Partial<AnalysisEvent> = Object.fromEntries([...columnTypes.keys()].map((name) => [name, null]));

/** An event of a restaurant's case, changed as given. */
export function archived(change: Partial<AnalysisEvent>): AnalysisEvent {
  const { subject = uuid(1), sequence = 1 } = change;
  return {
    ...(nothing as AnalysisEvent),
    position: 1,
    stream: 'cases',
    type: 'relais.case.opened.v1',
    subject,
    code: 'ABC-234',
    sequence,
    event_id: `${subject}:${sequence}`,
    time: '2026-03-02T09:00:00.000Z',
    by_kind: 'person',
    municipality: '21009',
    sector: 'horeca',
    legal_form: 'company',
    size_band: '1-4',
    age_band: '3-4',
    stage: 'restructuring',
    channel: 'phone',
    urgency: 'normal',
    languages: ['fr'],
    difficulty: 'vat',
    difficulties: ['vat', 'rent'],
    data: {},
    ...change,
  };
}

async function copy(lines: string, columns: ReadonlyMap<string, string>, target: string): Promise<void> {
  const source = `${target}.ndjson`;
  writeFileSync(source, lines);
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  try {
    const connection = await instance.connect();
    const shape = [...columns].map(([name, type]) => `"${name}": ${textOf(type)}`).join(', ');
    await connection.run(
      `COPY (SELECT * FROM read_json(${textOf(source)}, format = 'newline_delimited', columns = {${shape}}))
         TO ${textOf(target)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    connection.closeSync();
  } finally {
    instance.closeSync();
    rmSync(source);
  }
}

/** Writes rows as one Parquet file of the archive. */
async function writeFile(folder: string, part: Pick<WrittenFile, 'stream' | 'month'>, rows: readonly object[]) {
  const file = path.join(layout.month(part.stream, part.month), `${randomUUID()}.parquet`);
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  const columns =
    part.stream === 'measures'
      ? new Map(tables.find(({ name }) => name === 'measures')?.columns.map(({ name, type }) => [name, type]))
      : columnTypes;
  const lines = rows.map((row) => JSON.stringify(row)).join('\n');
  await copy(lines, columns, path.join(folder, file));
  return { ...part, path: file, rows: rows.length };
}

/** Writes events as the archive writer does: a file per stream and month. */
export async function writeEventFiles(folder: string, events: readonly AnalysisEvent[]): Promise<WrittenFile[]> {
  const parts = new Map<string, AnalysisEvent[]>();
  for (const event of events) {
    const name = `${event.stream}/${event.time.slice(0, 7)}`;
    parts.set(name, [...(parts.get(name) ?? []), event]);
  }
  const written: WrittenFile[] = [];
  for (const [name, rows] of [...parts].sort(([one], [other]) => one.localeCompare(other))) {
    const [stream = '', month = ''] = name.split('/');
    written.push(await writeFile(folder, { stream, month }, rows));
  }
  return written;
}

/** Writes counts as the archive writer does; a row holds columns of the table `measures`. */
export async function writeMeasureFile(folder: string, rows: readonly object[]): Promise<WrittenFile> {
  return writeFile(folder, { stream: 'measures', month: 'now' }, rows);
}

/** Writes rows of cases and referrals as the archive writer does. */
export async function writeRowFiles(folder: string, { caseRows, referralRows }: AnalysisRows): Promise<WrittenFile[]> {
  const linesOf = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
  async function* pieces(): AsyncGenerator<RowPiece> {
    yield { kind: 'cases', lines: linesOf(caseRows) };
    yield { kind: 'referrals', lines: linesOf(referralRows.map(({ place: _place, ...row }) => row)) };
  }
  return writeRows(folder, rowStreams, pieces());
}

/** No files. */
export const noFiles: Files = { events: [], cases: [], referrals: [], measures: [] };

/** Written files as a query takes them. */
export function filesOf(folder: string, written: readonly WrittenFile[]): Files {
  const within = (streams: readonly string[]) =>
    written.filter(({ stream }) => streams.includes(stream)).map((one) => path.join(folder, one.path));
  return {
    events: within(streamNames),
    cases: within([rowStreams.cases]),
    referrals: within([rowStreams.referrals]),
    measures: within(['measures']),
  };
}

/** Makes files count. */
export async function registerFiles(
  database: Pick<Database, 'query'>,
  folder: string,
  files: readonly WrittenFile[],
): Promise<void> {
  for (const { stream, month, path: file, rows } of files) {
    await database.query(
      `INSERT INTO archive.file (file_id, stream, month, path, rows, bytes, compacted) VALUES ($1, $2, $3, $4, $5, $6, false)`,
      [randomUUID(), stream, month, file, rows, statSync(path.join(folder, file)).size],
    );
  }
}
