import type { DuckDBConnection } from '@duckdb/node-api';
import { textOf } from '../query/sql.js';

const memory = '256MB';

/** Runs DuckDB on nothing but files, in little memory; what does not fit spills into the scratch folder. */
export async function withEngine<Result>(
  scratch: string,
  work: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  // Only where files are written: the API shares this library and never loads the engine.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: memory,
    temp_directory: scratch,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  try {
    const connection = await instance.connect();
    try {
      await connection.run("SET TimeZone = 'UTC'");
      return await work(connection);
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

/** Texts as a list literal of SQL. */
export function literals(texts: readonly string[]): string {
  return `[${texts.map(textOf).join(', ')}]`;
}
