import { noteIdOf } from '#domain/case';
import type { Database } from '../../kernel/database.js';
import { CaseReadRepository } from '../case-read.repository.js';
import type { NoteReceipt } from './note.repository.js';

const all = 2_147_483_647;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** A note of which it is not known whether an event tells; as a receipt, it holds as long as nobody writes the note again. */
type UnsettledNote = NoteReceipt;

/** The notes of one case that nobody has touched for an hour, and that are not settled. */
export type UnsettledCase = { readonly caseId: string; readonly notes: readonly UnsettledNote[] };

/** Notes of commands that may never have happened. */
export class UntoldNoteRepository {
  constructor(private readonly database: Database) {}

  /** The next case, in the order of their ids, that has such notes; undefined when there is none. */
  async findUnsettled(after: string = beforeAll): Promise<UnsettledCase | undefined> {
    const rows = await this.database.query<{ case_id: string; note_id: string; touched_at: string }>(
      `SELECT case_id, note_id, touched_at::text FROM relais.note
        WHERE NOT kept AND touched_at < now() - interval '1 hour'
          AND case_id = (SELECT case_id FROM relais.note
                          WHERE NOT kept AND touched_at < now() - interval '1 hour' AND case_id > $1 ORDER BY case_id LIMIT 1)`,
      [after],
    );
    const [first] = rows;
    return (
      first && {
        caseId: first.case_id,
        notes: rows.map((row) => ({ noteId: row.note_id, touchedAt: row.touched_at })),
      }
    );
  }

  /** The notes that events of a case tell of, and how far it is projected. */
  async findTold(caseId: string): Promise<{ readonly sequence: number; readonly told: ReadonlySet<string> }> {
    const cases = new CaseReadRepository(this.database);
    const state = await cases.findState(caseId);
    const events = await cases.findEvents(caseId, all, all);
    return { sequence: state?.sequence ?? 0, told: new Set(events.flatMap((event) => noteIdOf(event) ?? [])) };
  }

  /** Settles notes that an event tells of. */
  async keep(notes: readonly UnsettledNote[]): Promise<void> {
    await this.database.query(`UPDATE relais.note n SET kept = true FROM ${untouched}`, [JSON.stringify(notes)]);
  }

  /** Removes notes that no event tells of, unless somebody has written them again; answers how many. */
  async remove(notes: readonly UnsettledNote[]): Promise<number> {
    const rows = await this.database.query(`DELETE FROM relais.note n USING ${untouched} RETURNING n.note_id`, [
      JSON.stringify(notes),
    ]);
    return rows.length;
  }

  /** Takes away the keys of cases that have no note; whoever writes one makes another. Those that were destroyed stay so. */
  async removeUnusedKeys(): Promise<void> {
    await this.database.query(
      `DELETE FROM relais.note_key k
        WHERE k.wrapped_key IS NOT NULL AND NOT EXISTS (SELECT FROM relais.note n WHERE n.case_id = k.case_id)`,
    );
  }
}

const untouched = `json_to_recordset($1::json) AS one ("noteId" uuid, "touchedAt" timestamptz)
  WHERE n.note_id = one."noteId" AND n.touched_at = one."touchedAt" AND NOT n.kept`;
