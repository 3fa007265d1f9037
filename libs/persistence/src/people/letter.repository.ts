import type { Sql } from '../kernel/database.js';

type Written = { readonly to: string; readonly subject: string; readonly text: string };

/** Mails of development, which are kept instead of sent. */
export class LetterRepository {
  constructor(private readonly sql: Sql) {}

  async add({ to, subject, text }: Written): Promise<void> {
    await this.sql.query('INSERT INTO relais.letter (to_mail, subject, body) VALUES ($1, $2, $3)', [to, subject, text]);
  }
}
