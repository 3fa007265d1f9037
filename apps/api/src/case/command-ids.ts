import { createHash } from 'node:crypto';
import { uuidFrom } from '../kernel/system/uuid.js';

function uuidOf(...parts: readonly string[]): string {
  return uuidFrom(createHash('sha256').update(JSON.stringify(parts)).digest());
}

/** The ids that one request gives rise to; a retry with the same key and body arrives at the same ones. */
export type CommandIds = {
  readonly commandId: string;
  /** Of a case that is opened. */
  readonly caseId: string;
  /** Depends on the body too: another text under a used key must not meet the first one's row. */
  readonly noteId: string;
  readonly referralIdOf: (serviceId: string) => string;
  /** SHA-256 of the parsed body. */
  readonly fingerprint: string;
};

/** Derives all ids of a request from its sender, idempotency key and parsed body. */
export function commandIdsOf(personId: string, key: string, body: unknown): CommandIds {
  const fingerprint = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return {
    commandId: uuidOf('command', personId, key),
    caseId: uuidOf('case', personId, key),
    noteId: uuidOf('note', personId, key, fingerprint),
    referralIdOf: (serviceId) => uuidOf('referral', personId, key, serviceId),
    fingerprint,
  };
}
