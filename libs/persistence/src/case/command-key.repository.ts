import { createHmac } from 'node:crypto';
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
  constructor(
    private readonly database: Database,
    private readonly notesKey: Buffer,
  ) {}

  /** When the key was first used, which is now for a new one; undefined when that was for another case or another question. */
  async claim({ commandId, caseId, fingerprint }: KeyedCommand): Promise<Instant | undefined> {
    const [row] = await this.database.query<{ same: boolean; asked_at: Date }>(
      `INSERT INTO relais.command_key AS k (command_id, case_id, fingerprint) VALUES ($1, $2, $3)
       ON CONFLICT (command_id) DO UPDATE SET command_id = k.command_id
       RETURNING k.case_id = $2 AND k.fingerprint = $3 AS same, k.asked_at`,
      [commandId, caseId, this.sealOf(commandId, fingerprint)],
    );
    return row?.same === true ? row.asked_at.toISOString() : undefined;
  }

  /** Tells two questions apart, and to whoever lacks the key of the notes nothing of either: a note that is gone could be guessed from its hash. */
  private sealOf(commandId: string, fingerprint: string): Buffer {
    return createHmac('sha256', this.notesKey).update(`${commandId} ${fingerprint}`).digest();
  }
}
