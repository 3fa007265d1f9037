import { allowedFunctions, allowedTableFunctions } from './functions.js';

/** Why a query is not run: a code that the API has a sentence for, what it is about, and where it stands (0-based byte), if known. */
export type Refusal = { readonly reason: RefusalReason; readonly name: string; readonly position: number | null };
export type RefusalReason =
  | 'not-a-select'
  | 'several-statements'
  | 'unusual-text'
  | 'table'
  | 'qualified'
  | 'function'
  | 'construct'
  | 'numbered-parameter'
  | 'too-deep';

/** What the gate found in a query that may run. */
export type Admitted = { readonly parameters: readonly string[] };

/** A refusal on its way out of the tree. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

type Node = Readonly<Record<string, unknown>>;
type Scope = ReadonlySet<string>;

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

/**
 * Whether a query may run, by the tree that DuckDB's own parser made of it (`json_serialize_sql`): one SELECT over the known tables with
 * functions of the list. Everything that is not known here is refused.
 * @throws Refused
 */
export function admit(tree: unknown, tables: Scope): Admitted {
  const statements = listOf((tree as Node)['statements']);
  if (statements.length !== 1) {
    refuse('several-statements');
  }
  const parameters = new Set<string>();
  walk(statements[0], tables, { parameters, depth: 0 });
  return { parameters: [...parameters] };
}

type Walk = { readonly parameters: Set<string>; readonly depth: number };

function walk(value: unknown, scope: Scope, at: Walk): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (at.depth > deepest) {
    refuse('too-deep');
  }
  const deeper = { ...at, depth: at.depth + 1 };
  if (Array.isArray(value)) {
    value.forEach((one) => walk(one, scope, deeper));
    return;
  }
  const node = value as Node;
  check(node, scope, at);
  if (node['class'] === 'CONSTANT') {
    return;
  }
  const inner = node['cte_map'] === undefined ? scope : walkNamed(node['cte_map'] as Node, scope, deeper);
  for (const [name, child] of Object.entries(node)) {
    // Values of a sample, of a PIVOT and of a type are data, not parts of the query.
    if (name !== 'cte_map' && name !== 'sample') {
      walk(child, inner, deeper);
    }
  }
}

/** Goes through the queries of WITH, each of which knows those before it and, when it is recursive, itself. */
function walkNamed(map: Node, outer: Scope, at: Walk): Scope {
  const scope = new Set(outer);
  for (const entry of listOf(map['map'])) {
    const { key, value } = entry as { readonly key: string; readonly value: Node };
    const name = key.toLowerCase();
    const recursive = JSON.stringify(value['query'] ?? null).startsWith('{"node":{"type":"RECURSIVE_CTE_NODE"');
    walk(value, recursive ? new Set([...scope, name]) : scope, at);
    scope.add(name);
  }
  return scope;
}

function check(node: Node, scope: Scope, { parameters }: Walk): void {
  const { type } = node;
  if (typeof node['class'] === 'string') {
    if (!expressions.has(node['class'])) {
      refuse('construct', node['class'], node);
    }
    checkExpression(node, parameters);
    return;
  }
  if (typeof type !== 'string') {
    return;
  }
  if (!others.has(type)) {
    refuse('construct', type.replace('SHOW_REF', 'DESCRIBE, SHOW, SUMMARIZE'), node);
  }
  if (type === 'BASE_TABLE') {
    checkTable(node, scope);
  }
  if (type === 'TABLE_FUNCTION') {
    const called = node['function'] as Node;
    const name = String(called['function_name']).toLowerCase();
    if (!allowedTableFunctions.has(name)) {
      refuse('function', name, node);
    }
  }
}

function checkExpression(node: Node, parameters: Set<string>): void {
  if (node['class'] === 'FUNCTION' || node['class'] === 'WINDOW') {
    const name = String(node['function_name']).toLowerCase();
    // The parser itself names the schema of what stands for literals, such as lists.
    if ((isNamed(node['schema']) && node['schema'] !== 'main') || isNamed(node['catalog'])) {
      refuse('qualified', name, node);
    }
    if (!allowedFunctions.has(name) && !allowedTableFunctions.has(name)) {
      refuse('function', name, node);
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

function checkTable(node: Node, scope: Scope): void {
  const name = String(node['table_name']);
  if (isNamed(node['schema_name']) || isNamed(node['catalog_name'])) {
    refuse('qualified', name, node);
  }
  if (node['at_clause'] !== undefined) {
    refuse('construct', 'AT', node);
  }
  if (!scope.has(name.toLowerCase())) {
    refuse('table', name, node);
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
