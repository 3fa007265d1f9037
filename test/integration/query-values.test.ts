import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IntoFile, QueryRunner } from '#archive';
import { RunRequest } from '#contracts/analysis';
import { plainCsv } from '#contracts/kernel/codes';
import { exactJson } from '../../libs/archive/src/query/exact-json.js';
import { answerOf, performingHere } from '../support/querying.js';

// What a person reads is what the engine has: every type, alone and inside of others, on the screen and in every file. The engine itself is
// asked whether the text that is read is the value that was written.

/** Values of every type that a query can make, as DuckDB writes them. */
const values: Readonly<Record<string, readonly string[]>> = {
  BOOLEAN: ['true', 'false'],
  TINYINT: ['-128', '127'],
  SMALLINT: ['-32768', '32767'],
  INTEGER: ['-2147483648', '0', '2147483647'],
  BIGINT: ['9007199254740991', '9007199254740992', '9007199254740993', '-9223372036854775808', '9223372036854775807'],
  UTINYINT: ['255'],
  USMALLINT: ['65535'],
  UINTEGER: ['4294967295'],
  UBIGINT: ['18446744073709551615'],
  HUGEINT: ['-99999999999999999999999999999999999999', '9007199254740993'],
  UHUGEINT: ['99999999999999999999999999999999999999'],
  BIGNUM: ['123456789012345678901234567890123456789012345678901234567890'],
  'DECIMAL(4,1)': ['-999.9'],
  'DECIMAL(18,6)': ['999999999999.999999', '0.100000'],
  'DECIMAL(38,10)': ['-9999999999999999999999999999.9999999999', '0.5'],
  FLOAT: ['0.1', '-3.4028235e38', 'inf', 'nan'],
  DOUBLE: ['0.1', '0.30000000000000004', '1e22', '1.7976931348623157e308', '5e-324', '-0.5', 'inf', '-inf', 'nan'],
  DATE: ['2026-03-02', '0044-03-15 (BC)', '12026-01-01', 'infinity'],
  TIME: ['09:00:00', '23:59:59.123456'],
  'TIME WITH TIME ZONE': ['09:00:00.123456+02:30'],
  TIME_NS: ['09:00:00.123456789'],
  TIMESTAMP: [
    '2026-03-02 09:00:00',
    '2026-03-02 09:00:00.123',
    '2026-03-02 09:00:00.123456',
    '0044-03-15 (BC) 01:00:00',
    '12026-01-01 01:00:00.000001',
    '0044-01-01 00:00:00',
    '1969-12-31 23:59:59.999999',
    'infinity',
    '-infinity',
  ],
  TIMESTAMP_S: ['2026-03-02 09:00:01'],
  TIMESTAMP_MS: ['2026-03-02 09:00:00.123'],
  TIMESTAMP_NS: ['2026-03-02 09:00:00.123456789', '2026-03-02 09:00:00.000001', '1960-03-02 09:00:00.000000001'],
  'TIMESTAMP WITH TIME ZONE': [
    '2026-03-02 09:00:00.123456+01',
    '2026-03-29 02:30:00+01',
    '0044-03-15 (BC) 01:00:00+00',
    'infinity',
  ],
  INTERVAL: ['1 year 2 months 3 days 04:05:06.000007', '-1 month 2 days -00:00:03.5', '00:00:00.000001'],
  VARCHAR: ['', 'null', 'été “x”', 'a"b\\c;d,e|f', 'two\nlines\ttab', 'NaN', '[1]', '12345678901234567890'],
  BLOB: ['a\\x00\\xFFb'],
  BIT: ['0010110'],
  UUID: ['0a1b2c3d-0000-4000-8000-00000000ffff'],
  "ENUM('few', 'many; more')": ['many; more'],
  JSON: [
    '{"a":12345678901234567890,"b":[0.1234567890123456789,1e400],"c":"12345678901234567890"}',
    '[1.5]',
    '"text"',
    '9007199254740993',
  ],
  GEOMETRY: ['POINT (1.5 2)'],
};

const literal = (type: string, value: string) => `${text(value)}::${type}`;
const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

