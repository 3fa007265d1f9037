import { allowedFunctions, allowedTableFunctions } from './functions.js';

/** Why a query is not run: a code that the API has a sentence for, what it is about, and where it stands (0-based byte), if known. */
export type Refusal = { readonly reason: RefusalReason; readonly name: string; readonly position: number | null };
export type RefusalReason =
  | 'not-a-select'
  | 'several-statements'
  | 'unusual-text'
  | 'table'
  | 'taken'
  | 'qualified'
  | 'function'
  | 'construct'
  | 'numbered-parameter'
  | 'too-deep';

/** A name as it is written, and where it stands first. */
export type Written = ReadonlyMap<string, Node>;

/** What the gate found in a query that may run, if no name in it means something to the engine alone (`look.ts`). */
export type Admitted = {
  readonly parameters: readonly string[];
  /** Names in FROM that are none of our tables: queries of WITH. */
  readonly own: Written;
  /** Names of one part where a value stands: columns, parameters of lambdas. */
  readonly values: Written;
};

/** A refusal on its way out of the tree. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

type Node = Readonly<Record<string, unknown>>;

/** What may stand in a tree; every other kind of node is refused. */
const expressions = new Set([
  'BETWEEN',
  'CASE',
  'CAST',
  'COLLATE',
  'COLUMN_REF',
  'COMPARISON',
  'CONJUNCTION',
  'CONSTANT',
  'FUNCTION',
  'LAMBDA',
  'OPERATOR',
  'PARAMETER',
  'POSITIONAL_REFERENCE',
  'STAR',
  'SUBQUERY',
  'WINDOW',
]);
const others = new Set([
  'SELECT_NODE',
  'SET_OPERATION_NODE',
  'RECURSIVE_CTE_NODE',
  'CTE_NODE',
  'BASE_TABLE',
  'SUBQUERY',
  'JOIN',
  'EMPTY',
  'EXPRESSION_LIST',
  'TABLE_FUNCTION',
  'PIVOT',
  'ORDER_MODIFIER',
  'LIMIT_MODIFIER',
  'LIMIT_PERCENT_MODIFIER',
  'DISTINCT_MODIFIER',
  // Directions of an order.
  'ASCENDING',
  'DESCENDING',
  'ORDER_DEFAULT',
  // Details of types in casts.
  'UNBOUND_TYPE_INFO',
  'DECIMAL_TYPE_INFO',
  'LIST_TYPE_INFO',
  'ARRAY_TYPE_INFO',
  'STRUCT_TYPE_INFO',
  'STRING_TYPE_INFO',
  'GENERIC_TYPE_INFO',
]);

/** Deeper than any query that somebody writes by hand. */
const deepest = 400;

/** A name as the engine compares it, which knows capitals of ASCII only. */
export const folded = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/** What a walk through a tree has met. */
type Met = {
  readonly parameters: Set<string>;
  readonly named: Set<string>;
  readonly tables: Map<string, Node>;
  readonly values: Map<string, Node>;
};

/**
 * Whether a query may run, by the tree that DuckDB's own parser made of it (`json_serialize_sql`): one SELECT over the known tables and
 * its own queries of WITH, with functions of the list. Everything that is not known here is refused. Where a query of WITH is known and where not is
 * the engine's to say: a name that it knows by itself is refused afterwards, wherever it stands.
 * @throws Refused
 */
export function admit(tree: unknown, tables: ReadonlySet<string>): Admitted {
  const statements = listOf((tree as Node)['statements']);
  if (statements.length !== 1) {
    refuse('several-statements');
  }
  const met: Met = { parameters: new Set(), named: new Set(), tables: new Map(), values: new Map() };
  walk(statements[0], met, 0);
  const own = new Map([...met.tables].filter(([name]) => !tables.has(folded(name))));
  for (const [name, node] of own) {
    if (!met.named.has(folded(name))) {
      refuse('table', name, node);
    }
  }
  return { parameters: [...met.parameters], own, values: met.values };
}

function walk(value: unknown, met: Met, depth: number): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (depth > deepest) {
    refuse('too-deep');
  }
  if (Array.isArray(value)) {
    value.forEach((one) => walk(one, met, depth + 1));
    return;
  }
  const node = value as Node;
  check(node, met);
  if (node['class'] === 'CONSTANT') {
    return;
  }
  for (const [name, child] of Object.entries(node)) {
    // The values of a sample are data, not parts of the query.
    if (name !== 'sample') {
      walk(child, met, depth + 1);
    }
  }
}

function check(node: Node, met: Met): void {
  const { type } = node;
  if (typeof node['class'] === 'string') {
    if (!expressions.has(node['class'])) {
      refuse('construct', node['class'], node);
    }
    checkExpression(node, met);
    return;
  }
  for (const entry of listOf((node['cte_map'] as Node | undefined)?.['map'])) {
    met.named.add(folded(String((entry as Node)['key'])));
  }
  if (typeof type !== 'string') {
    return;
  }
  if (!others.has(type)) {
    refuse('construct', type.replace('SHOW_REF', 'DESCRIBE, SHOW, SUMMARIZE'), node);
  }
  if (type === 'BASE_TABLE') {
    checkTable(node, met);
  }
  if (type === 'TABLE_FUNCTION') {
    const called = node['function'] as Node;
    const name = folded(String(called['function_name']));
    if (!allowedTableFunctions.has(name)) {
      refuse('function', name, node);
    }
  }
}

function checkExpression(node: Node, { parameters, values }: Met): void {
  if (node['class'] === 'FUNCTION' || node['class'] === 'WINDOW') {
    const name = folded(String(node['function_name']));
    // The parser itself names the schema of what stands for literals, such as lists.
    if ((isNamed(node['schema']) && node['schema'] !== 'main') || isNamed(node['catalog'])) {
      refuse('qualified', name, node);
    }
    if (!allowedFunctions.has(name) && !allowedTableFunctions.has(name)) {
      refuse('function', name, node);
    }
  }
  if (node['class'] === 'COLUMN_REF') {
    const [name, ...more] = listOf(node['column_names']).map(String);
    if (name !== undefined && more.length === 0 && !values.has(name)) {
      values.set(name, node);
    }
  }
  if (node['class'] === 'PARAMETER') {
    const name = String(node['identifier']);
    if (!/^[a-z][a-z0-9_]*$/.test(name)) {
      refuse('numbered-parameter', name, node);
    }
    parameters.add(name);
  }
}

function checkTable(node: Node, { tables }: Met): void {
  const name = String(node['table_name']);
  if (isNamed(node['schema_name']) || isNamed(node['catalog_name'])) {
    refuse('qualified', name, node);
  }
  if (node['at_clause'] !== undefined) {
    refuse('construct', 'AT', node);
  }
  if (!tables.has(name)) {
    tables.set(name, node);
  }
}

function isNamed(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Refuses; never returns. */
export function refuse(reason: RefusalReason, name = '', node: Node = {}): never {
  const { query_location: place } = node;
  throw new Refused({ reason, name: name.slice(0, 100), position: typeof place === 'number' ? place : null });
}
