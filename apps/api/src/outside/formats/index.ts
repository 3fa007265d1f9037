import { textOf } from '../../kernel/files/rows.js';
import type { Fault } from '../fault.js';
import { Asking } from './asking.js';
import { readWithMapping } from './assistant.js';
import { hasDays, isOwnCsv, readCsv } from './csv.js';
import { readJsonStat } from './json-stat.js';
import { type Opened, opened } from './opening.js';
import { type FileReading, undecided, unreadable, type Wanted } from './reading.js';
import { isSdmxCsv, readSdmxCsv } from './sdmx-csv.js';
import { readTable, type Table } from './table.js';

export type { FileReading } from './reading.js';

type Pairs = { readonly pairs: ReadonlyMap<string, string>; readonly faults: readonly Fault[] };

/** What is said as `name:value`. */
function pairsIn(said: readonly string[], path: 'where' | 'answer'): Pairs {
  const pairs = new Map<string, string>();
  const faults: Fault[] = [];
  for (const one of said) {
    const [, name = '', value = ''] = /^([^:]+):(.+)$/s.exec(one) ?? [];
    if (value === '') {
      faults.push({ at: { path }, code: `${path}-form`, params: { value: one.slice(0, 60) } });
    }
    pairs.set(name, value);
  }
  return { pairs, faults };
}

/** What a text is when it is no statistics at all. */
function strangerIn(text: string): Fault | undefined {
  const start = text.slice(0, 2_000).trimStart();
  const at = { path: 'file' };
  if (/^(?:<!doctype html|<html|<head|<body)/i.test(start) || /^<\?xml[^>]*>\s*<(?:!doctype html|html)/i.test(start)) {
    const [, title = ''] = /<title[^>]*>([^<]{0,200})/i.exec(start) ?? [];
    return { at, code: 'html', params: { title: title.trim() || 'HTML' } };
  }
  if (start.startsWith('<')) {
    return { at, code: 'xml' };
  }
  return start.startsWith('[') ? { at, code: 'json-array' } : undefined;
}

function readTableOf(table: Table, wanted: Wanted, asking: Asking): FileReading {
  if (!table.isWhole) {
    return unreadable('csv', table.faults);
  }
  if (isSdmxCsv(table.header)) {
    return readSdmxCsv(table, wanted, asking);
  }
  return isOwnCsv(table.header) && !hasDays(table) ? readCsv(table, asking) : readWithMapping(table, wanted, asking);
}

/** Reads what was opened; the rest of `readStatistics` once it is a text or a table. */
function readOpened(file: Opened, wanted: Wanted, asking: Asking): FileReading {
  if ('faults' in file) {
    return asking.open.length > 0 ? undecided({ format: 'csv', fixed: [] }, asking) : unreadable('csv', file.faults);
  }
  if ('table' in file) {
    return readTableOf(file.table, wanted, asking);
  }
  const text = textOf(file.bytes);
  if (text === undefined) {
    return unreadable('csv', [{ at: { row: 1, column: null }, code: 'encoding' }]);
  }
  if (text.trimStart().startsWith('{')) {
    return readJsonStat(text, wanted, asking);
  }
  const stranger = strangerIn(text);
  return stranger === undefined ? readTableOf(readTable(text), wanted, asking) : unreadable('csv', [stranger]);
}

type Said = { readonly wanted: Wanted; readonly asking: Asking } | { readonly faults: readonly Fault[] };

function saidIn(where: readonly string[], answers: readonly string[]): Said {
  const wanted = pairsIn(where, 'where');
  const given = pairsIn(answers, 'answer');
  const faults = [...wanted.faults, ...given.faults];
  return faults.length > 0 ? { faults } : { wanted: wanted.pairs, asking: new Asking(given.pairs) };
}

/**
 * Reads a text of statistics, whichever format it is in. `where`: `dimension:code`, one code of a dimension with several; `answers`:
 * `key:value`, what a person says to the questions that a reading asks.
 */
export function readStatistics(
  file: Uint8Array,
  where: readonly string[],
  answers: readonly string[] = [],
): FileReading {
  const said = saidIn(where, answers);
  return 'faults' in said ? unreadable('csv', said.faults) : readOpened({ bytes: file }, said.wanted, said.asking);
}

/** Reads a file of statistics, also in a zip or a workbook. */
export async function readFile(
  file: Uint8Array,
  where: readonly string[],
  answers: readonly string[],
): Promise<FileReading> {
  const said = saidIn(where, answers);
  return 'faults' in said
    ? unreadable('csv', said.faults)
    : readOpened(await opened(file, said.asking), said.wanted, said.asking);
}
