import type { CsvManner } from '#contracts/kernel/codes';
import type { Files } from './ground.js';
import type { RefusalReason } from './gate.js';

/** What a query process is asked to do, once. */
export type Job = {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly files: Files;
  readonly into: IntoRows | IntoFile;
};

/** The result is sent in messages, up to so many rows and bytes of JSON. */
export type IntoRows = { readonly kind: 'rows'; readonly rows: number; readonly bytes: number };

/** The result becomes a file in the scratch folder, as a whole or not at all. */
export type IntoFile = {
  readonly kind: 'file';
  readonly format: 'ndjson' | 'csv' | 'xlsx' | 'parquet';
  /** How CSV is written. */
  readonly csv: CsvManner;
  /** Whether the rows are counted before the file is made. */
  readonly count: boolean;
};

/** A column of a result: how DuckDB calls its type, and what it is to a reader. */
export type ResultColumn = {
  readonly name: string;
  readonly type: string;
  readonly kind: 'number' | 'text' | 'time' | 'other';
};

/** Why there is no result. `reason` has a sentence in the API, about `name`; `detail` is what DuckDB said, in English. */
export type Fault = {
  readonly code: 'refused' | 'invalid' | 'memory' | 'time' | 'size' | 'stopped' | 'busy' | 'failed';
  readonly reason: FaultReason;
  readonly name: string;
  readonly detail: string;
  /** 0-based UTF-16 place in the SQL. */
  readonly position: number | null;
};
export type FaultReason =
  | RefusalReason
  | 'outside'
  | 'wrong'
  | 'parameter-missing'
  | 'memory'
  | 'time'
  | 'size'
  | 'stopped'
  | 'busy'
  | 'failed';

/** A line that a query process writes. Without `done` or `fault` at the end there is no result. */
export type JobMessage =
  | { readonly kind: 'progress'; readonly percent: number | null; readonly bytes: number }
  | { readonly kind: 'columns'; readonly columns: readonly ResultColumn[] }
  | { readonly kind: 'counted'; readonly rows: number }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly unknown[])[] }
  | { readonly kind: 'done'; readonly rows: number; readonly cut: 'rows' | 'bytes' | null; readonly bytes: number }
  | { readonly kind: 'fault'; readonly fault: Fault };

/** Name of the result's file in the scratch folder. */
export const resultFile = 'result';
