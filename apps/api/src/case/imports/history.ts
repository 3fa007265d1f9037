import type { NewImport } from '#persistence/case';
import type { Task } from '#runtime';
import type { Fault } from './faults.js';

/** A file of closed cases, and what makes events of it. */
export type HistoryFile = {
  readonly file: Uint8Array;
  /** A calendar date. */
  readonly today: string;
  readonly batchId: string;
  /** The key that turns references into case ids. */
  readonly secret: Uint8Array;
};

/** What is to be stored of a file, or everything that is wrong with it. */
export type History = { readonly faults: readonly Fault[] } | Pick<NewImport, 'fileHash' | 'rows' | 'parts'>;

/** Reads a file of closed cases. */
export const readingHistory: Task<HistoryFile, History> = { name: 'read-history', seconds: 60 };
