import type { NoteView } from '#contracts';
import type { Database, Sql } from '../read/database.js';
import { newKey, open, seal } from './sealing.js';

/** The key of the case's notes was destroyed: nothing can be written or read any more. */
export class NotesErased extends Error {
  override readonly name = 'NotesErased';
}

export type NewNote = {
  readonly noteId: string;
  readonly caseId: string;
  readonly organisationId: string;
  readonly text: string;
};

/** What the last writer of a note holds; only with it the note can be taken back. */
export type NoteReceipt = { readonly noteId: string; readonly writtenAt: string };

type KeyRow = { wrapped_key: Buffer | null };
type NoteRow = { note_id: string; organisation_id: string; ciphertext: Buffer; written_at: Date };

const keyContext = (caseId: string) => `relais note key ${caseId}`;
const noteContext = (caseId: string, noteId: string) => `relais note ${caseId} ${noteId}`;

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
    return this.database.transaction(async (sql) => {
      const key = await this.keyOf(sql, note.caseId);
      const sealed = seal(key, Buffer.from(note.text, 'utf8'), noteContext(note.caseId, note.noteId));
      const [row] = await sql.query<{ written_at: string }>(
        `INSERT INTO relais.note AS n (note_id, case_id, organisation_id, ciphertext, written_at)
         VALUES ($1, $2, $3, $4, now())
         ON CONFLICT (note_id) DO UPDATE SET written_at = n.written_at + interval '1 microsecond'
         RETURNING written_at::text`,
        [note.noteId, note.caseId, note.organisationId, sealed],
      );
      return { noteId: note.noteId, writtenAt: row?.written_at ?? '' };
    });
  }

  /** Takes a note back whose command was refused; does nothing when somebody wrote it again meanwhile. */
  async takeBack(receipt: NoteReceipt): Promise<void> {
    await this.database.query('DELETE FROM relais.note WHERE note_id = $1 AND written_at = $2::timestamptz', [
      receipt.noteId,
      receipt.writtenAt,
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

  /** The row stays locked until the note is written, so that a destruction waits for it or comes before it. */
  private async keyOf(sql: Sql, caseId: string): Promise<Buffer> {
    await sql.query(
      'INSERT INTO relais.note_key (case_id, wrapped_key) VALUES ($1, $2) ON CONFLICT (case_id) DO NOTHING',
      [caseId, seal(this.notesKey, newKey(), keyContext(caseId))],
    );
    const [row] = await sql.query<KeyRow>('SELECT wrapped_key FROM relais.note_key WHERE case_id = $1 FOR SHARE', [
      caseId,
    ]);
    if (!row?.wrapped_key) {
      throw new NotesErased(`the notes of case ${caseId} were erased`);
    }
    return open(this.notesKey, row.wrapped_key, keyContext(caseId));
  }
}
