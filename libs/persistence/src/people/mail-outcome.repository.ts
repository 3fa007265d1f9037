import type { MailView } from '#contracts/people';
import type { Sql } from '../kernel/database.js';

type Row = { outcome: 'sent' | 'failed'; at: Date; code: string | null };

/** When a mail last left, and when one last did not; of whom it was for nothing is kept. */
export class MailOutcomeRepository {
  constructor(private readonly sql: Sql) {}

  /** @param code what was in the way, as a code; null for a mail that left */
  async note(code: string | null): Promise<void> {
    await this.sql.query(
      `INSERT INTO relais.mail_outcome (outcome, at, code) VALUES ($1, now(), $2)
       ON CONFLICT (outcome) DO UPDATE SET at = excluded.at, code = excluded.code`,
      [code === null ? 'sent' : 'failed', code],
    );
  }

  async find(): Promise<Pick<MailView, 'sentAt' | 'failed'>> {
    const rows = await this.sql.query<Row>('SELECT outcome, at, code FROM relais.mail_outcome');
    const at = (outcome: Row['outcome']) => rows.find((row) => row.outcome === outcome);
    const [sent, failed] = [at('sent'), at('failed')];
    return {
      sentAt: sent?.at.toISOString() ?? null,
      failed: failed === undefined ? null : { at: failed.at.toISOString(), code: failed.code ?? '' },
    };
  }
}
