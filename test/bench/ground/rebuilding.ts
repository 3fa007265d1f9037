import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { projectionTables } from '../../../libs/persistence/src/kernel/projection-tables.js';
import type { ProjectionGround } from './projection.js';

/** Seconds of a rebuild: from the first table of the new projection to its taking over, and of the whole command. */
export type Rebuilding = { readonly building: number; readonly command: number };

const tables = ['event_log', 'case_read', 'case_party', 'inbox_line', 'measure_week', 'feed'];
const look = 20;

/** Runs the command that rebuilds the projections. */
export async function rebuildOnce({ sql, environment }: ProjectionGround): Promise<Rebuilding> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['dist/apps/projector/src/rebuild.js'], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (text) => (complaints += String(text)));
  let [first, last] = [0, 0];
  const watching = setInterval(() => {
    void exists(sql, 'projection_next').then((there) => {
      const now = performance.now();
      first ||= there ? now : 0;
      last = there ? now : last;
    });
  }, look);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watching);
  if (code !== 0) {
    throw new Error(`the rebuild failed:\n${complaints}`);
  }
  return { building: (last - first) / 1000, command: (performance.now() - begun) / 1000 };
}

/** Seconds in which COPY fills tables of the same shape with the same rows: all of them, and those of the event log alone. */
export async function copyOnce(sql: pg.Client, folder: string): Promise<{ all: number; log: number }> {
  const files = path.join(folder, 'copies');
  mkdirSync(files, { recursive: true });
  chmodSync(files, 0o777);
  await sql.query('DROP SCHEMA IF EXISTS projection_next CASCADE');
  await sql.query(projectionTables('projection_next'));
  await sql.query('CHECKPOINT');
  let [all, log] = [0, 0];
  for (const table of tables) {
    const file = path.join(files, table);
    await sql.query(`COPY projection.${table} TO '${file}'`);
    const from = performance.now();
    await sql.query(`COPY projection_next.${table} FROM '${file}'`);
    const seconds = (performance.now() - from) / 1000;
    all += seconds;
    log += table === 'event_log' ? seconds : 0;
  }
  await sql.query('DROP SCHEMA projection_next CASCADE');
  return { all, log };
}

async function exists(sql: pg.Client, schema: string): Promise<boolean> {
  return ((await sql.query('SELECT FROM pg_namespace WHERE nspname = $1', [schema])).rowCount ?? 0) > 0;
}
