import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { PreparingClient } from './preparing-client.js';

type Connections = {
  /** Most connections of this process; 10 unless said otherwise. */
  readonly connections?: number;
  /** Shown by PostgreSQL beside each connection. */
  readonly program?: string;
};

/** How TypeORM reaches the database of Relais; for `TypeOrmModule.forRoot` and `createDataSource`. */
export function optionsFrom(url: string, { connections = 10, program = 'relais' }: Connections = {}) {
  return {
    type: 'postgres',
    url,
    schema: 'relais',
    migrationsTableName: 'migration',
    applicationName: program,
    poolSize: connections,
    connectTimeoutMS: 5_000,
    logging: false,
    extra: { Client: PreparingClient },
  } as const satisfies DataSourceOptions;
}

/** A data source that is not connected yet. */
export function createDataSource(url: string, connections?: Connections): DataSource {
  return new DataSource(optionsFrom(url, connections));
}

/** A connection beside the pool of a data source, not yet open; COPY does not go through one that sends statements ahead. */
export function plainClientOf({ options }: DataSource): pg.Client {
  if (options.type !== 'postgres') {
    throw new Error('this is no data source of PostgreSQL');
  }
  const client = new pg.Client({ connectionString: options.url, application_name: options.applicationName });
  // A lost connection also fails the statement that waits for it; without a listener the process would end.
  client.on('error', () => undefined);
  return client;
}
