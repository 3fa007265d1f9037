import type { Fault } from '../fault.js';
import { chooseFrom, type Dimension, unknownWanted } from './choosing.js';
import { type FileReading, Gathering, saysWhere, undecided, unreadable, type Wanted } from './reading.js';
import type { Line, Table } from './table.js';

/** Columns about the message, before the dimensions: SDMX-CSV 1.0, 2.0, and Eurostat's own. */
const technical = /^(?:DATAFLOW|STRUCTURE|STRUCTURE_ID|STRUCTURE_NAME|ACTION|LAST UPDATE)$/i;
/** Attributes that change what a value means; all others say something about it. */
const units = ['UNIT_MEASURE', 'UNIT_MULT'];
const noValue = new Set(['', ':', '..', 'NaN', 'null']);

/** `M: Monthly` is the code M with its label; a code alone is its own label. */
function coded(text: string): { readonly code: string; readonly label: string } {
  // The label begins with what is no space: a space that may belong to either makes the search go back and forth.
  const [, code = text, label = text] = /^([^\s:]+):\s+(\S.*)$/s.exec(text) ?? [];
  return { code, label };
}

/** The names of the columns as ids, and those that belong to a dimension or a unit. */
function columnsOf(header: readonly string[]) {
  const names = header.map((name) => coded(name).code);
  const value = names.indexOf('OBS_VALUE');
  // With `labels=name` every column of a code is followed by one of its label.
  const firstDimension = names.findIndex((name) => !technical.test(name));
  const paired = names.includes('STRUCTURE_NAME');
  const isLabel = (index: number) => paired && index >= firstDimension && (index - firstDimension) % 2 === 1;
  const dimensions = names.flatMap((name, index) => {
    const isDimension = index < value && !technical.test(name) && name !== 'TIME_PERIOD';
    return (isDimension || units.includes(name)) && !isLabel(index) ? [{ name, index }] : [];
  });
  return { names, value, time: names.indexOf('TIME_PERIOD'), action: names.indexOf('ACTION'), dimensions };
}

/** True when a table is an SDMX-CSV message. */
export function isSdmxCsv(header: readonly string[]): boolean {
  const names = header.map((name) => coded(name).code);
  return names.includes('OBS_VALUE') || names.includes('TIME_PERIOD');
}

type Columns = ReturnType<typeof columnsOf>;

function headerFaults({ names }: Columns): Fault[] {
  const missing = ['TIME_PERIOD', 'OBS_VALUE'].filter((column) => !names.includes(column));
  const twice = names.filter((name, index) => name !== '' && names.indexOf(name) < index);
  return [
    ...missing.map((column): Fault => ({
      at: { row: 1, column },
      code: column === 'TIME_PERIOD' ? 'no-time' : 'column-missing',
    })),
    ...twice.map((column): Fault => ({ at: { row: 1, column }, code: 'column-twice' })),
  ];
}

function dimensionOf(lines: readonly Line[], { name, index }: Columns['dimensions'][number]): Dimension {
  const labels = new Map<string, string>();
  for (const { cells } of lines) {
    const { code, label } = coded(cells[index] ?? '');
    labels.set(code, label);
  }
  const codes = [...labels].map(([code, label]) => ({ code, label })).sort((a, b) => (a.code < b.code ? -1 : 1));
  return { name, at: { row: 1, column: name }, codes };
}

function observe(columns: Columns, lines: readonly Line[], place: number | undefined, gathering: Gathering): void {
  for (const { row, cells } of lines) {
    const action = cells[columns.action] ?? 'I';
    if (!['I', 'R', 'A', 'M'].includes(coded(action).code)) {
      gathering.object({ at: { row, column: 'ACTION' }, code: 'deleted', params: { value: action.slice(0, 20) } });
      continue;
    }
    const value = cells[columns.value] ?? '';
    gathering.add({
      period: { text: cells[columns.time] ?? '', at: { row, column: 'TIME_PERIOD' } },
      place:
        place === undefined
          ? null
          : { text: coded(cells[place] ?? '').code, at: { row, column: columns.names[place] ?? null } },
      value: { text: noValue.has(value) ? null : value, at: { row, column: 'OBS_VALUE' } },
    });
  }
}

/** Reads an SDMX-CSV message, 1.0 or 2.0, with ids or with ids and labels. */
export function readSdmxCsv({ header, lines, faults }: Table, wanted: Wanted): FileReading {
  const columns = columnsOf(header);
  const wrong = headerFaults(columns);
  if (wrong.length > 0) {
    return unreadable('sdmx-csv', wrong);
  }
  const unknown = unknownWanted(
    columns.dimensions.map((one) => dimensionOf(lines, one)),
    wanted,
  );
  if (unknown.length > 0) {
    return unreadable('sdmx-csv', unknown);
  }
  const chosen = lines.filter(({ cells }) =>
    columns.dimensions.every(({ name, index }) => {
      const code = wanted.get(name);
      return code === undefined || coded(cells[index] ?? '').code === code;
    }),
  );
  const place = columns.dimensions.find(({ name }) => saysWhere(name));
  const others = columns.dimensions.filter((one) => one !== place);
  const { fixed, choices, undecided: open } = chooseFrom(others.map((one) => dimensionOf(chosen, one)));
  const about = { format: 'sdmx-csv', fixed } as const;
  if (choices.length > 0) {
    return undecided(about, choices, open);
  }
  const gathering = new Gathering(false, faults);
  observe(columns, chosen, place?.index, gathering);
  return gathering.end(about, { row: 1, column: null });
}
