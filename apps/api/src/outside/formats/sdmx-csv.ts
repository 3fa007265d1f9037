import type { SeriesFlag } from '#contracts/outside/codes';
import { confidentialIn, flagsIn, readPeriod, saysWhere } from '#domain/outside';
import { repeatedIn } from '../../kernel/files/rows.js';
import type { Fault } from '../fault.js';
import { nameOf } from '../questions.js';
import type { Asking } from './asking.js';
import { chooseFrom, type Dimension, unknownWanted } from './choosing.js';
import { allMunicipalities, Gathering } from './gathering.js';
import { placeFaults } from './places.js';
import { type FileReading, isNothing, undecided, unreadable, valueIn, type Wanted } from './reading.js';
import type { Line, Table } from './table.js';
import { areDays } from './table-columns.js';
import { type Times, timesOf } from './table-times.js';
import { isNumber } from './table-columns.js';

/** Columns about the message, before the dimensions: SDMX-CSV 1.0, 2.0, and Eurostat's own. */
const technical = /^(?:DATAFLOW|STRUCTURE|STRUCTURE_ID|STRUCTURE_NAME|ACTION|SERIES_KEY|OBS_KEY|LAST UPDATE)$/i;
/** What a message is about; when there are several, one is chosen. */
const structures = ['STRUCTURE_ID', 'DATAFLOW'];
/** Attributes that change what a value means; all others say something about it. */
const units = ['UNIT_MEASURE', 'UNIT_MULT'];
/** Attributes by the names of the standard; in 2.0 they may stand anywhere. */
const attribute =
  /^(?:OBS_STATUS|OBS_FLAG|CONF_STATUS|OBS_CONF|DECIMALS|TIME_FORMAT|(?:\w+_)?(?:ATTR|COMMENT|NOTE|TITLE)(?:_\w+)?)$/i;

/** `M: Monthly` is the code M with its label; a code alone is its own label. */
function coded(text: string): { readonly code: string; readonly label: string } {
  // The label begins with what is no space: a space that may belong to either makes the search go back and forth.
  const [, code = text, label = text] = /^([^\s:]+):\s+(\S.*)$/s.exec(text) ?? [];
  return { code, label };
}

/** What a column is called, without its label; `ATTR[]` and `ATTR[en;fr]` hold several values in a cell. */
function namesOf(header: readonly string[]): {
  readonly names: readonly string[];
  readonly several: readonly boolean[];
} {
  const names = header.map((name) => coded(name).code);
  return {
    names: names.map((name) => name.replace(/\[[^\]]*\]$/, '')),
    several: names.map((name) => name.endsWith(']')),
  };
}

/** The columns among which one is named by a person, where the file has none of the name that the standard gives. */
function columnOf(
  name: 'OBS_VALUE' | 'TIME_PERIOD',
  names: readonly string[],
  options: readonly number[],
  asking: Asking,
): number | 'open' | undefined {
  const index = names.indexOf(name);
  if (index >= 0 || options.length === 0) {
    return index >= 0 ? index : undefined;
  }
  const answer = asking.ask({
    key: name === 'OBS_VALUE' ? 'value' : 'period',
    options: options.map((one) => ({ value: names[one] ?? '', label: nameOf(names[one] ?? '') })),
    suggested: options.length === 1 ? names[options[0] ?? -1] : undefined,
  });
  return answer === undefined ? 'open' : names.indexOf(answer);
}

