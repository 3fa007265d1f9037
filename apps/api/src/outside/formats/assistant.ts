import { placeOf, saysWhen, saysWhere } from '#domain/outside';
import { repeatedIn } from '../../kernel/files/rows.js';
import type { Fault } from '../fault.js';
import { nameOf, type OptionKey, optionOf } from '../questions.js';
import type { Asking } from './asking.js';
import { unknownWanted } from './choosing.js';
import { allMunicipalities, Gathering } from './gathering.js';
import { placeFaults } from './places.js';
import { type FileReading, undecided, unreadable, valueIn, type Wanted } from './reading.js';
import type { Line, Table } from './table.js';
import {
  cellsOf,
  type Column,
  dimensionIn,
  isCount,
  isMostly,
  isNumber,
  isTime,
  labelsBeside,
} from './table-columns.js';
import { timesOf } from './table-times.js';

/** What a column says that says when, with what is understood. */
const periods = {
  fr: 'des périodes (2024, 2024-03, 2024-Q1, 03/2024, 31/03/2024)',
  nl: 'periodes (2024, 2024-03, 2024-Q1, 03/2024, 31/03/2024)',
  en: 'periods (2024, 2024-03, 2024-Q1, 03/2024, 31/03/2024)',
};

const previewRows = 6;
const previewCell = 80;

/** The first rows of a table, as a person looks at them to say what its columns mean. */
function previewOf({ header, lines }: Table): string[][] {
  return [header, ...lines.slice(0, previewRows).map(({ cells }) => cells)].map((row) =>
    row.map((cell) => cell.slice(0, previewCell)),
  );
}

const optionsOf = (columns: readonly Column[]) => columns.map(({ name }) => ({ value: name, label: nameOf(name) }));

/** Asks for a column; undefined while nobody said which, or when it is the one that is none. */
function columnFor(
  key: 'value' | 'place' | 'period',
  columns: readonly Column[],
  asking: Asking,
  { suggested, none }: { readonly suggested: Column | undefined; readonly none?: OptionKey },
): Column | undefined {
  const answer = asking.ask({
    key,
    options: [...optionsOf(columns), ...(none === undefined ? [] : [{ value: none, label: optionOf(none) }])],
    suggested: suggested?.name,
  });
  return columns.find(({ name }) => name === answer);
}

/** Codes of a column among which a person may take one; with more it is no column of classes. */
const mostClasses = 40;

/** Columns of classes, of which a person may want one only, with what the file calls them. */
function filtersOf({ header, lines }: Table): FileReading['filters'] {
  return header.flatMap((name, index) => {
    const count = cellsOf(lines, index).size;
    const isClass = name !== '' && count > 1 && count <= mostClasses;
    return isClass ? [{ dimension: name, codes: labelsBeside(header, lines, { name, index }) }] : [];
  });
}

/** Columns that count something, by the names that statistics offices use. */
const saysWhat = /^(?:ms_\w+|obs_value|value|valeur|waarde|aantal|nombre|count|total|n)$/i;

function headerFaults({ header }: Table): Fault[] {
  return repeatedIn(header).map((column): Fault => ({ at: { row: 1, column }, code: 'column-twice' }));
}

/** The rows that are wanted: of a column with several codes a person may want one. */
function wantedLines(
  { header, lines }: Table,
  wanted: Wanted,
): { readonly lines: readonly Line[]; readonly faults: readonly Fault[] } {
  if (wanted.size === 0) {
    return { lines, faults: [] };
  }
  const named = [...wanted.keys()];
  const faults = unknownWanted(
    header.flatMap((name, index) => (named.includes(name) ? [dimensionIn(lines, { name, index })] : [])),
    wanted,
  );
  const taken = lines.filter(({ cells }) => [...wanted].every(([name, code]) => cells[header.indexOf(name)] === code));
  return { lines: taken, faults };
}

/** Reads any table once a person has said what its columns mean; rows of one place and period are added up when they say so. */
export function readWithMapping(table: Table, wanted: Wanted, asking: Asking): FileReading {
  const format = 'csv';
  const about: Pick<FileReading, 'format' | 'fixed' | 'preview' | 'filters'> = {
    format,
    fixed: [],
    preview: previewOf(table),
    filters: filtersOf(table),
  };
  const { lines, faults: unknown } = wantedLines(table, wanted);
  const wrong = [...headerFaults(table), ...unknown];
  if (wrong.length > 0) {
    return unreadable(format, wrong);
  }
  const columns = table.header
    .map((name, index): Column => ({ name, index }))
    .filter(({ name, index }) => name !== '' && cellsOf(lines, index).size > 0);
  const counting = columns.filter(({ index }) => isMostly(lines, index, isNumber));
  const placing = columns.filter(({ index }) => isMostly(lines, index, (cell) => placeOf(cell) !== 'unknown'));
  if (counting.length === 0) {
    const what = { fr: 'des nombres', nl: 'getallen', en: 'numbers' };
    return unreadable(format, [{ at: { row: 1, column: null }, code: 'no-columns', params: { what } }]);
  }
  const measure = columnFor('value', counting, asking, {
    suggested:
      counting.find(({ name }) => saysWhat.test(name)) ?? counting.find(({ index }) => !isCount(lines, index, 9_999)),
  });
  const place = columnFor('place', placing, asking, {
    suggested: placing.find(({ name }) => /munty/i.test(name)) ?? placing.find(({ name }) => saysWhere(name)),
    none: 'whole-region',
  });
  const timing = columns.filter((one) => one !== measure && one !== place && isMostly(lines, one.index, isTime));
  if (measure !== undefined && timing.length === 0) {
    return unreadable(format, [{ at: { row: 1, column: null }, code: 'no-columns', params: { what: periods } }]);
  }
  const when = columnFor('period', timing, asking, {
    suggested: timing.find(({ name }) => saysWhen(name)),
  });
  if (measure === undefined || when === undefined || asking.open.length > 0) {
    return undecided(about, asking);
  }
  const times = timesOf({ lines, columns, when, taken: [measure, place] }, asking);
  const codes = place === undefined ? [] : labelsBeside(table.header, lines, place);
  const at = { row: 1, column: place?.name ?? null };
  const strangers = place === undefined ? [] : placeFaults(asking, place.name, codes, at);
  if (times === undefined || strangers.length > 0) {
    return strangers.length > 0 ? unreadable(format, strangers) : undecided(about, asking);
  }
  const gathering = new Gathering({
    asking,
    whole: true,
    before: table.faults,
    adding: { places: place === undefined ? [null] : allMunicipalities },
  });
  let partial = 0;
  for (const line of lines) {
    const { row, cells, numbers } = line;
    const time = times(line);
    if (time === 'partial') {
      partial++;
      continue;
    }
    const text = cells[measure.index] ?? '';
    gathering.add({
      period: time,
      place: place === undefined ? null : { text: cells[place.index] ?? '', at: { row, column: place.name } },
      value: {
        ...valueIn('table', text, numbers?.[measure.index]),
        at: { row, column: measure.name },
      },
    });
  }
  return gathering.end({ ...about, partial }, { row: 1, column: null });
}
