import type { SeriesReading } from '#contracts/outside';
import type { Period } from '#domain/outside';
import type { StoredPoint } from '#persistence/outside';
import { toldOf } from '../../kernel/files/rows.js';
import type { Fault, Spot } from '../fault.js';
import type { Asking } from './asking.js';

/** What a reader of a format finds; with faults, choices or questions there are no points to take. */
export type FileReading = Pick<
  SeriesReading,
  | 'format'
  | 'fixed'
  | 'choices'
  | 'leftOut'
  | 'withoutValue'
  | 'questions'
  | 'preview'
  | 'filters'
  | 'summed'
  | 'partial'
> & {
  readonly grain: Period['grain'] | null;
  readonly points: readonly StoredPoint[];
  readonly faults: readonly Fault[];
};

/** Which code of a dimension is wanted. */
export type Wanted = ReadonlyMap<string, string>;

/** Codes of one dimension that are named when one must be chosen. */
export const mostCodes = 200;

/** Names in a file may be as long as the file, and stand in many faults. */
const longestWord = 400;
const clipped = (word: string) => word.slice(0, longestWord);

function spotOf(at: Spot): Spot {
  if ('path' in at) {
    return { path: clipped(at.path) };
  }
  return { row: at.row, column: at.column === null ? null : clipped(at.column) };
}

/** The faults that are told, their words as long as anybody reads. */
export function faultsOf(faults: readonly Fault[]): Fault[] {
  const told = toldOf(faults, ({ at }, code, params) => ({
    at: 'row' in at ? { ...at, column: null } : at,
    code,
    params,
  }));
  return told.map(({ at, code, params = {} }) => ({
    at: spotOf(at),
    code,
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? clipped(value) : value]),
    ),
  }));
}

const nothing = {
  grain: null,
  points: [],
  fixed: [],
  choices: [],
  leftOut: 0,
  withoutValue: 0,
  questions: [],
  preview: [],
  filters: [],
  summed: 0,
  partial: 0,
} as const satisfies Partial<FileReading>;

/** A reading of a file that could not be read at all. */
export function unreadable(format: FileReading['format'], faults: readonly Fault[]): FileReading {
  return {
    ...nothing,
    fixed: [],
    choices: [],
    questions: [],
    preview: [],
    filters: [],
    format,
    faults: faultsOf(faults),
  };
}

/** A reading that waits for choices, answers, or both. */
export function undecided(
  about: Pick<FileReading, 'format' | 'fixed'> & Partial<FileReading>,
  asking: Asking,
  { choices = [], faults = [] }: Partial<Pick<FileReading, 'choices' | 'faults'>> = {},
): FileReading {
  const told = [...faults, ...asking.open];
  return { ...unreadable(about.format, told), ...about, choices, questions: asking.questions, faults: faultsOf(told) };
}

const inSdmx = ['', ':', '..', 'NA', 'NaN', 'null'];
/** What people write, in the languages of the region. */
const written = ['...', '…', 'n.d.', 'n.b.', 'n.a.', 'n/a', 'N.D.', 'N.B.', 'N.A.', 'N/A'];

/**
 * How publishers write that there is no value. JSON-stat has null, and `:` where values are texts; what offices write in SDMX-CSV is known; in a
 * table of anybody's a dash and an `x` mean it too, which in a standard and in our own CSV would be faults.
 */
const nothings = {
  'own-csv': new Set(['', ':', '..', 'NA', ...written]),
  'json-stat': new Set([':', '..', ...written]),
  'sdmx-csv': new Set([...inSdmx, ...written]),
  table: new Set([...inSdmx, ...written, '-', 'x']),
} as const;

/** True of a text that stands for no value in a file of this kind. */
export const isNothing = (kind: keyof typeof nothings, text: string): boolean => nothings[kind].has(text.trim());

/** The value of a cell: its number where the file has one, null where it says nothing; a mark for that is no gap. */
export function valueIn(kind: keyof typeof nothings, text: string, number?: number) {
  const isMark = number === undefined && text.trim() !== '' && isNothing(kind, text);
  return { text: number ?? (isNothing(kind, text) ? null : text), isMark };
}