/** The names of the columns as ids, and those that belong to a dimension or a unit. */
function columnsOf({ header, lines }: Table, asking: Asking) {
  const { names, several } = namesOf(header);
  const isNewer = names.includes('STRUCTURE');
  // With `labels=name` every column of a code is followed by one of its label.
  const firstDimension = names.findIndex((name) => !technical.test(name));
  const paired = names.includes('STRUCTURE_NAME');
  const isLabel = (index: number) => paired && index >= firstDimension && (index - firstDimension) % 2 === 1;
  const all = (index: number, is: (cell: string) => boolean) => {
    const cells = lines
      .map(({ cells: row }) => coded(row[index] ?? '').code)
      .filter((cell) => !isNothing('sdmx-csv', cell));
    return cells.length > 0 && cells.every(is);
  };
  const open = names.flatMap((name, index) =>
    technical.test(name) || attribute.test(name) || units.includes(name) || several[index] || isLabel(index)
      ? []
      : [index],
  );
  const isPeriod = (index: number) => all(index, (cell) => readPeriod(cell) !== undefined);
  const candidates = open.filter(
    (index) => names[index] !== 'OBS_VALUE' && !isMeasure(names[index]) && isPeriod(index),
  );
  const time = columnOf('TIME_PERIOD', names, candidates, asking);
  const measures = open.filter((index) => names[index] !== 'TIME_PERIOD' && index !== time && all(index, isNumber));
  const value = columnOf('OBS_VALUE', names, measures, asking);
  const isOther = (index: number) =>
    index === value || index === time || (!names.includes('OBS_VALUE') && measures.includes(index));
  const before = typeof value === 'number' ? value : names.length;
  const dimensions = names.flatMap((name, index) => {
    const isDimension = open.includes(index) && (index < before || isNewer) && !isOther(index);
    return (isDimension || units.includes(name)) && !isLabel(index) ? [{ name, index }] : [];
  });
  const about = structures.map((name) => ({ name, index: names.indexOf(name) })).filter(({ index }) => index >= 0);
  return { names, value, time, action: names.indexOf('ACTION'), dimensions, about };
}

/** Measures are called so in the examples of the standard. */
const isMeasure = (name: string | undefined) => /^OBS_VALUE/i.test(name ?? '');

/** True when a table is an SDMX-CSV message. */
export function isSdmxCsv(header: readonly string[]): boolean {
  const { names } = namesOf(header);
  return (
    names.includes('OBS_VALUE') ||
    names.includes('TIME_PERIOD') ||
    (names.includes('STRUCTURE') && names.includes('STRUCTURE_ID'))
  );
}

type Columns = ReturnType<typeof columnsOf>;

function headerFaults({ names, time, value }: Columns): Fault[] {
  return [
    ...(time === undefined ? [{ at: { row: 1, column: 'TIME_PERIOD' }, code: 'no-time' } satisfies Fault] : []),
    ...(value === undefined ? [{ at: { row: 1, column: 'OBS_VALUE' }, code: 'column-missing' } satisfies Fault] : []),
    ...repeatedIn(names).map((column): Fault => ({ at: { row: 1, column }, code: 'column-twice' })),
  ];
}

function dimensionOf(lines: readonly Line[], { name, index }: Columns['dimensions'][number]): Dimension {
  const isStructure = structures.includes(name);
  const labels = new Map<string, string>();
  for (const { cells } of lines) {
    const cell = cells[index] ?? '';
    const { code, label } = isStructure ? { code: cell, label: cell } : coded(cell);
    labels.set(code, label);
  }
  const codes = [...labels].map(([code, label]) => ({ code, label })).sort((a, b) => (a.code < b.code ? -1 : 1));
  return { name, at: { row: 1, column: name }, codes };
}

/** How the flags of a row are read, by the columns that hold them. */
function flagReaders(names: readonly string[]): (cells: readonly string[]) => SeriesFlag[] {
  const readers = names.flatMap((name, index) => {
    const read = /^OBS_(?:STATUS|FLAG)$/i.test(name)
      ? flagsIn
      : /^(?:CONF_STATUS|OBS_CONF)$/i.test(name)
        ? confidentialIn
        : undefined;
    return read === undefined ? [] : [(cells: readonly string[]) => read(coded(cells[index] ?? '').code)];
  });
  return (cells) => readers.flatMap((read) => read(cells));
}

type Observing = {
  readonly place: number | undefined;
  /** When each line is, where its times are days. */
  readonly times: Times | undefined;
  readonly gathering: Gathering;
};

