import { createHash } from 'node:crypto';
import type { KafkaRecord } from './record.js';

/** A record that was read, by which its log is known again: a log that holds it holds what was before it, too. */
export type Mark = { readonly offset: bigint; readonly hash: string };

/** The mark that a record is; two records that say the same have the same hash. */
export function markOf(record: KafkaRecord & { readonly offset: bigint }): Mark {
  const hash = createHash('sha256');
  const headers = Object.entries(record.headers).flatMap(([name, value]) => [name, value]);
  for (const part of [record.key, record.value, ...headers]) {
    hash.update(part === null ? '-' : `${Buffer.byteLength(part)}:`).update(part ?? '');
  }
  return { offset: record.offset, hash: hash.digest('hex').slice(0, 32) };
}
