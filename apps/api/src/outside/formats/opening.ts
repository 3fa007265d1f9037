import { seriesLimits } from '#contracts/outside/codes';
import { type ReadSheet, sheetsOf, WorkbookUnreadable } from '#tables';
import { repeatedIn, withoutEmptyEnd } from '../../kernel/files/rows.js';
import { type Entry, entriesOf, isZip, storedZip, ZipFault, zipLimits } from '../../kernel/files/zip.js';
import { type Fault, short, type Spot } from '../fault.js';
import { nameOf } from '../questions.js';
import type { Asking } from './asking.js';
import type { Line, Table } from './table.js';

/** What is inside a file: its bytes, which are a text, or the table of a workbook; or what is wrong or open. */
export type Opened = { readonly bytes: Uint8Array } | { readonly table: Table } | { readonly faults: readonly Fault[] };

const at: Spot = { path: 'file' };
const isWorkbook = (entries: readonly Entry[]) => entries.some(({ name }) => name === 'xl/workbook.xml');
/** What an office program of before 2007 writes, or a PDF. */
const olderBeginnings = ['d0cf11e0a1b11ae1', '255044462d'];

function isOlder(bytes: Uint8Array): boolean {
  const begin = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  return olderBeginnings.some((one) => begin.startsWith(one));
}

/** Of several things in a file one is asked for; undefined while nobody has said which. */
function oneOf<Item extends { readonly name: string }>(
  key: 'entry' | 'sheet',
  items: readonly Item[],
  asking: Asking,
): Item | undefined {
  const [only] = items;
  if (items.length === 1) {
    return only;
  }
  const answer = asking.ask({ key, options: items.map(({ name }) => ({ value: name, label: nameOf(name) })) });
  return items.find(({ name }) => name === answer);
}

/** The table of a sheet: its header is the first row of more than one cell, titles above it are none. */
function tableOf({ rows }: ReadSheet): Table {
  const texts = rows.map((row) => row.map(String));
  const first = texts.findIndex((row) => row.filter((cell) => cell !== '').length > 1);
  const header = withoutEmptyEnd(texts[first] ?? []);
  const faults: Fault[] = [];
  const lines = texts.flatMap((all, index): Line[] => {
    if (index <= first || all.every((cell) => cell === '')) {
      return [];
    }
    const cells = withoutEmptyEnd(all);
    const row = index + 1;
    const long = cells.findIndex((cell) => cell.length > seriesLimits.cell);
    if (long >= 0) {
      faults.push({ at: { row, column: header[long] ?? null }, code: 'long', params: { count: seriesLimits.cell } });
      return [];
    }
    if (cells.length > header.length) {
      const params = { count: cells.length, expected: header.length };
      faults.push({ at: { row, column: null }, code: 'cells', params });
      return [];
    }
    const numbers = rows[index]?.map((cell) => (typeof cell === 'number' ? cell : undefined)) ?? [];
    return [{ row, cells: header.map((_, column) => cells[column] ?? ''), numbers }];
  });
  if (rows.length > seriesLimits.rows) {
    faults.push({ at: { row: rows.length, column: null }, code: 'rows-many', params: { count: seriesLimits.rows } });
  }
  return { header, lines, faults, isWhole: rows.length <= seriesLimits.rows };
}

async function workbookIn(entries: readonly Entry[], asking: Asking): Promise<Opened> {
  const sheets = await sheetsOf(storedZip(entries), seriesLimits.rows + 1);
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')));
  const sheet = filled.length === 0 ? undefined : oneOf('sheet', filled, asking);
  return sheet === undefined ? { faults: filled.length > 0 ? [] : [{ at, code: 'empty' }] } : { table: tableOf(sheet) };
}

async function openedZip(bytes: Uint8Array, asking: Asking, depth: number): Promise<Opened> {
  const entries = entriesOf(bytes);
  const [twice] = repeatedIn(entries.map(({ name }) => name));
  if (twice !== undefined) {
    return { faults: [{ at, code: 'archive-twice', params: { value: short(twice) } }] };
  }
  if (isWorkbook(entries)) {
    return workbookIn(entries, asking);
  }
  // What the systems of some people put beside their files says nothing.
  const files = entries.filter(({ name }) => !/(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db)/.test(name));
  const file = files.length === 0 ? undefined : oneOf('entry', files, asking);
  if (file === undefined) {
    return { faults: files.length > 0 ? [] : [{ at, code: 'empty' }] };
  }
  if (depth > 0 && isZip(file.bytes) && !isWorkbook(entriesOf(file.bytes))) {
    return { faults: [{ at, code: 'archive', params: { reason: 'zip' } }] };
  }
  return openedAt(file.bytes, asking, depth + 1);
}

async function openedAt(bytes: Uint8Array, asking: Asking, depth: number): Promise<Opened> {
  if (isOlder(bytes)) {
    return { faults: [{ at, code: 'old-workbook' }] };
  }
  if (!isZip(bytes)) {
    return { bytes };
  }
  try {
    return await openedZip(bytes, asking, depth);
  } catch (error) {
    if (error instanceof ZipFault && error.reason === 'large') {
      const { megabytes, entries } = zipLimits;
      return { faults: [{ at, code: 'archive-large', params: { megabytes, entries } }] };
    }
    if (error instanceof ZipFault || error instanceof WorkbookUnreadable) {
      return { faults: [{ at, code: 'archive', params: { reason: error.message } }] };
    }
    throw error;
  }
}

/** Opens what a file is packed in: a zip of one file or of several, a workbook, or both. */
export async function opened(bytes: Uint8Array, asking: Asking): Promise<Opened> {
  return openedAt(bytes, asking, 0);
}