type Place = {
  readonly make: (value: string) => string;
  /** The steps to the value in JSON, and in the SQL of who reads a Parquet file. */
  readonly steps: readonly (string | number)[];
  readonly sql?: (column: string) => string;
};

/** Where a value stands. */
const places: Readonly<Record<string, Place>> = {
  alone: { make: (value) => value, steps: [], sql: (column) => column },
  'in a list': { make: (value) => `[NULL, ${value}]`, steps: [1], sql: (column) => `${column}[2]` },
  'in an array': { make: (value) => `array_value(${value}, NULL)`, steps: [0], sql: (column) => `${column}[1]` },
  'in a structure': {
    make: (value) => `{'a "b"': ${value}, 'c': 1}`,
    steps: ['a "b"'],
    sql: (column) => `${column}."a ""b"""`,
  },
  // Of a structure whose fields have no names JSON can only make a list, and Parquet nothing.
  'in a row': { make: (value) => `row(1, ${value})`, steps: [1] },
  'in a map': { make: (value) => `MAP {'k': ${value}}`, steps: ['k'], sql: (column) => `${column}['k']` },
  'as the key of a map': {
    make: (value) => `map_keys(MAP {${value}: 1})`,
    steps: [0],
    sql: (column) => `${column}[1]`,
  },
  'deep inside': {
    make: (value) => `[MAP {7: {'x': [NULL, {'y': ${value}}]}}]`,
    steps: [0, '7', 'x', 1, 'y'],
    sql: (column) => `${column}[1][7].x[2].y`,
  },
};

const cases = Object.entries(values).flatMap(([type, all]) => all.map((value) => ({ type, value })));

let folder: string;
let engine: DuckDBConnection;
let here: Pick<QueryRunner, 'run'>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'relais-values-'));
  engine = await (await DuckDBInstance.create(':memory:')).connect();
  await engine.run("SET TimeZone = 'UTC'");
  here = performingHere(folder);
});

