import fs from 'node:fs';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from './duckdb.js';
import { asked, parenthesised } from './enclosed.js';
import { faultFor, faultOf } from './faults.js';
import { groundStatements, viewStatements, type Files } from './ground.js';
import { resultFile, type IntoFile, type Job, type JobMessage } from './job.js';
import { look } from './look.js';
import { makeWorkbook, sayRows } from './reading.js';
import { fileOf, namesFor, selectionForRows, shownColumn, type FileWay, type RawColumn } from './shape.js';
import { textOf } from './sql.js';

const limits = { memory: '900MB', spill: '1GB', threads: '2' };
const progressEvery = 250;

/** The scratch folder, and who is told what becomes of the job before its last message. */
export type Desk = { readonly scratch: string; readonly say: (message: JobMessage) => void };

const resultOf = ({ scratch }: Desk) => path.join(scratch, resultFile);

type Values = Job['parameters'];
type Query = { readonly sql: string; readonly values: Values; readonly columns: readonly RawColumn[] };

/** A connection that holds what does not depend on the job; it performs one. */
export async function prepare(scratch: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: limits.threads,
    memory_limit: limits.memory,
    temp_directory: path.join(scratch, 'spill'),
    max_temp_directory_size: limits.spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  const connection = await instance.connect();
  for (const statement of [
    "SET TimeZone = 'UTC'",
    'SET errors_as_json = true',
    'SET enable_progress_bar = true',
    'SET enable_progress_bar_print = false',
    'SET progress_bar_time = 0',
    ...groundStatements(),
  ]) {
    await connection.run(statement);
  }
  return connection;
}

/** Makes the views, then takes everything else away for good. */
export async function lock(connection: DuckDBConnection, files: Files, result: string): Promise<void> {
  const reachable = [...Object.values(files).flat(), result].map(textOf);
  for (const statement of [
    ...viewStatements(files),
    `SET allowed_paths = [${reachable.join(', ')}]`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ]) {
    await connection.run(statement);
  }
}

async function runWith(connection: DuckDBConnection, statement: string, values: Values) {
  const prepared = await connection.prepare(statement);
  prepared.bind(values);
  return prepared.run();
}

async function describe(connection: DuckDBConnection, sql: string, values: Values): Promise<RawColumn[]> {
  const empty = await runWith(connection, `${asked}${parenthesised(sql)} LIMIT 0`, values);
  const types = empty.columnTypes();
  // Between parentheses DuckDB numbers names that are there twice.
  return empty.columnNames().flatMap((name, place) => {
    const type = types[place];
    return type === undefined ? [] : [{ name, type }];
  });
}

async function count(connection: DuckDBConnection, { sql, values }: Query): Promise<number> {
  const counted = await runWith(connection, `SELECT count(*) FROM ${parenthesised(sql)}`, values);
  const [[rows] = []] = await counted.getRows();
  return Number(rows);
}

/** How the result goes into the scratch file: what is shown or becomes a workbook is read back from there. */
function wayOf(columns: readonly RawColumn[], into: Job['into']): FileWay & { readonly limit: string } {
  return into.kind === 'rows'
    ? { selected: selectionForRows(columns), options: 'FORMAT parquet', limit: `LIMIT ${into.rows + 1}` }
    : { ...fileOf(columns, into), limit: '' };
}

/** Puts the result into the scratch file; gives the number of rows. */
async function copy(
  connection: DuckDBConnection,
  { sql, values, columns }: Query,
  into: Job['into'],
  desk: Desk,
): Promise<number> {
  const result = resultOf(desk);
  const { selected, from, options, limit } = wayOf(columns, into);
  const rows = `(\n${sql}\n) AS q (${namesFor(columns)})`;
  const timer = setInterval(() => desk.say({ kind: 'progress', ...progressOf(connection, result) }), progressEvery);
  try {
    const done = await runWith(
      connection,
      `COPY (SELECT ${selected} FROM ${from?.(rows) ?? rows} ${limit}) TO ${textOf(result)} (${options})`,
      values,
    );
    const [[written] = []] = await done.getRows();
    return Number(written);
  } finally {
    clearInterval(timer);
  }
}

/** What is left to do for a file after DuckDB has written it. */
async function finish(
  connection: DuckDBConnection,
  { columns }: Query,
  { format, rows }: IntoFile & { readonly rows: number },
  file: string,
): Promise<void> {
  if (format === 'xlsx') {
    await makeWorkbook(connection, columns, file);
  }
  if (format === 'csv' && rows === 0) {
    // DuckDB ends the last row, and there is none: the line after the head has an end already.
    fs.truncateSync(file, sizeOf(file) - 1);
  }
}

function progressOf(connection: DuckDBConnection, result: string): { percent: number | null; bytes: number } {
  const { percentage } = connection.progress;
  return { percent: percentage < 0 ? null : percentage, bytes: sizeOf(result) };
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Performs the one job of a connection; the last message is `done` or `fault`. */
export async function perform(connection: DuckDBConnection, job: Job, desk: Desk): Promise<JobMessage> {
  const sql = job.sql.replace(/[;\s]+$/, '');
  // Bytes before the query in the statement that runs; null when DuckDB's places say nothing about it.
  let offset: number | null = 0;
  try {
    await lock(connection, job.files, resultOf(desk));
    const names = await look(connection, sql);
    const missing = names.find((name) => !Object.hasOwn(job.parameters, name));
    if (missing !== undefined) {
      return { kind: 'fault', fault: faultFor('invalid', 'parameter-missing', missing) };
    }
    const values = Object.fromEntries(names.map((name) => [name, job.parameters[name] ?? '']));
    offset = `${asked}(\n`.length;
    const columns = await describe(connection, sql, values);
    desk.say({ kind: 'columns', columns: columns.map(shownColumn) });
    offset = null;
    const query = { sql, values, columns };
    if (job.into.kind === 'file' && job.into.count) {
      desk.say({ kind: 'counted', rows: await count(connection, query) });
    }
    const rows = await copy(connection, query, job.into, desk);
    if (job.into.kind === 'rows') {
      return await sayRows(connection, columns, { ...job.into, file: resultOf(desk) }, desk.say);
    }
    await finish(connection, query, { ...job.into, rows }, resultOf(desk));
    return { kind: 'done', rows, cut: null, bytes: sizeOf(resultOf(desk)) };
  } catch (error) {
    return { kind: 'fault', fault: faultOf(error, sql, offset) };
  }
}
