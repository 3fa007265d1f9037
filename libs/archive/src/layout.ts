import path from 'node:path';

/** Where things are in the archive's folder; paths in the database are relative to it. */
export const layout = {
  /** Parquet files of one stream and month. */
  month: (stream: string, month: string) => path.join('files', stream, month),
  /** Files that analysts may fetch for an hour. */
  exports: 'exports',
  /** What a running query or a file that is being written needs; swept when nobody uses it. */
  scratch: 'scratch',
} as const;
