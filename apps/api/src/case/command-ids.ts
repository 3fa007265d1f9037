import { createHash } from 'node:crypto';
import { commandIdOf, uuidOf } from '../kernel/commands/command-id.js';

/** The ids that one request gives rise to; a retry with the same key and body arrives at the same ones. */
export type CommandIds = {
  readonly commandId: string;
  readonly caseId: string;
  /** Depends on the case and the body too: another text under a used key, or elsewhere, must not meet the first one's row. */
  readonly noteId: string;
  readonly referralIdOf: (serviceId: string) => string;
  /** SHA-256 of the parsed body. */
  readonly fingerprint: string;
};

/**
 * Derives all ids of a request from its sender, idempotency key and parsed body.
 * @param of the case it is about; of an opening the case has an id that follows from the others
 */
export function commandIdsOf(personId: string, key: string, body: unknown, of?: string): CommandIds {
  const caseId = of ?? uuidOf('case', personId, key);
  const fingerprint = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return {
    commandId: commandIdOf(personId, key),
    caseId,
    noteId: uuidOf('note', caseId, personId, key, fingerprint),
    referralIdOf: (serviceId) => uuidOf('referral', caseId, personId, key, serviceId),
    fingerprint,
  };
}
