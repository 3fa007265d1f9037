/** A text as a literal of DuckDB's SQL. */
export function textOf(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as an identifier of DuckDB's SQL. */
export function nameOf(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
