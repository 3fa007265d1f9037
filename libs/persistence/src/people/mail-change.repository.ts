import { codeLimits, mayTry } from '#domain/people';
import type { Database, Sql } from '../kernel/database.js';
import { appendAudit } from './audit-trail.repository.js';

/** A code that is to be sent to an address, and what is kept of it. */
export type NewMailChange = {
  readonly attemptId: string;
  readonly personId: string;
  readonly mail: string;
  readonly codeHash: Buffer;
};

/** What became of a code: the address counts, with the one before it, or why it does not. */
export type MailChanged = { readonly before: string | null } | { readonly refusal: 'code-wrong' | 'mail-anothers' };

/** Addresses that persons are to have once they have typed the code that was sent there; only the hashes of codes are known here. */
export class MailChangeRepository {
  constructor(private readonly database: Database) {}

  /** Keeps a code, unless the person has asked for too many; answers whether it is to be sent. Clears away what counts no more. */
  async begin({ attemptId, personId, mail, codeHash }: NewMailChange): Promise<boolean> {
    return this.database.transaction(async (sql) => {
      await sql.query('SELECT 1 FROM relais.person WHERE person_id = $1 FOR NO KEY UPDATE', [personId]);
      await sql.query('DELETE FROM relais.mail_change WHERE created_at < now() - make_interval(hours => $1)', [
        codeLimits.wrongHours,
      ]);
      const kept = await sql.query(
        `INSERT INTO relais.mail_change (attempt_id, person_id, mail, code_hash, expires_at)
         SELECT $1, $2, $3, $4, now() + make_interval(mins => $5)
          WHERE (SELECT count(*) FROM relais.mail_change WHERE person_id = $2 AND created_at > now() - interval '1 hour') < $6
         RETURNING 1`,
        [attemptId, personId, mail, codeHash, codeLimits.minutes, codeLimits.lettersAnHour],
      );
      return kept.length > 0;
    });
  }

  /** Takes a code, once: from then on its address is the person's, and codes that were sent to the one before are void. */
  async confirm(personId: string, attemptId: string, codeHash: Buffer): Promise<MailChanged> {
    const confirming = this.database.transaction(async (sql): Promise<MailChanged> => {
      const [person] = await sql.query<{ mail: string | null }>(
        'SELECT mail FROM relais.person WHERE person_id = $1 FOR NO KEY UPDATE',
        [personId],
      );
      const [one] = await sql.query<{ mail: string; wrong: number; of_person: number; is_right: boolean }>(
        `SELECT mail, wrong, code_hash = $3 AS is_right,
                (SELECT sum(wrong)::int FROM relais.mail_change WHERE person_id = $1) AS of_person
           FROM relais.mail_change WHERE person_id = $1 AND attempt_id = $2 AND expires_at > now()`,
        [personId, attemptId, codeHash],
      );
      if (person === undefined || one === undefined || !mayTry({ ofOne: one.wrong, ofPerson: one.of_person })) {
        return { refusal: 'code-wrong' };
      }
      if (!one.is_right) {
        await sql.query('UPDATE relais.mail_change SET wrong = wrong + 1 WHERE attempt_id = $1', [attemptId]);
        return { refusal: 'code-wrong' };
      }
      await takeMail(sql, personId, one.mail);
      await appendAudit(sql, { personId, action: 'mail-changed', about: ['person', personId] });
      return { before: person.mail };
    });
    return confirming.catch(anothersMail);
  }
}

/**
 * Gives a person an address: what was sent to the one before lets nobody in any more, a code for yet another counts no more, and
 * invitations to the one before are to this one, so that it is forgotten, with the letters to it that development keeps. It fails when
 * the address is another's.
 */
export async function takeMail(sql: Sql, personId: string, mail: string): Promise<void> {
  await sql.query(
    `UPDATE relais.invitation i SET mail = $2 FROM relais.person p
      WHERE p.person_id = $1 AND p.erased_at IS NULL AND i.mail = p.mail`,
    [personId, mail],
  );
  await sql.query(
    `DELETE FROM relais.letter l USING relais.person p WHERE p.person_id = $1 AND l.to_mail = p.mail AND p.mail <> $2`,
    [personId, mail],
  );
  await sql.query('UPDATE relais.person SET mail = $2 WHERE person_id = $1 AND erased_at IS NULL', [personId, mail]);
  await sql.query('UPDATE relais.sign_in_code SET expires_at = created_at WHERE person_id = $1', [personId]);
  await sql.query('UPDATE relais.mail_change SET expires_at = created_at WHERE person_id = $1', [personId]);
}

/** What to answer when an address was another's; of any other failure it says nothing. */
export function anothersMail(error: unknown): { readonly refusal: 'mail-anothers' } {
  if ((error as { readonly constraint?: unknown }).constraint === 'person_mail_key') {
    return { refusal: 'mail-anothers' };
  }
  throw error;
}
