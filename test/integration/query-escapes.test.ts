import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryRunner, type Files } from '#archive';
import { archived, noFiles, writeEventFiles } from '../support/archive-world.js';
import { answerOf, performingHere } from '../support/querying.js';

let folder: string;
let runner: QueryRunner;
/** Without processes of its own. */
let here: Pick<QueryRunner, 'run'>;
let files: Files;
let parquet: string;
let secret: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'relais-escapes-'));
  secret = path.join(folder, 'secret.csv');
  writeFileSync(secret, 'secret\nfound\n');
  const written = await writeEventFiles(folder, [archived({})]);
  parquet = path.join(folder, written[0]?.path ?? '');
  files = { ...noFiles, events: [parquet] };
  process.env['RELAIS_TEST_SECRET'] = 'found';
  runner = new QueryRunner({ folder });
  runner.start();
  here = performingHere(path.join(folder, 'scratch'));
});

afterAll(async () => {
  await runner?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The code of the fault, undefined when there is a result. */
async function codeOf(sql: string, by: Pick<QueryRunner, 'run'> = here): Promise<string | undefined> {
  const { fault, rows } = await answerOf(by, sql.replaceAll('SECRET', secret).replaceAll('PARQUET', parquet), {
    files,
    seconds: 20,
  });
  expect(JSON.stringify(rows)).not.toContain('found');
  return fault?.code;
}

describe('what is no SELECT is refused', () => {
  it.each([
    "COPY events TO '/tmp/out.csv'",
    "COPY (SELECT 1) TO 'result'",
    "COPY events FROM 'SECRET'",
    "ATTACH '/tmp/x.db' AS x",
    'DETACH memory',
    'INSTALL httpfs',
    'LOAD httpfs',
    "SET memory_limit = '100GB'",
    'SET GLOBAL threads = 64',
    'RESET memory_limit',
    'PRAGMA database_list',
    'PRAGMA enable_profiling',
    'CALL pragma_version()',
    "EXPORT DATABASE '/tmp/out'",
    "IMPORT DATABASE '/tmp/out'",
    'CREATE TABLE t AS SELECT 1',
    "CREATE VIEW v AS SELECT * FROM read_text('SECRET')",
    'CREATE MACRO m() AS 1',
    "CREATE SECRET (TYPE s3, KEY_ID 'a')",
    'INSERT INTO labels VALUES (1, 2, 3, 4, 5)',
    'UPDATE labels SET fr = 1',
    'DELETE FROM labels',
    'DROP VIEW events',
    'ALTER TABLE labels ADD COLUMN x INTEGER',
    'TRUNCATE labels',
    'VACUUM',
    'CHECKPOINT',
    'BEGIN TRANSACTION',
    'USE memory',
    'EXPLAIN SELECT 1',
    'EXPLAIN ANALYZE SELECT 1',
    "PREPARE p AS SELECT * FROM read_text('SECRET')",
    'EXECUTE p',
    'DEALLOCATE p',
    "SET VARIABLE v = (SELECT content FROM read_text('SECRET'))",
    'WITH gone AS (DELETE FROM labels RETURNING *) SELECT * FROM gone',
    'SELECT 1 INTO x',
    'PIVOT events ON type USING count(*)',
    'DESCRIBE events',
    'SHOW TABLES',
    'SUMMARIZE events',
    'SELECT * FROM (SHOW ALL TABLES)',
    'SELECT * FROM (DESCRIBE events)',
    '.read SECRET',
  ])('%s', async (sql) => {
    expect(['refused', 'invalid']).toContain(await codeOf(sql));
  });
});

describe('what reaches beyond the tables is refused', () => {
  it.each([
    "SELECT * FROM read_csv('SECRET')",
    "SELECT * FROM read_csv_auto('SECRET')",
    "SELECT * FROM read_text('SECRET')",
    "SELECT * FROM read_blob('SECRET')",
    "SELECT * FROM read_json('SECRET')",
    "SELECT * FROM sniff_csv('SECRET')",
    "SELECT * FROM read_parquet('PARQUET')",
    "SELECT * FROM parquet_scan('PARQUET')",
    "SELECT * FROM parquet_metadata('PARQUET')",
    "SELECT * FROM parquet_schema('PARQUET')",
    "SELECT * FROM glob('/etc/*')",
    "SELECT * FROM 'SECRET'",
    'SELECT * FROM "SECRET"',
    "FROM 'SECRET'",
    "FROM 'PARQUET'",
    'SELECT * FROM "PARQUET"',
    "SELECT * FROM 'result'",
    "SELECT * FROM 'https://example.org/x.parquet'",
    "SELECT * FROM read_csv('https://example.org/x.csv')",
    "SELECT * FROM 's3://bucket/x.parquet'",
    "SELECT getenv('RELAIS_TEST_SECRET')",
    "SELECT getvariable('v')",
    "SELECT current_setting('allowed_paths')",
    'SELECT * FROM duckdb_settings()',
    'SELECT * FROM duckdb_settings',
    'SELECT * FROM duckdb_secrets()',
    'SELECT * FROM duckdb_tables()',
    'SELECT * FROM pragma_version()',
    "SELECT * FROM pragma_table_info('events')",
    'SELECT * FROM sqlite_master',
    'SELECT * FROM information_schema.tables',
    'SELECT * FROM pg_catalog.pg_class',
    'SELECT * FROM main.labels',
    'SELECT * FROM memory.main.labels',
    'SELECT * FROM system.main.duckdb_settings',
    "SELECT main.getenv('X')",
    "SELECT system.main.getenv('X')",
    "SELECT 'X'.getenv()",
    "SELECT GetEnv('X')",
    'SELECT "getenv"(\'X\')',
    "SELECT * FROM query('SELECT 1')",
    "SELECT * FROM query_table('labels')",
    "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
    "SELECT json_serialize_sql('SELECT 1')",
    "SELECT json_serialize_plan('SELECT 1')",
    "SELECT json_deserialize_sql('{}')",
    "SELECT * FROM sql_auto_complete('SEL')",
    "SELECT write_log('x')",
    "SELECT nextval('s')",
    'SELECT sleep_ms(60000)',
    'SELECT pg_sleep(60)',
    'SELECT version()',
    'SELECT current_query()',
    'SELECT * FROM test_all_types()',
    "SELECT * FROM repeat_row('x', num_rows = 5)",
    "SELECT * FROM seq_scan('labels')",
    'SELECT * FROM labels AT (VERSION => 1)',
    "SELECT list_transform([1], x -> getenv('X'))",
    "SELECT (SELECT content FROM read_text('SECRET'))",
    "SELECT * FROM labels WHERE EXISTS (FROM read_text('SECRET'))",
    "SELECT * FROM labels ORDER BY (SELECT content FROM read_text('SECRET'))",
    "SELECT * FROM labels LIMIT (SELECT 1 FROM read_text('SECRET'))",
    "SELECT count(*) FILTER (getenv('X') = '') OVER (PARTITION BY getenv('Y')) FROM labels",
    "SELECT COLUMNS(c -> getenv('X') = '') FROM labels",
    "SELECT * REPLACE (getenv('X') AS fr) FROM labels",
    "SELECT * FROM (VALUES (getenv('X')))",
    "SELECT * FROM range((SELECT 1 FROM read_text('SECRET')))",
    "SELECT 1 UNION ALL SELECT content FROM read_text('SECRET')",
    "WITH RECURSIVE r AS (SELECT 1 AS x UNION ALL SELECT x FROM r, read_text('SECRET')) SELECT * FROM r",
    'WITH "SECRET" AS (SELECT 1) SELECT * FROM labels, (SELECT * FROM "SECRET.other")',
    'SELECT * FROM (WITH sqlite_master AS (SELECT 1) SELECT 1), sqlite_master',
    'WITH a AS (SELECT * FROM sqlite_master), sqlite_master AS (SELECT 1) SELECT * FROM a',
    'WITH sqlite_master AS (SELECT * FROM sqlite_master) SELECT * FROM sqlite_master',
    "SELECT * FROM labels JOIN 'SECRET' USING (code)",
    "UNPIVOT 'SECRET' ON secret",
    'SELECT DEFAULT',
    'SELECT ?',
    'SELECT $1',
  ])('%s', async (sql) => {
    expect(['refused', 'invalid']).toContain(await codeOf(sql));
  });
});

describe('tricks with the text', () => {
  it.each([
    ['several statements', "SELECT 1; SELECT content FROM read_text('SECRET')"],
    ['a statement after a comment', 'SELECT 1 -- ;\n; DROP VIEW events'],
    ['a parenthesis that closes ours', "SELECT 1) AS q) TO '/tmp/out.csv'; --"],
    ['one that closes and opens', "SELECT 1) AS a, (SELECT content FROM read_text('SECRET')"],
    ['a comment that does not close', 'SELECT 1 /*'],
    ['a quote that does not close', "SELECT 'a"],
    ['a dollar quote that does not close', 'SELECT $$a'],
    ['a zero byte', "SELECT 1\0) AS q) TO '/tmp/out.csv'"],
    ['half a character', "SELECT '\ud800'"],
    ['look-alike letters', "SELECT gеtenv('X')"],
    ['full-width letters', "SELECT ｇｅｔｅｎｖ('X')"],
    ['typographic quotes', 'SELECT * FROM “labels”'],
    ['nothing but a comment', '-- nothing'],
    ['nothing but a semicolon', ';'],
  ])('%s', async (_, sql) => {
    expect(['refused', 'invalid']).toContain(await codeOf(sql));
  });

  it.each([
    ['deep subqueries', `${'SELECT * FROM ('.repeat(1_000)}SELECT 1${')'.repeat(1_000)}`],
    [
      'deep named queries',
      `${Array.from({ length: 1_000 }, (_, at) => `WITH c${at} AS (`).join('')}SELECT 1${') SELECT 1'.repeat(1_000)}`,
    ],
    ['a chain of a thousand operators', `SELECT ${'NOT '.repeat(1_000)}true`],
  ])('%s', async (_, sql) => {
    expect(['refused', 'invalid', 'failed', 'memory']).toContain(await codeOf(sql, runner));
  });

  it.each([
    ['a semicolon at the end', 'SELECT 1;'],
    ['a comment at the end', 'SELECT 1 -- the end'],
    ['a comment inside', 'SELECT /* ; DROP */ 1'],
    ['words of statements in texts', "SELECT 'x; COPY (SELECT 1) TO ''y''' "],
    ['a parenthesis in a text', "SELECT ') TO ''x'' --'"],
    ['a name that hides a table', 'WITH labels AS (SELECT 7 AS seven) SELECT seven FROM labels'],
    [
      'a query that calls itself',
      'WITH RECURSIVE r AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM r WHERE x < 5) SELECT * FROM r',
    ],
    ['many parentheses', `SELECT ${'('.repeat(1_000)}1${')'.repeat(1_000)}`],
    ['FROM first', 'FROM labels'],
    [
      'lists, structures and functions of them',
      "SELECT list_transform([1, 2], x -> x + 1), {'a': 1}.a, [x * 2 FOR x IN [1, 2] IF x > 1]",
    ],
    ['windows', 'SELECT row_number() OVER (ORDER BY code), sum(1) OVER (PARTITION BY list) FROM labels'],
    ['JSON', "SELECT data ->> '$.a', json_extract(data, '$.b') FROM events"],
    ['UNPIVOT', 'SELECT * FROM (UNPIVOT labels ON fr, nl, en)'],
    [
      'times',
      "SELECT date_trunc('month', time), time + INTERVAL 1 DAY, DATE '2026-01-01', now(), current_date FROM events",
    ],
  ])('%s is allowed', async (_, sql) => {
    const { fault } = await answerOf(here, sql, { files });
    expect(fault).toBeUndefined();
  });
});

describe('a process of its own', () => {
  it.each([
    "COPY (SELECT 1) TO 'result'",
    "SELECT * FROM read_text('SECRET')",
    "SELECT getenv('RELAIS_TEST_SECRET')",
    'SELECT * FROM duckdb_settings()',
    "SELECT 1; SELECT content FROM read_text('SECRET')",
  ])('refuses the same: %s', async (sql) => {
    expect(['refused', 'invalid']).toContain(await codeOf(sql, runner));
  });

  it('answers what may be asked', async () => {
    const { fault, rows } = await answerOf(runner, "SELECT data ->> '$.a', municipality FROM events", { files });
    expect({ fault, rows }).toEqual({ fault: undefined, rows: [[null, '21009']] });
  });
});

describe('a value of a parameter', () => {
  it('is a value and never a part of the text', async () => {
    const sly = "x') UNION SELECT content FROM read_text('/etc/passwd') --";
    const { rows } = await answerOf(runner, 'SELECT $name AS given, $number + 1 AS more', {
      parameters: { name: sly, number: 41, other: 'not used' },
    });
    expect(rows).toEqual([[sly, 42]]);
  });

  it('is asked for when it is missing', async () => {
    const { fault } = await answerOf(runner, 'SELECT $wanted');
    expect(fault).toMatchObject({ code: 'invalid', reason: 'parameter-missing', name: 'wanted' });
  });
});

it('leaves nothing behind', () => {
  expect(readdirSync(folder).sort()).toEqual(['files', 'scratch', 'secret.csv']);
});
