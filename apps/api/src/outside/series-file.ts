import type { SeriesReading } from '#contracts/outside';
import type { WrittenPoints } from '#persistence/outside';
import type { Task } from '#runtime';
import type { FileReading } from './formats/index.js';

/** A file of statistics; `where` says `dimension:code` of dimensions with several codes, `answers` says `key:value` of questions. */
export type SeriesFile = {
  readonly file: Uint8Array;
  readonly where: readonly string[];
  readonly answers: readonly string[];
};

/** What a file holds and what is wrong with it. */
export type Look = SeriesReading & Pick<FileReading, 'faults'>;

/** What is to be stored of a file, and what is wrong with it. */
export type Taken = Pick<FileReading, 'faults' | 'grain'> & {
  readonly points: WrittenPoints;
  /** The answers that were asked for, as `key:value`. */
  readonly answers: readonly string[];
};

/** Looks at a file of statistics. */
export const lookingAtSeries: Task<SeriesFile, Look> = { name: 'look-at-series', seconds: 60 };

/** Reads a file of statistics that is to be stored. */
export const takingSeries: Task<SeriesFile, Taken> = { name: 'take-series', seconds: 60 };
