import { createHash } from 'node:crypto';
import { uuidFrom } from '../system/uuid.js';

/** An id that follows from its parts. */
export function uuidOf(...parts: readonly string[]): string {
  return uuidFrom(createHash('sha256').update(JSON.stringify(parts)).digest());
}

/** The id of what a person asks under a key; a retry arrives at the same one. */
export function commandIdOf(personId: string, key: string): string {
  return uuidOf('command', personId, key);
}
