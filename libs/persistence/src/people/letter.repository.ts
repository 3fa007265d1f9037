import type { Letter } from '#contracts/people';
import type { Sql } from '../kernel/database.js';

type Row = { letter_id: string; to_mail: string; subject: string; body: string; written_at: Date };

/** Letters beyond so many are thrown away, the oldest first. */
const mostLetters = 200;

/** Mails of development, which are kept instead of sent. */
export class LetterRepository {
  constructor(private readonly sql: Sql) {}

  async add({ to, subject, text }: Pick<Letter, 'to' | 'subject' | 'text'>): Promise<void> {
    await this.sql.query('INSERT INTO relais.letter (to_mail, subject, body) VALUES ($1, $2, $3)', [to, subject, text]);
    await this.sql.query(
      'DELETE FROM relais.letter WHERE letter_id <= (SELECT letter_id FROM relais.letter ORDER BY letter_id DESC OFFSET $1 LIMIT 1)',
      [mostLetters],
    );
  }

  /** All that are kept, the newest first. */
  async findAll(): Promise<Letter[]> {
    const rows = await this.sql.query<Row>('SELECT * FROM relais.letter ORDER BY letter_id DESC');
    return rows.map(({ letter_id: letterId, to_mail: to, subject, body: text, written_at: at }) => ({
      letterId,
      to,
      subject,
      text,
      writtenAt: at.toISOString(),
    }));
  }
}
