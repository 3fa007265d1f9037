import type { Sql } from '../kernel/database.js';

/** Seconds between two files of counts, and how long a change may take to be committed. */
const every = 60;

/** True when the counts may have changed since the file that counts was made, a minute ago or more. */
export async function areMeasuresDue(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ due: boolean }>(
    `SELECT coalesce(
              made_at < now() - make_interval(secs => $1)
                AND (SELECT max(updated_at) FROM projection.consumer_offset) > made_at - make_interval(secs => $1),
              true) AS due
       FROM (SELECT max(made_at) AS made_at FROM archive.file WHERE stream = 'measures' AND retired_at IS NULL) AS file`,
    [every],
  );
  return row?.due ?? false;
}

/** Every cell of the counts as a line of JSON, without the sums that are kept beside them. */
export async function readMeasureLines(sql: Sql): Promise<string> {
  const [row] = await sql.query<{ lines: string | null }>(
    `SELECT string_agg(row_to_json(cell)::text, E'\\n') AS lines
       FROM (SELECT cube, week, a, b, c, d, imported, count FROM projection.measure_week
              WHERE strpos(cube, '/') = 0 AND count <> 0) AS cell`,
  );
  return row?.lines ?? '';
}
