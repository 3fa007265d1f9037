import type { PasskeyLine } from '#contracts/people';
import type { Database } from '../kernel/database.js';
import { channels } from '../kernel/locks.js';
import { appendAudit } from './audit-trail.repository.js';

/** A passkey as it is checked. */
export type KeptPasskey = {
  readonly passkeyId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
};

/** A passkey that was just made. */
export type NewPasskey = Omit<KeptPasskey, 'passkeyId'> & { readonly personId: string; readonly device: string };

type Row = {
  passkey_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: string;
  transports: string[];
  device: string;
  created_at: Date;
  used_at: Date | null;
};

/** Minutes in which a browser has to answer. */
const answerMinutes = 5;

/** Passkeys of people, and what their sessions were asked to sign. */
export class PasskeyRepository {
  constructor(private readonly database: Database) {}

  async findOwn(personId: string): Promise<(KeptPasskey & PasskeyLine)[]> {
    const rows = await this.database.query<Row>(
      'SELECT * FROM relais.passkey WHERE person_id = $1 ORDER BY created_at, passkey_id',
      [personId],
    );
    return rows.map((row) => ({
      passkeyId: row.passkey_id,
      credentialId: row.credential_id,
      publicKey: row.public_key,
      counter: Number(row.counter),
      transports: row.transports,
      device: row.device,
      createdAt: row.created_at.toISOString(),
      usedAt: row.used_at?.toISOString() ?? null,
    }));
  }

  /** Keeps what the browser of a session is asked to sign. */
  async challenge(session: Buffer, challenge: string): Promise<void> {
    await this.database.query(
      'UPDATE relais.session SET challenge = $2, challenged_at = now() WHERE session_hash = $1',
      [session, challenge],
    );
  }

  /** What the browser of a session was asked to sign, once and in time; undefined otherwise. */
  async takeChallenge(session: Buffer): Promise<string | undefined> {
    const [taken] = await this.database.query<{ challenge: string; in_time: boolean }>(
      `WITH asked AS (SELECT session_hash, challenge, challenged_at > now() - make_interval(mins => $2) AS in_time
                        FROM relais.session WHERE session_hash = $1 AND challenge IS NOT NULL FOR UPDATE)
       UPDATE relais.session t SET challenge = NULL, challenged_at = NULL FROM asked WHERE t.session_hash = asked.session_hash
       RETURNING asked.challenge, asked.in_time`,
      [session, answerMinutes],
    );
    return taken?.in_time === true ? taken.challenge : undefined;
  }

  /** Keeps a passkey that the session's person made; it is the proof that the session waited for. */
  async add(
    session: Buffer,
    { personId, credentialId, publicKey, counter, transports, device }: NewPasskey,
  ): Promise<void> {
    await this.database.transaction(async (sql) => {
      const [made] = await sql.query<{ id: string }>(
        `INSERT INTO relais.passkey (credential_id, person_id, public_key, counter, transports, device)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING passkey_id AS id`,
        [credentialId, personId, publicKey, counter, transports, device],
      );
      await sql.query('UPDATE relais.session SET passkey_at = now(), is_due = true WHERE session_hash = $1', [session]);
      await appendAudit(sql, { personId, action: 'passkey-made', about: ['passkey', made?.id ?? ''] });
    });
  }

  /** Notes that a passkey was used in a session, which has another secret from its next request on. */
  async use(session: Buffer, personId: string, passkeyId: string, counter: number): Promise<void> {
    await this.database.transaction(async (sql) => {
      await sql.query('UPDATE relais.passkey SET counter = $2, used_at = now() WHERE passkey_id = $1', [
        passkeyId,
        counter,
      ]);
      await sql.query('UPDATE relais.session SET passkey_at = now(), is_due = true WHERE session_hash = $1', [session]);
      await appendAudit(sql, { personId, action: 'passkey-used', about: ['passkey', passkeyId] });
    });
  }

  /**
   * Removes the passkeys that somebody lost, and ends their sessions: whoever found them does nothing with them. Says by whom, and
   * answers whether the person is there.
   */
  async reset(personId: string, by: string): Promise<boolean> {
    return this.database.transaction(async (sql) => {
      const [person] = await sql.query('SELECT 1 FROM relais.person WHERE person_id = $1 FOR UPDATE', [personId]);
      if (person === undefined) {
        return false;
      }
      await sql.query('DELETE FROM relais.passkey WHERE person_id = $1', [personId]);
      await sql.query(
        `WITH ended AS (DELETE FROM relais.session WHERE person_id = $1 RETURNING encode(session_hash, 'hex') AS session)
         SELECT pg_notify($2, session) FROM ended`,
        [personId, channels.sessions],
      );
      await appendAudit(sql, { personId: by, action: 'passkeys-reset', about: ['person', personId] });
      return true;
    });
  }

  /** Removes one of a person's passkeys, unless it is the last of one who has to keep one; answers what became of it. */
  async remove(
    personId: string,
    passkeyId: string,
    { keepsOne }: { readonly keepsOne: boolean },
  ): Promise<'removed' | 'missing' | 'last'> {
    return this.database.transaction(async (sql) => {
      // Two that are removed at the same moment leave none otherwise.
      await sql.query('SELECT 1 FROM relais.person WHERE person_id = $1 FOR UPDATE', [personId]);
      const own = await sql.query<{ id: string }>('SELECT passkey_id AS id FROM relais.passkey WHERE person_id = $1', [
        personId,
      ]);
      if (keepsOne && own.length === 1 && own[0]?.id === passkeyId) {
        return 'last';
      }
      const removed = await sql.query(
        'DELETE FROM relais.passkey WHERE person_id = $1 AND passkey_id = $2 RETURNING 1',
        [personId, passkeyId],
      );
      if (removed.length > 0) {
        await appendAudit(sql, { personId, action: 'passkey-removed', about: ['passkey', passkeyId] });
      }
      return removed.length > 0 ? 'removed' : 'missing';
    });
  }
}