afterAll(() => {
  engine?.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

/** All cases at one place, a column each. */
const queryAt = ({ make }: Place) =>
  `SELECT ${cases.map(({ type, value }, at) => `${make(literal(type, value))} AS v${at}`).join(', ')}`;

/** What the engine does not take for the value that was written. */
async function differences(read: readonly unknown[], from = ''): Promise<unknown[]> {
  const same = cases.map(({ type, value }, at) => {
    const given = read[at] === null || read[at] === undefined ? 'NULL' : String(read[at]);
    return type === 'JSON'
      ? `${given} = ${text(value)}`
      : `${given}::VARCHAR::${type} IS NOT DISTINCT FROM ${literal(type, value)}`;
  });
  const [row = []] = (await engine.runAndReadAll(`SELECT ${same.join(', ')} ${from}`)).getRows();
  return cases.flatMap((one, at) => (row[at] === true ? [] : [{ ...one, read: read[at] }]));
}

function within(value: unknown, steps: readonly (string | number)[]): unknown {
  return steps.reduce<unknown>((outer, step) => (outer as Record<string | number, unknown> | null)?.[step], value);
}

/** A value of the screen as a text; in JSON, numbers that came as texts are numbers again. */
function cell(value: unknown, type: string): string | null {
  if (value === null || value === undefined) {
    return null;
  }
  return text(
    type === 'JSON' ? JSON.stringify(value).replaceAll(/(?<!"c":)"(-?\d[\d.]*(?:e\d+)?)"/g, '$1') : String(value),
  );
}

/** The text of the file that a query becomes. */
async function fileOf(sql: string, format: IntoFile['format']): Promise<string> {
  const file = path.join(folder, `kept.${format}`);
  const into = { kind: 'file', format, csv: plainCsv, count: false } as const;
  const { fault } = await answerOf(here, sql, { into, keep: async (made) => copyFileSync(made, file) });
  expect(fault).toBeUndefined();
  return file;
}

async function readCsv(file: string): Promise<unknown[][]> {
  const options = `all_varchar = true, delim = ',', header = true, quote = '"', escape = '"', nullstr = 'never'`;
  return (await engine.runAndReadAll(`SELECT * FROM read_csv(${text(file)}, ${options})`)).getRows();
}

describe.each(Object.entries(places))('a value %s', (_, place) => {
  it('is read on the screen as it is', async () => {
    const { rows, fault } = await answerOf(here, queryAt(place));
    expect(fault).toBeUndefined();
    expect(await differences(cases.map(({ type }, at) => cell(within(rows[0]?.[at], place.steps), type)))).toEqual([]);
  });

  it('is in a file of JSON as it is', async () => {
    const line = readFileSync(await fileOf(queryAt(place), 'ndjson'), 'utf8');
    expect(line.trimEnd().split('\n')).toHaveLength(1);
    expect(() => JSON.parse(line)).not.toThrow();
    const read = exactJson(line);
    expect(
      await differences(cases.map(({ type }, at) => cell(within(read, [`v${at}`, ...place.steps]), type))),
    ).toEqual([]);
  });

  it('is in a CSV file as it is', async () => {
    const file = await fileOf(queryAt(place), 'csv');
    const [row = []] = await readCsv(file);
    const isAlone = place.steps.length === 0;
    const read = cases.map(({ type }, at) => {
      const held = String(row[at]);
      // What is no number and begins like a formula has an apostrophe before it.
      return isAlone ? text(held.replace(/^'(?=-)/, '')) : cell(within(exactJson(held), place.steps), type);
    });
    expect(await differences(read)).toEqual([]);
  });

  it('is in a Parquet file as it is', async () => {
    const file = await fileOf(queryAt(place), 'parquet');
    const from = `FROM read_parquet(${text(file)})`;
    if (place.sql !== undefined) {
      const { sql } = place;
      expect(
        await differences(
          cases.map((__, at) => sql(`v${at}`)),
          from,
        ),
      ).toEqual([]);
      return;
    }
    const [row = []] = (await engine.runAndReadAll(`SELECT * ${from}`)).getRows();
    const read = cases.map(({ type }, at) => cell(within(exactJson(String(row[at])), place.steps), type));
    expect(await differences(read)).toEqual([]);
  });
});

it('a number of single precision has the digits that tell it from others, wherever it stands', async () => {
  const { rows } = await answerOf(here, 'SELECT 0.1::FLOAT, [0.1::FLOAT]');
  expect(rows).toEqual([[0.1, [0.1]]]);
});

describe('a parameter', () => {
  it.each([
    [9007199254740991, '9007199254740991::BIGINT'],
    [-2147483649, '-2147483649::BIGINT'],
    ['9007199254740993', '9007199254740993::BIGINT'],
    ['170141183460469231731687303715884105727', '170141183460469231731687303715884105727::HUGEINT'],
    ['0.1234567890123456789', '0.1234567890123456789::DECIMAL(38,19)'],
    [0.1, '0.1::DOUBLE'],
    ['2026-03-02 09:00:00.123456', "TIMESTAMP '2026-03-02 09:00:00.123456'"],
    ['été “x”', "'été “x”'"],
  ])('%s is the value it says and not the one beside it', async (given, stored) => {
    const sql = `SELECT ${stored} = $given, ${stored} IN ($given), typeof($given) <> 'DOUBLE' OR $given = 0.1`;
    const { rows, fault } = await answerOf(here, sql, { parameters: { given } });
    expect({ rows, fault }).toEqual({ rows: [[true, true, true]], fault: undefined });
  });

  it('that stands for none is refused with a sentence', () => {
    for (const given of [2 ** 53, -1e300]) {
      const { error } = RunRequest.safeParse({ sql: 'SELECT $a', parameters: { a: given } });
      expect(error?.issues).toMatchObject([
        { path: ['parameters', 'a'], params: { text: { en: expect.stringContaining('text') } } },
      ]);
    }
    expect(RunRequest.safeParse({ sql: 'SELECT $a', parameters: { a: 9007199254740991 } }).success).toBe(true);
  });
});

it.each(['1::VARIANT', '[1::VARIANT]', '1::UNION(a INTEGER)'])(
  '%s, whose type changes with its value, is refused with a reason',
  async (value) => {
    for (const into of [undefined, { kind: 'file', format: 'parquet', csv: plainCsv, count: false } as const]) {
      const { fault } = await answerOf(here, `SELECT ${value}`, into && { into });
      expect(fault).toMatchObject({ code: 'refused', detail: '' });
    }
  },
);
