import type { AnyEvent } from '#messaging';
import type { Sql } from '#persistence/kernel';
import type { FeedRow, Letter, LogRow, NoteRow, OutboxRow } from '../evidence.js';

type LogColumns = {
  stream: string;
  subject: string;
  sequence: number;
  event_id: string;
  type: string;
  time: Date;
  by: unknown;
  data: unknown;
  partition: number;
  offset: string;
};

/** The whole event log, each row as the event it tells of. */
export async function readLog(sql: Sql): Promise<LogRow[]> {
  const rows = await sql.query<LogColumns>(
    `SELECT stream, subject, sequence, event_id, type, time, by, data, partition, "offset"::text AS "offset"
       FROM projection.event_log ORDER BY stream, subject, sequence`,
  );
  return rows.map(({ stream, subject, sequence, event_id: id, type, time, by, data, partition, offset }) => {
    const whose = stream === 'cases' ? { caseId: subject } : { subject };
    const event = { id, ...whose, sequence, time: time.toISOString(), by, type, data } as AnyEvent;
    return { stream, subject, partition, offset, event };
  });
}

/** The whole feed in the order of its positions. */
export async function readFeed(sql: Sql): Promise<FeedRow[]> {
  const rows = await sql.query<Omit<FeedRow, 'position'> & { position: string }>(
    'SELECT position::text, stream, subject, code, sequence, type, parties FROM projection.feed f ORDER BY f.position',
  );
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
}

/** Everything that ever went into the outbox, in order. */
export async function readOutbox(sql: Sql): Promise<OutboxRow[]> {
  return sql.query<OutboxRow>(
    'SELECT topic, published_at IS NOT NULL AS published, event FROM relais.outbox o ORDER BY o.position',
  );
}

/** Makes all notes older than those that the sweep leaves alone. */
export async function ageNotes(sql: Sql): Promise<void> {
  await sql.query("UPDATE relais.note SET touched_at = touched_at - interval '2 hours'");
}

/** The notes that are stored. */
export async function readNotes(sql: Sql): Promise<NoteRow[]> {
  return sql.query<NoteRow>('SELECT note_id AS "noteId", case_id AS "caseId" FROM relais.note');
}

/** The records that could not be applied. */
export async function readLetters(sql: Sql): Promise<Letter[]> {
  return sql.query<Letter>(
    `SELECT topic, partition, "offset"::text AS "offset", redriven_at IS NOT NULL AS redriven FROM relais.dead_letter`,
  );
}

/** The last sequence of each case in the event log. */
export async function readLastSequences(sql: Sql): Promise<Map<string, number>> {
  const rows = await sql.query<{ subject: string; sequence: number }>(
    `SELECT subject, max(sequence) AS sequence FROM projection.event_log WHERE stream = 'cases' GROUP BY subject`,
  );
  return new Map(rows.map((row) => [row.subject, row.sequence]));
}
