import type { DuckDBConnection } from '@duckdb/node-api';
import { asked, isSame, parenthesised, treeStatement } from './enclosed.js';
import { saidBy } from './faults.js';
import { allowedFunctions } from './functions.js';
import { admit, folded, refuse, type Written } from './gate.js';
import { nameOf } from './sql.js';
import { tableNames } from './tables.js';

async function treeOf(connection: DuckDBConnection, sql: string): Promise<{ error?: boolean; error_message?: string }> {
  const reader = await connection.runAndReadAll(treeStatement, [sql]);
  return JSON.parse(String(reader.getRows()[0]?.[0])) as { error?: boolean; error_message?: string };
}

/**
 * Looks at the query on a connection that can reach nothing else any more; gives the names of its parameters.
 * @throws Refused
 */
export async function look(connection: DuckDBConnection, sql: string): Promise<readonly string[]> {
  // DuckDB would read a text only up to a zero byte, and not the one that was looked at when it is not well-formed.
  if (sql.includes('\0') || /\p{Surrogate}/u.test(sql)) {
    refuse('unusual-text');
  }
  const tree = await treeOf(connection, sql);
  if (tree.error === true) {
    if (/only select statements|A CTE needs a SELECT|SELECT INTO/i.test(tree.error_message ?? '')) {
      refuse('not-a-select');
    }
    // What the parser says comes with its place when the text itself is prepared.
    await connection.prepare(sql);
    refuse('unusual-text');
  }
  const { parameters, own, values } = admit(tree, tableNames);
  if (!isSame(tree, await treeOf(connection, `${asked}${parenthesised(sql)}`))) {
    refuse('unusual-text');
  }
  await refuseKnown(connection, own, 'taken', (name) => `SELECT * FROM ${nameOf(name)}`);
  await refuseKnown(connection, unlisted(values), 'function', (name) => `SELECT ${nameOf(name)}`);
  return parameters;
}

/** What the engine says of a name that it does not know, in FROM or as a value. */
const nothing = new Set(['Catalog MISSING_ENTRY Table', 'Binder COLUMN_NOT_FOUND']);

/**
 * Refuses a name of the query that the engine knows by itself: a view of its catalogue, a file, `current_user`. What is left can only mean what
 * the query says it means, so that no rule of scopes has to be known here.
 */
async function refuseKnown(
  connection: DuckDBConnection,
  names: Written,
  reason: 'taken' | 'function',
  alone: (name: string) => string,
): Promise<void> {
  for (const [name, node] of names) {
    const said = await saidOf(connection, alone(name));
    if (said === undefined || !nothing.has(said)) {
      refuse(reason, name, node);
    }
  }
}

/** The kind of the error with which a statement is not prepared; undefined when it is. */
async function saidOf(connection: DuckDBConnection, statement: string): Promise<string | undefined> {
  try {
    (await connection.prepare(statement)).destroySync();
    return undefined;
  } catch (error) {
    const { exception_type, error_subtype, type } = saidBy(error);
    return [exception_type, error_subtype, type].filter((one) => one !== undefined).join(' ');
  }
}

/** Without those that are functions of the list, such as `current_date`. */
function unlisted(values: Written): Written {
  return new Map([...values].filter(([name]) => !allowedFunctions.has(folded(name))));
}