/** Adds the observations of lines; how many of them lie in periods that the file covers only in part. */
function observe(columns: Columns, lines: readonly Line[], { place, times, gathering }: Observing): number {
  const flagsOf = flagReaders(columns.names);
  const [time, measure] = [columns.time, columns.value].map((one) => (typeof one === 'number' ? one : -1));
  const when = columns.names[time ?? -1] ?? 'TIME_PERIOD';
  let partial = 0;
  for (const line of lines) {
    const { row, cells, numbers } = line;
    const action = cells[columns.action] ?? 'I';
    if (!['I', 'R', 'A', 'M'].includes(coded(action).code)) {
      gathering.object({ at: { row, column: 'ACTION' }, code: 'deleted', params: { value: action.slice(0, 20) } });
      continue;
    }
    const period = times?.(line) ?? { text: coded(cells[time ?? -1] ?? '').code, at: { row, column: when } };
    if (period === 'partial') {
      partial++;
      continue;
    }
    const value = cells[measure ?? -1] ?? '';
    gathering.add({
      period,
      place:
        place === undefined
          ? null
          : { text: coded(cells[place] ?? '').code, at: { row, column: columns.names[place] ?? null } },
      value: {
        ...valueIn('sdmx-csv', value, numbers?.[measure ?? -1]),
        at: { row, column: columns.names[measure ?? -1] ?? null },
      },
      flags: flagsOf(cells),
    });
  }
  return partial;
}

/** The times of lines that are days, which are added up to what a person says; undefined where they are periods, or while that is open. */
function dayTimes({ names, time }: Columns, lines: readonly Line[], asking: Asking) {
  const index = typeof time === 'number' ? time : -1;
  const isDays = areDays(lines, index);
  const when = { name: names[index] ?? 'TIME_PERIOD', index };
  return { isDays, times: isDays ? timesOf({ lines, columns: [], when, taken: [] }, asking) : undefined };
}

/** Reads an SDMX-CSV message, 1.0 or 2.0, with ids or with ids and labels. */
export function readSdmxCsv(table: Table, wanted: Wanted, asking: Asking): FileReading {
  const { lines, faults, delimiter } = table;
  const columns = columnsOf(table, asking);
  const wrong = headerFaults(columns);
  if (wrong.length > 0) {
    return unreadable('sdmx-csv', wrong);
  }
  if (asking.open.length > 0) {
    return undecided({ format: 'sdmx-csv', fixed: [] }, asking);
  }
  // Of what a message is about one thing is taken, as of a dimension; nothing is chosen where there is only one.
  const about = columns.about.filter(({ index }) => new Set(lines.map(({ cells }) => cells[index])).size > 1);
  const dimensions = [...about, ...columns.dimensions];
  const unknown = unknownWanted(
    dimensions.map((one) => dimensionOf(lines, one)),
    wanted,
  );
  if (unknown.length > 0) {
    return unreadable('sdmx-csv', unknown);
  }
  const chosen = lines.filter(({ cells }) =>
    dimensions.every(({ name, index }) => {
      const code = wanted.get(name);
      const cell = cells[index] ?? '';
      return code === undefined || (structures.includes(name) ? cell : coded(cell).code) === code;
    }),
  );
  const place = columns.dimensions.find(({ name }) => saysWhere(name));
  const others = dimensions.filter((one) => one !== place);
  const { fixed, choices, undecided: open } = chooseFrom(others.map((one) => dimensionOf(chosen, one)));
  const read = { format: 'sdmx-csv', fixed } as const;
  if (choices.length > 0) {
    return undecided(read, asking, { choices, faults: open });
  }
  const places = place === undefined ? undefined : dimensionOf(chosen, place);
  const strangers = places === undefined ? [] : placeFaults(asking, places.name, places.codes, places.at);
  if (strangers.length > 0) {
    return unreadable('sdmx-csv', strangers);
  }
  const { isDays, times } = dayTimes(columns, chosen, asking);
  if (isDays && times === undefined) {
    return undecided(read, asking);
  }
  const gathering = new Gathering({
    asking,
    before: faults,
    standard: delimiter === ',',
    ...(isDays && { adding: { places: place === undefined ? [null] : allMunicipalities } }),
  });
  const partial = observe(columns, chosen, { place: place?.index, times, gathering });
  return gathering.end({ ...read, partial }, { row: 1, column: null });
}
