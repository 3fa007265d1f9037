import type { Database } from '#persistence/kernel';

/** Tables of the whole database that hold a word, in clear or in what is stored as bytes; capitals count as small letters. */
export async function tablesWith(database: Database, word: string): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query(
      `SELECT 1 FROM ${name} AS one
        WHERE one::text ILIKE '%' || $1 || '%' OR one::text LIKE '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%' LIMIT 1`,
      [word],
    );
    if (rows.length > 0) {
      found.push(name);
    }
  }
  return found;
}
