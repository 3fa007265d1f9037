import type { Sequences } from '#contracts/kernel';
import type { ArchiveContext } from '#domain/analysis';
import type { Sql } from '../kernel/database.js';

/** A subject of a stream. */
export type SubjectKey = { readonly stream: string; readonly subject: string };

/** What the archive remembers of a subject of a stream. */
export type ArchiveSubject = SubjectKey & {
  /** Sequences of the events that arrived. */
  readonly sequences: Sequences;
  readonly context: ArchiveContext;
  /** Its events leave no trace any more. */
  readonly erased: boolean;
};

/** What is remembered of subjects; those that are new are left out. */
export async function readArchiveSubjects(sql: Sql, keys: readonly SubjectKey[]): Promise<ArchiveSubject[]> {
  const rows = await sql.query<Omit<ArchiveSubject, 'sequences'> & { sequences: string }>(
    `SELECT stream, subject, sequences::text AS sequences, context, erased_at IS NOT NULL AS erased
       FROM archive.subject JOIN unnest($1::text[], $2::text[]) AS wanted (stream, subject) USING (stream, subject)`,
    [keys.map(({ stream }) => stream), keys.map(({ subject }) => subject)],
  );
  return rows.map((row) => ({ ...row, sequences: rangesIn(row.sequences) }));
}

/** Remembers subjects as they are now. */
export async function saveArchiveSubjects(sql: Sql, subjects: readonly ArchiveSubject[]): Promise<void> {
  const rows = subjects.map((one) => ({ ...one, sequences: multirangeOf(one.sequences) }));
  await sql.query(
    `INSERT INTO archive.subject AS known (stream, subject, sequences, context, erased_at)
     SELECT stream, subject, sequences, context, CASE WHEN erased THEN now() END
       FROM json_to_recordset($1::json) AS one (
         stream text, subject text, sequences int4multirange, context jsonb, erased boolean)
     ON CONFLICT (stream, subject) DO UPDATE
       SET sequences = excluded.sequences, context = excluded.context,
           erased_at = coalesce(known.erased_at, excluded.erased_at)`,
    [JSON.stringify(rows)],
  );
}

/**
 * The condition that the case of a row was not erased from the analysts' room. The projection removes such rows itself; but the archivist
 * may know of an erasure before the projector does, which waits when an event is missing.
 */
export function notErased(row: string): string {
  return `NOT EXISTS (SELECT FROM archive.subject gone
    WHERE gone.stream = 'cases' AND gone.subject = ${row}.case_id AND gone.erased_at IS NOT NULL)`;
}

/** PostgreSQL writes a multirange of whole numbers as `{[1,4),[6,7)}`. */
function rangesIn(multirange: string): Sequences {
  return [...multirange.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, until]) => [Number(from), Number(until)]);
}

function multirangeOf(sequences: Sequences): string {
  return `{${sequences.map(([from, until]) => `[${from},${until})`).join(',')}}`;
}
