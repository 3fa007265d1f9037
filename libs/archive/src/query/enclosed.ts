// How somebody's query stands in the statement that runs: between parentheses, and never beside them.

/** What the statement begins with. */
export const asked = 'SELECT * FROM ';

/** The query as a table; lines of its own, so that a comment at its end closes with it. */
export const parenthesised = (sql: string) => `(\n${sql}\n) AS q`;

/** Gives the tree of the text `$1` as JSON. Without the defaults, which are written differently inside of another query. */
export const treeStatement =
  'SELECT json_serialize_sql($1::VARCHAR, skip_default := true, skip_empty := true, skip_null := true)';

type Tree = { readonly statements?: readonly { readonly node: unknown }[] };
type Enclosing = { readonly from_table?: { readonly subquery?: { readonly node?: unknown } } };

/**
 * The query between parentheses must be the query that was looked at: nothing in it may close them.
 * @param alone the tree of the query, as `treeStatement` gives it
 * @param inside the same of `asked` and the query between parentheses
 */
export function isSame(alone: unknown, inside: unknown): boolean {
  const [one, two] = [alone, inside].map((tree) => (tree as Tree).statements?.[0]?.node);
  const enclosed = (two as Enclosing | undefined)?.from_table?.subquery?.node;
  return one !== undefined && bare(one) === bare(enclosed);
}

/** Without the places of the words, which differ. */
function bare(tree: unknown): string | undefined {
  return JSON.stringify(tree, (key, value: unknown) => (key === 'query_location' ? undefined : value));
}
