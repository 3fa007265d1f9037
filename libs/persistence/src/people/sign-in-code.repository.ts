import type { LinkStanding } from '#contracts/people';
import { codeLimits, mayTry, mayWrite } from '#domain/people';
import type { Database, Sql } from '../kernel/database.js';
import { appendAudit } from './audit-trail.repository.js';

/** A code that is to be sent, and what is kept of it and of its link. */
export type NewCode = {
  readonly attemptId: string;
  readonly personId: string;
  readonly codeHash: Buffer;
  readonly secretHash: Buffer;
};

/** Tries at one person come one after the other, so that none is missed by two that come at once. */
async function lockPerson(sql: Sql, personId: string): Promise<void> {
  await sql.query('SELECT 1 FROM relais.person WHERE person_id = $1 FOR NO KEY UPDATE', [personId]);
}

/** One-time codes of sign-in; only the hashes of codes and links are known here. One that was used has no time left. */
export class SignInCodeRepository {
  constructor(private readonly database: Database) {}

  /** Whose a mail address is. */
  async findPersonAt(mail: string): Promise<string | undefined> {
    const [found] = await this.database.query<{ person_id: string }>(
      'SELECT person_id FROM relais.person WHERE mail = $1',
      [mail],
    );
    return found?.person_id;
  }

  /** Keeps a code, unless its person has had enough letters; answers whether it is to be sent. Clears away what counts no more. */
  async begin({ attemptId, personId, codeHash, secretHash }: NewCode): Promise<boolean> {
    return this.database.transaction(async (sql) => {
      await lockPerson(sql, personId);
      await sql.query(`DELETE FROM relais.sign_in_code WHERE created_at < now() - interval '1 hour'`);
      await sql.query('DELETE FROM relais.sign_in_wrong WHERE at < now() - make_interval(hours => $1)', [
        codeLimits.wrongHours,
      ]);
      const [letters] = await sql.query<{ last_hour: number; working: number }>(
        `SELECT count(*)::int AS last_hour, (count(*) FILTER (WHERE expires_at > now()))::int AS working
           FROM relais.sign_in_code WHERE person_id = $1`,
        [personId],
      );
      if (letters === undefined || !mayWrite({ lastHour: letters.last_hour, working: letters.working })) {
        return false;
      }
      await sql.query(
        `INSERT INTO relais.sign_in_code (attempt_id, person_id, code_hash, secret_hash, expires_at)
         VALUES ($1, $2, $3, $4, now() + make_interval(mins => $5))`,
        [attemptId, personId, codeHash, secretHash, codeLimits.minutes],
      );
      return true;
    });
  }

  /** Takes a code, once; answers whose it is. A wrong one is counted, and told in the audit trail. */
  async useCode(attemptId: string, codeHash: Buffer): Promise<string | undefined> {
    return this.database.transaction(async (sql) => {
      const [of] = await sql.query<{ person_id: string }>(
        'SELECT person_id FROM relais.sign_in_code WHERE attempt_id = $1',
        [attemptId],
      );
      if (of === undefined) {
        return undefined;
      }
      const { person_id: personId } = of;
      await lockPerson(sql, personId);
      const [one] = await sql.query<{ wrong: number; of_person: number; is_right: boolean }>(
        `SELECT wrong, code_hash = $2 AS is_right,
                (SELECT count(*)::int FROM relais.sign_in_wrong w
                  WHERE w.person_id = c.person_id AND w.at > now() - make_interval(hours => $3)) AS of_person
           FROM relais.sign_in_code c WHERE attempt_id = $1 AND expires_at > now()`,
        [attemptId, codeHash, codeLimits.wrongHours],
      );
      if (one === undefined || !mayTry({ ofOne: one.wrong, ofPerson: one.of_person })) {
        return undefined;
      }
      if (one.is_right) {
        await sql.query('UPDATE relais.sign_in_code SET expires_at = created_at WHERE attempt_id = $1', [attemptId]);
        return personId;
      }
      await sql.query('UPDATE relais.sign_in_code SET wrong = wrong + 1 WHERE attempt_id = $1', [attemptId]);
      await sql.query('INSERT INTO relais.sign_in_wrong (person_id) VALUES ($1)', [personId]);
      await appendAudit(sql, { personId: null, action: 'code-refused', about: ['person', personId] });
      return undefined;
    });
  }

  /** Takes the link of a letter, once; answers whose it is. */
  async useLink(secretHash: Buffer): Promise<string | undefined> {
    const [used] = await this.database.query<{ person_id: string }>(
      `UPDATE relais.sign_in_code SET expires_at = created_at WHERE secret_hash = $1 AND expires_at > now()
       RETURNING person_id`,
      [secretHash],
    );
    return used?.person_id;
  }

  /** Whom the link of a letter signs in, undefined when it does not work any more; changes nothing. */
  async findLink(secretHash: Buffer): Promise<LinkStanding | undefined> {
    const [found] = await this.database.query<{ name: string; expires_at: Date }>(
      `SELECT p.name, c.expires_at FROM relais.sign_in_code c JOIN relais.person p USING (person_id)
        WHERE c.secret_hash = $1 AND c.expires_at > now()`,
      [secretHash],
    );
    return found && { name: found.name, expiresAt: found.expires_at.toISOString() };
  }
}
