import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tables } from '#archive';
import { look } from '../../libs/archive/src/query/look.js';
import { lock, prepare } from '../../libs/archive/src/query/performing.js';
import { archived, noFiles, writeEventFiles } from '../support/archive-world.js';

// A name that stands in FROM may be what the query itself calls so, one of our tables, or something of the engine's own: a view of its
// catalogue, a file. Whatever the grammar makes of its scope, the last of these is never what it means.

let folder: string;
let parquet: string;
let connection: DuckDBConnection;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'relais-names-'));
  parquet = path.join(folder, (await writeEventFiles(folder, [archived({})]))[0]?.path ?? '');
  connection = await prepare(folder);
  await lock(connection, { ...noFiles, events: [parquet] }, path.join(folder, 'result'));
});

afterAll(() => {
  connection?.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

/** The rows of a query that may run; throws why it may not, or what the engine says. */
async function rowsOf(sql: string): Promise<unknown[][]> {
  await look(connection, sql);
  return (await connection.runAndReadAll(`SELECT * FROM (${sql}) AS q`)).getRowsJson();
}

/** Ways to call something by a name and to ask for the name where it may not mean that; NAME is the name, quoted. */
const twice = {
  'the first half of a recursive query': `WITH RECURSIVE NAME AS (SELECT * FROM NAME UNION ALL SELECT * FROM NAME WHERE false) SELECT * FROM NAME`,
  'the first half, without repeats': `WITH RECURSIVE NAME AS (SELECT * FROM NAME UNION SELECT * FROM NAME) SELECT * FROM NAME`,
  'the first half in parentheses': `WITH RECURSIVE NAME AS ((SELECT * FROM NAME LIMIT 1) UNION ALL (SELECT * FROM NAME LIMIT 0)) SELECT * FROM NAME`,
  'a query inside the first half': `WITH RECURSIVE NAME(n) AS (SELECT count(*) FROM (SELECT * FROM NAME) UNION ALL SELECT n FROM NAME WHERE false) SELECT * FROM NAME`,
  'a named query inside the first half': `WITH RECURSIVE NAME AS (WITH x AS (SELECT * FROM NAME) SELECT * FROM x UNION ALL SELECT * FROM NAME WHERE false) SELECT * FROM NAME`,
  'a recursive query inside a recursive one': `WITH RECURSIVE x AS (WITH RECURSIVE NAME AS (SELECT * FROM NAME UNION ALL SELECT * FROM NAME WHERE false) SELECT * FROM NAME) SELECT * FROM x`,
  'the first half of one with keys': `WITH RECURSIVE NAME(n, m) USING KEY (n) AS (SELECT count(*), 1 FROM NAME UNION SELECT n, m + 1 FROM NAME WHERE m < 2) SELECT * FROM NAME`,
  'a query that is called recursive and is not': `WITH RECURSIVE NAME AS (SELECT * FROM NAME) SELECT * FROM NAME`,
  'itself without being recursive': `WITH NAME AS (SELECT * FROM NAME) SELECT * FROM NAME`,
  'itself, kept': `WITH NAME AS MATERIALIZED (SELECT * FROM NAME) SELECT * FROM NAME`,
  'one that comes later': `WITH x AS (SELECT * FROM NAME), NAME AS (SELECT 1) SELECT * FROM x`,
  'one that comes later, recursive': `WITH RECURSIVE x AS (SELECT * FROM NAME), NAME AS (SELECT 1) SELECT * FROM x`,
  'one of a query beside it': `SELECT * FROM (WITH NAME AS (SELECT 1) SELECT 1), NAME`,
  'one of a query in it': `WITH x AS (WITH NAME AS (SELECT 1) SELECT 1) SELECT * FROM NAME`,
  'one of the other half of a union': `(WITH NAME AS (SELECT 1) SELECT * FROM NAME) UNION ALL SELECT count(*) FROM NAME`,
  'one of a condition': `SELECT * FROM NAME WHERE EXISTS (WITH NAME AS (SELECT 1) SELECT * FROM NAME)`,
  'the inner of two of the same name': `WITH NAME AS (SELECT * FROM (WITH NAME AS (SELECT * FROM NAME) SELECT * FROM NAME)) SELECT * FROM NAME`,
  'a name written in capitals': `WITH RECURSIVE CAPITALS AS (SELECT * FROM NAME UNION ALL SELECT * FROM CAPITALS WHERE false) SELECT * FROM NAME`,
  'another name of a table': `SELECT * FROM labels AS NAME, NAME`,
  'a name of values': `SELECT * FROM (VALUES (1)) AS NAME (x), NAME`,
  'a name of a function': `SELECT * FROM range(1) AS NAME (x), NAME`,
  'a name of what stands to its left': `SELECT * FROM labels AS NAME, LATERAL (SELECT * FROM NAME)`,
  'a name of a join': `SELECT * FROM labels AS NAME JOIN NAME USING (code)`,
  'a name beside one': `SELECT * FROM labels AS NAME POSITIONAL JOIN NAME`,
  'a parameter of a lambda': `SELECT list_transform([1], lambda NAME : (SELECT count(*) FROM NAME))`,
  'a parameter of a lambda, as it was': `SELECT list_transform([1], NAME -> (SELECT count(*) FROM NAME))`,
  'a value of a list': `SELECT [(SELECT count(*) FROM NAME) FOR NAME IN [1]]`,
  'a window': `SELECT (SELECT count(*) FROM NAME), row_number() OVER NAME FROM labels WINDOW NAME AS (ORDER BY code)`,
  'a column': `SELECT (SELECT count(*) FROM NAME) FROM (SELECT 1 AS NAME) AS x`,
  'a structure': `SELECT (SELECT count(*) FROM NAME) FROM (SELECT {'a': 1} AS NAME) AS x`,
  'an argument of a macro': `SELECT working_hours(now(), (SELECT now() FROM NAME LIMIT 1)) FROM (SELECT 1) AS NAME`,
  'a pivot': `SELECT * FROM (PIVOT NAME ON 1 IN (1) USING count(*)) AS NAME`,
  'a pivot of one that comes later': `WITH x AS (PIVOT NAME ON 1 IN (1) USING count(*)), NAME AS (SELECT 1) SELECT * FROM x`,
  'an unpivot': `SELECT * FROM (UNPIVOT NAME ON *) AS NAME`,
  'a schema': `WITH NAME AS (SELECT 1) SELECT * FROM main.NAME`,
  'the schema of the catalogue': `WITH NAME AS (SELECT 1) SELECT * FROM pg_catalog.NAME`,
  'a schema that is called so': `WITH NAME AS (SELECT 1) SELECT * FROM NAME.NAME`,
  'the table that recurs': `WITH RECURSIVE NAME(n, m) USING KEY (n) AS (SELECT 1, 1 UNION SELECT n, m + 1 FROM recurring.NAME WHERE m < 2) SELECT * FROM NAME`,
};

describe.each([
  ['a view of the catalogue', 'pg_settings'],
  ['a table of the catalogue', 'sqlite_master'],
  ['a file of the archive', 'PARQUET'],
  ['a file of the machine', '/etc/passwd.csv'],
])('%s', (_, name) => {
  it.each(Object.entries(twice))('is not meant by the name of %s', async (_way, sql) => {
    const quoted = (text: string) => `"${text.replace('PARQUET', parquet)}"`;
    const said = sql.replaceAll('NAME', () => quoted(name)).replaceAll('CAPITALS', () => quoted(name.toUpperCase()));
    await expect(rowsOf(said)).rejects.toThrow();
  });
});

it('knows every view that the engine has by itself', async () => {
  const [own, functions] = await Promise.all([
    connection.runAndReadAll(
      `SELECT DISTINCT view_name FROM duckdb_views() WHERE internal AND schema_name <> 'information_schema'`,
    ),
    connection.runAndReadAll(`SELECT DISTINCT table_name FROM duckdb_tables() WHERE internal`),
  ]);
  const names = [...own.getRows(), ...functions.getRows()].map(String);
  expect(names.length).toBeGreaterThan(30);
  for (const name of names) {
    await expect(rowsOf(`WITH RECURSIVE "${name}" AS (SELECT 1 AS one) SELECT * FROM "${name}"`)).rejects.toThrow(
      'taken',
    );
  }
});

describe('a word that the engine fills by itself where no column is called so', () => {
  it.each([
    'user',
    'current_user',
    '"current_user"',
    'session_user',
    'current_role',
    'current_catalog',
    'Current_Schema',
  ])('%s is refused', async (word) => {
    await expect(rowsOf(`SELECT ${word} FROM labels`)).rejects.toThrow('function');
    await expect(rowsOf(`SELECT count(*) FROM labels WHERE ${word} <> ''`)).rejects.toThrow('function');
    await expect(rowsOf(`SELECT code FROM labels ORDER BY list_transform([1], lambda x : ${word})`)).rejects.toThrow(
      'function',
    );
  });

  it.each(['current_date', 'current_timestamp', 'localtime', 'localtimestamp', 'current_time'])(
    '%s is a function of the list',
    async (word) => {
      expect(await rowsOf(`SELECT ${word} IS NOT NULL`)).toEqual([[true]]);
    },
  );
});

it('is said to be no table when nobody knows it', async () => {
  await expect(look(connection, 'SELECT * FROM tables')).rejects.toThrow('table');
});

it('hides where the files are', async () => {
  for (const hidden of ['filename', 'file_row_number', 'file_index']) {
    await expect(rowsOf(`SELECT ${hidden} FROM events`)).rejects.toThrow();
    await expect(rowsOf(`SELECT events.${hidden} FROM events`)).rejects.toThrow();
  }
});

describe('a name of the query itself', () => {
  it.each([
    [
      'has its own scope',
      'WITH a AS (SELECT 1 AS x), b AS (WITH a AS (SELECT 2 AS x) SELECT * FROM a) SELECT a.x, b.x FROM a, b',
      [[1, 2]],
    ],
    [
      'may hide itself',
      'WITH a AS (SELECT 1 AS x), b AS (WITH a AS (SELECT x + 1 AS x FROM a) SELECT * FROM a) SELECT x FROM b',
      [[2]],
    ],
    ['may hide a table', 'WITH Labels AS (SELECT 7 AS x) SELECT x FROM LABELS', [[7]]],
    [
      'may call itself',
      'WITH RECURSIVE a AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM a WHERE x < 2) SELECT * FROM a',
      [[1], [2]],
    ],
    [
      'may have keys',
      'WITH RECURSIVE a(k, x) USING KEY (k) AS (SELECT 1, 1 UNION SELECT k, x + 1 FROM a WHERE x < 3) SELECT * FROM a',
      [[1, 3]],
    ],
    ['may be unusual', 'WITH "Été 2026" AS (SELECT 1 AS x) SELECT x FROM "Été 2026"', [[1]]],
    ['may be another name', 'SELECT user_count FROM (SELECT 1 AS user_count) AS tables', [[1]]],
    ['may be pivoted', "WITH a AS (SELECT 'b' AS c) SELECT * FROM (PIVOT a ON c IN ('b') USING count(*))", [['1']]],
    ['may be a parameter', 'SELECT list_transform([1], few -> few + 1), [few FOR few IN [3]]', [[[2], [3]]]],
  ])('%s', async (_, sql, rows) => {
    expect(await rowsOf(sql)).toEqual(rows);
  });

  it('is free wherever a column of a table is called so', async () => {
    for (const { name, columns } of tables) {
      await rowsOf(`SELECT ${columns.map((column) => column.name).join(', ')} FROM ${name} LIMIT 1`);
    }
  });
});

describe('working_hours', () => {
  const hours = "working_hours(TIMESTAMPTZ '2026-03-02 09:00:00+01', TIMESTAMPTZ '2026-03-03 09:00:00+01')";
  const day = "(SELECT TIMESTAMPTZ '2026-03-02 09:00:00+01' AS day, TIMESTAMPTZ '2026-03-03 09:00:00+01' AS next)";

  it.each([
    [
      'a table of the query that is called as its own',
      `WITH working_days AS (SELECT DATE '2026-03-02' AS day, true AS working, 0 AS minutes_before) SELECT ${hours} FROM working_days`,
    ],
    ['a column that is called as its own', `SELECT working_hours(day, next) FROM ${day}`],
    [
      'a table whose other name is its own',
      `SELECT working_hours(working_days.day, working_days.next) FROM ${day} AS working_days`,
    ],
    ['columns that are called as its parameters', `SELECT working_hours(until, since) FROM ${day} AS x (until, since)`],
  ])('counts the same beside %s', async (_, sql) => {
    expect(await rowsOf(sql)).toEqual(await rowsOf(`SELECT ${hours}`));
  });
});
