import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { asked, isSame, parenthesised, treeStatement } from './enclosed.js';

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});

afterAll(() => connection?.closeSync());

async function treeOf(sql: string): Promise<unknown> {
  const reader = await connection.runAndReadAll(treeStatement, [sql]);
  return JSON.parse(String(reader.getRows()[0]?.[0]));
}

describe('a query between parentheses', () => {
  it.each([
    'SELECT 1',
    'SELECT sector, count(*) AS n FROM events GROUP BY 1 ORDER BY n DESC LIMIT 3',
    'WITH few AS (SELECT 1 AS one) SELECT * FROM few -- to the end',
    "SELECT ') AS q' AS text",
  ])('is the same as alone: %s', async (sql) => {
    expect(isSame(await treeOf(sql), await treeOf(`${asked}${parenthesised(sql)}`))).toBe(true);
  });

  it.each([
    ['another query', 'SELECT 1', `${asked}${parenthesised('SELECT 2')}`],
    ['one that stands beside them', 'SELECT 1', `${asked}(SELECT 1) AS q, (SELECT 2) AS r`],
    ['one that closed them', 'SELECT 1', 'SELECT 1'],
    ['what cannot be parsed', 'SELECT 1', `${asked}${parenthesised('SELECT')}`],
    ['nothing at all', '', ''],
  ])('is not the same as %s', async (_what, alone, inside) => {
    expect(isSame(await treeOf(alone), await treeOf(inside))).toBe(false);
  });
});
