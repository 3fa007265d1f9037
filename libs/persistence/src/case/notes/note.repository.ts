import type { NoteView } from '#contracts/case';
import type { Database, Sql } from '../../kernel/database.js';
import { newKey, open, seal } from './sealing.js';

/** The key of the case's notes was destroyed: nothing can be written or read any more. */
export class NotesErased extends Error {
  override readonly name = 'NotesErased';
}

export type NewNote = {
  readonly noteId: string;
  readonly caseId: string;
  /** Null of one who writes for no organisation. */
  readonly organisationId: string | null;
  readonly text: string;
};

/** What the last writer of a note holds; only with it the note can be taken back. */
export type NoteReceipt = { readonly noteId: string; readonly touchedAt: string };

type KeyRow = { wrapped_key: Buffer | null };
type NoteRow = { note_id: string; organisation_id: string | null; ciphertext: Buffer; written_at: Date };

const erased = (caseId: string) => new NotesErased(`the notes of case ${caseId} were erased`);
const keyContext = (caseId: string) => `relais note key ${caseId}`;
const noteContext = (caseId: string, noteId: string) => `relais note ${caseId} ${noteId}`;

/** Whether the key of the installation opens what was written before; true where nothing was. */
export async function opensNotes(sql: Sql, notesKey: Buffer): Promise<boolean> {
  const [row] = await sql.query<{ case_id: string; wrapped_key: Buffer }>(
    'SELECT case_id, wrapped_key FROM relais.note_key WHERE wrapped_key IS NOT NULL LIMIT 1',
  );
  try {
    return row === undefined || open(notesKey, row.wrapped_key, keyContext(row.case_id)).length > 0;
  } catch {
    return false;
  }
}

/** Notes of cases, encrypted with a key per case which is itself encrypted with the key of the installation. */
export class NoteRepository {
  constructor(
    private readonly database: Database,
    private readonly notesKey: Buffer,
  ) {}

  /**
   * Stores a note. The same id again keeps the first text and passes the right to take it back to the new writer.
   * @throws NotesErased after `destroyKey`
   */
  async write(note: NewNote): Promise<NoteReceipt> {
    let receipt: NoteReceipt | undefined;
    while (receipt === undefined) {
      receipt = await this.writeWith(await this.keyOf(note.caseId), note);
    }
    return receipt;
  }

  /** Takes a note back whose command was refused; does nothing when somebody wrote it again meanwhile. */
  async takeBack(receipt: NoteReceipt): Promise<void> {
    await this.database.query('DELETE FROM relais.note WHERE note_id = $1 AND touched_at = $2::timestamptz', [
      receipt.noteId,
      receipt.touchedAt,
    ]);
  }

  /** Those of the notes that the case has, oldest first; none after `destroyKey`. */
  async read(caseId: string, noteIds: readonly string[]): Promise<NoteView[]> {
    if (noteIds.length === 0) {
      return [];
    }
    const rows = await this.database.query<NoteRow & KeyRow>(
      `SELECT n.note_id, n.organisation_id, n.ciphertext, n.written_at, k.wrapped_key
         FROM relais.note n JOIN relais.note_key k USING (case_id)
        WHERE n.case_id = $1 AND n.note_id = ANY ($2::uuid[]) AND k.wrapped_key IS NOT NULL
        ORDER BY n.written_at, n.note_id`,
      [caseId, noteIds],
    );
    const wrapped = rows[0]?.wrapped_key;
    if (!wrapped) {
      return [];
    }
    const key = open(this.notesKey, wrapped, keyContext(caseId));
    return rows.map((row) => ({
      noteId: row.note_id,
      organisationId: row.organisation_id,
      writtenAt: row.written_at.toISOString(),
      text: open(key, row.ciphertext, noteContext(caseId, row.note_id)).toString('utf8'),
    }));
  }

  /** Erases the notes of a case for ever by destroying their key; also when it never had one, and again and again. */
  async destroyKey(caseId: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      await sql.query(
        `INSERT INTO relais.note_key AS k (case_id, wrapped_key, destroyed_at) VALUES ($1, NULL, now())
         ON CONFLICT (case_id) DO UPDATE SET wrapped_key = NULL, destroyed_at = coalesce(k.destroyed_at, now())`,
        [caseId],
      );
      await sql.query('DELETE FROM relais.note WHERE case_id = $1', [caseId]);
    });
  }

  /** Undefined when the key is not the case's any more: it was destroyed, or taken away because no note needed it. */
  private async writeWith(wrapped: Buffer, note: NewNote): Promise<NoteReceipt | undefined> {
    const { noteId, caseId, organisationId, text } = note;
    const key = open(this.notesKey, wrapped, keyContext(caseId));
    const sealed = seal(key, Buffer.from(text, 'utf8'), noteContext(caseId, noteId));
    // The key's row is locked with the note's birth, so that a destruction waits for the note or comes before it.
    const [row] = await this.database.query<{ touched_at: string }>(
      `INSERT INTO relais.note AS n (note_id, case_id, organisation_id, ciphertext, written_at)
       SELECT $1::uuid, k.case_id, $3, $4::bytea, now() FROM relais.note_key k WHERE k.case_id = $2 AND k.wrapped_key = $5 FOR SHARE
       ON CONFLICT (note_id) DO UPDATE
         SET touched_at = greatest(clock_timestamp(), n.touched_at + interval '1 microsecond'), kept = false
       RETURNING touched_at::text`,
      [noteId, caseId, organisationId, sealed, wrapped],
    );
    return row && { noteId, touchedAt: row.touched_at };
  }

  /** The wrapped key of a case, made now if there is none; two who make it at once get the same. */
  private async keyOf(caseId: string): Promise<Buffer> {
    const [row] = await this.database.query<KeyRow>('SELECT wrapped_key FROM relais.note_key WHERE case_id = $1', [
      caseId,
    ]);
    if (row === undefined) {
      await this.database.query(
        'INSERT INTO relais.note_key (case_id, wrapped_key) VALUES ($1, $2) ON CONFLICT (case_id) DO NOTHING',
        [caseId, seal(this.notesKey, newKey(), keyContext(caseId))],
      );
      return this.keyOf(caseId);
    }
    if (row.wrapped_key === null) {
      throw erased(caseId);
    }
    return row.wrapped_key;
  }
}
