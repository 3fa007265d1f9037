import type { StreamEvent } from '#contracts/catalogue';
import type { DeadLetter } from '#contracts/operations';

export { streamOf, type AnyEvent, type StreamEvent } from '#contracts/catalogue';

/** What Kafka carries, with text headers. */
export type KafkaRecord = {
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer | null;
};

/** A record with the place it was read from. */
export type PlacedRecord = KafkaRecord & {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
};

/** What of kafkajs' messages is read. */
type Message = {
  readonly offset: string;
  readonly key: Buffer | null;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly value: Buffer | null;
};

/** A record as Kafka gave it. */
export function placedRecordOf(topic: string, partition: number, message: Message): PlacedRecord {
  const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]);
  return {
    topic,
    partition,
    offset: BigInt(message.offset),
    key: message.key === null ? null : message.key.toString(),
    headers: Object.fromEntries(headers) as Record<string, string>,
    value: message.value,
  };
}

/** What is wrong with a record, in the words of the operations page. */
export type Fault = { readonly reason: DeadLetter['reason']; readonly detail: string };

/** Reads a record; `fromRecord` is the one, tests and a re-drive after a fix may bring another. */
export type ParseRecord = (record: KafkaRecord) => StreamEvent | Fault;

/** True when the parser understood the record. */
export function isUnderstood(parsed: StreamEvent | Fault): parsed is StreamEvent {
  return 'event' in parsed;
}
