import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { layout } from '#archive';
import { createDataSource, Database } from '#persistence/kernel';
import { registerFiles, type WrittenFile } from '../../support/archive-world.js';
import { signIn, type Client } from '../../support/http.js';
import { makeExport, runQuery } from '../../support/lines.js';
import { comparison, figure } from '../core/figure.js';
import { alternate } from '../core/rounds.js';
import { usageOf } from '../core/usage.js';
import { eventRows } from '../ground/archive-events.js';
import type { Bench, Measure } from '../ground/bench.js';
import { install, type Installation } from '../ground/installation.js';

const months = 36;
/** A quarter of them is exported: until the end of this one. */
const exportedMonths = 9;
const until = new Date(Date.UTC(2023, exportedMonths, 1) - 1).toISOString();
const grouped = `SELECT date_trunc('month', time) AS month, profession, count(*) AS events, count(DISTINCT subject) AS cases
  FROM events WHERE sector = 'horeca' GROUP BY ALL ORDER BY ALL`;

type Ground = {
  readonly installation: Installation;
  readonly analyst: Client;
  readonly files: readonly string[];
  readonly bare: DuckDBConnection;
  readonly exported: number;
};

/** What the workbench costs beside DuckDB on the same files. */
export const workbench: Measure = {
  name: 'workbench',
  title: 'Workbench and exports over 4 million events',
  async run(bench) {
    const events = bench.quick ? 400_000 : 4_000_000;
    const ground = await prepare(bench, events);
    const { exported } = ground;
    try {
      const queries = await alternate(
        bench.rounds,
        () => timeOf(() => runQuery(ground.analyst, grouped)),
        () => timeOf(() => ground.bare.runAndReadAll(grouped.replace('FROM events', `FROM ${scanOf(ground.files)}`))),
      );
      const exports = await alternate(
        bench.rounds,
        () => exportOnce(ground),
        () => timeOf(() => ground.bare.run(`COPY (${chosen(ground)}) TO '${target(ground)}' (FORMAT csv, HEADER)`)),
      );
      return {
        figures: [
          comparison('grouped query', 'ms', queries.relais, queries.bare),
          figure(
            'grouped query, above DuckDB alone',
            'ms',
            queries.relais.map((one, round) => one - (queries.bare[round] ?? Number.NaN)),
            { most: 300 },
          ),
          comparison(
            `export of ${exported} events to CSV`,
            'events/s',
            exports.relais.map(({ making }) => (exported / making) * 1_000),
            exports.bare.map((making) => (exported / making) * 1_000),
            { least: 0.5 },
          ),
          figure(
            'growth of the API while a file is made and fetched',
            'MB',
            exports.relais.map((one) => one.growth),
            {
              most: 200,
            },
          ),
          figure(
            'fetching the file',
            'ms',
            exports.relais.map((one) => one.fetching),
          ),
        ],
        remarks: [
          `${events} events in ${ground.files.length} Parquet files; the same files are asked by DuckDB with two threads in the process of the bench. An export counts first, then copies, and is answered when the file is whole.`,
        ],
      };
    } finally {
      ground.bare.closeSync();
      await ground.installation.stop();
    }
  },
};

async function prepare(bench: Bench, events: number): Promise<Ground> {
  const installation = await install(bench);
  const { archiveFolder: folder } = installation;
  const bare = await (await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '2GB' })).connect();
  await bare.run("SET TimeZone = 'UTC'");
  const written: WrittenFile[] = [];
  for (let number = 0; number < months; number++) {
    const month = new Date(Date.UTC(2023, number, 1)).toISOString().slice(0, 7);
    const file = path.join(layout.month('cases', month), `${randomUUID()}.parquet`);
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    const rows = Math.round(events / months);
    await bare.run(
      `COPY (${eventRows(number * rows, rows, month)}) TO '${path.join(folder, file)}' (FORMAT parquet, COMPRESSION zstd)`,
    );
    written.push({ stream: 'cases', month, path: file, rows });
  }
  const database = new Database(createDataSource(installation.databaseUrl, { connections: 1 }));
  await registerFiles(database, folder, written);
  await database.stop();
  bench.say(`  ${events} events in ${months} files`);
  const analyst = await signIn(installation.apiUrl, 'anna-hub');
  return {
    installation,
    analyst,
    files: written.map((one) => path.join(folder, one.path)),
    bare,
    exported: Math.round(events / months) * exportedMonths,
  };
}

function scanOf(files: readonly string[]): string {
  return `read_parquet([${files.map((one) => `'${one}'`).join(', ')}], union_by_name = true)`;
}

/** The events that are exported. */
function chosen({ files }: Ground): string {
  return `SELECT * FROM ${scanOf(files)} WHERE time <= TIMESTAMPTZ '${until}'`;
}

function target({ installation }: Ground): string {
  return path.join(installation.archiveFolder, 'bare.csv');
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Makes a file and fetches it; milliseconds, and MB by which the API's memory grew at most. */
async function exportOnce(ground: Ground): Promise<{ making: number; fetching: number; growth: number }> {
  const { analyst, exported, installation } = ground;
  const pid = installation.api.pid() ?? 0;
  const before = usageOf(pid).memory;
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, usageOf(pid).memory)), 50);
  try {
    let exportId = '';
    const making = await timeOf(async () => {
      const filter = { stream: 'cases', until };
      const { ready, fault } = await makeExport(analyst, { of: 'events', filter, format: 'csv' });
      if (ready?.rows !== exported) {
        throw new Error(`the export has ${ready?.rows} rows and not ${exported}: ${JSON.stringify(fault)}`);
      }
      exportId = ready.exportId;
    });
    let bytes = 0;
    const fetching = await timeOf(async () => {
      const response = await fetch(`${analyst.apiUrl}/api/v1/analysis/exports/${exportId}`, {
        headers: { cookie: analyst.cookie },
      });
      for await (const chunk of response.body ?? []) {
        bytes += (chunk as Uint8Array).length;
      }
    });
    const file = path.join(installation.archiveFolder, layout.exports, `${exportId}.csv`);
    if (bytes !== statSync(file).size) {
      throw new Error('the file that was fetched is not whole');
    }
    rmSync(file);
    return { making, fetching, growth: most - before };
  } finally {
    clearInterval(watching);
  }
}
