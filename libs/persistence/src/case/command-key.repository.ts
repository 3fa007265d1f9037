import type { Instant } from '#contracts/kernel';
import type { Database } from '../kernel/database.js';

/** A command as its idempotency key names it. */
export type KeyedCommand = {
  /** Of the asker and the key. */
  readonly commandId: string;
  readonly caseId: string;
  /** SHA-256 of what is asked, hexadecimal. */
  readonly fingerprint: string;
};

/** What each idempotency key was used for; never forgotten, since a case remembers its newest commands only. */
export class CommandKeyRepository {
  constructor(private readonly database: Database) {}

  /** When the key was first used, which is now for a new one; undefined when that was for another case or another question. */
  async claim({ commandId, caseId, fingerprint }: KeyedCommand): Promise<Instant | undefined> {
    const [row] = await this.database.query<{ same: boolean; asked_at: Date }>(
      `INSERT INTO relais.command_key AS k (command_id, case_id, fingerprint) VALUES ($1, $2, decode($3, 'hex'))
       ON CONFLICT (command_id) DO UPDATE SET command_id = k.command_id
       RETURNING k.case_id = $2 AND k.fingerprint = decode($3, 'hex') AS same, k.asked_at`,
      [commandId, caseId, fingerprint],
    );
    return row?.same === true ? row.asked_at.toISOString() : undefined;
  }
}
