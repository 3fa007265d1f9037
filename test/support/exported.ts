import { DuckDBInstance } from '@duckdb/node-api';
import type { Client } from './http.js';

function fetchFile(client: Client, exportId: string | undefined): Promise<Response> {
  return fetch(`${client.apiUrl}/api/v1/analysis/exports/${exportId}`, { headers: { cookie: client.cookie } });
}

/** Fetches a file as text. */
export async function fetchText(client: Client, exportId: string | undefined) {
  const response = await fetchFile(client, exportId);
  return { status: response.status, text: await response.text() };
}

/** Fetches a file as it is. */
export async function fetchBytes(client: Client, exportId: string | undefined): Promise<Buffer> {
  return Buffer.from(await (await fetchFile(client, exportId)).arrayBuffer());
}

/** The columns code, type, time, difficulties, outcome and $.parentReferralId of an exported file, by time. */
export async function readExport(file: string, format: 'csv' | 'ndjson' | 'parquet'): Promise<unknown[][]> {
  const readers = { csv: 'read_csv', ndjson: 'read_json', parquet: 'read_parquet' };
  const instance = await DuckDBInstance.create(':memory:');
  try {
    const connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'");
    const moment = "strftime(timezone('UTC', time::TIMESTAMPTZ), '%Y-%m-%dT%H:%M:%S.%gZ')";
    const list = format === 'csv' ? 'difficulties' : 'to_json(difficulties)::VARCHAR';
    const reader = await connection.runAndReadAll(
      `SELECT code, type, ${moment}, ${list}, outcome, "$.parentReferralId" FROM ${readers[format]}('${file}') ORDER BY 3`,
    );
    return reader.getRowsJson();
  } finally {
    instance.closeSync();
  }
}
