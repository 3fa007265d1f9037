import type { StreamName } from '#contracts/kernel/codes';
import { toRecord } from '#messaging';
import type { ParkedRow } from '#persistence/kernel';
import type { Incoming } from './folding.js';

type Parked = Pick<Incoming, 'event'> & {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
};

/** The row in which an event waits. */
export function parkedRowOf({ stream, subject, event, record }: Incoming): ParkedRow {
  const { topic, partition, offset } = record;
  const parked: Parked = { topic, partition, offset: offset.toString(), event };
  return { stream, subject, sequence: event.sequence, record: parked };
}

/** The event of such a row; it was checked when it was parked. */
export function incomingOf({ stream, subject, record }: ParkedRow): Incoming {
  const { topic, partition, offset, event } = record as Parked;
  const placed = { ...toRecord(event, undefined, stream as StreamName), topic, partition, offset: BigInt(offset) };
  return { stream, subject, event, record: placed } as Incoming;
}
