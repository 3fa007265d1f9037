import type { CaseEvent } from '#contracts/case';
import type { PlatformEvent } from '#contracts/monitoring';
import type { DirectoryEvent } from '#contracts/directory';
import type { DeadLetter } from '#contracts/operations';
import type { Stream } from './topics.js';

/** An event of any stream. */
export type AnyEvent = CaseEvent | DirectoryEvent | PlatformEvent;

/** An event with where it belongs: `subject` is the id of a case or a service, or a part of the platform. */
export type StreamEvent =
  | { readonly stream: 'cases'; readonly subject: string; readonly event: CaseEvent }
  | { readonly stream: 'directory'; readonly subject: string; readonly event: DirectoryEvent }
  | { readonly stream: 'platform'; readonly subject: string; readonly event: PlatformEvent };

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

/** What is wrong with a record, in the words of the operations page. */
export type Fault = { readonly reason: DeadLetter['reason']; readonly detail: string };

/** Reads a record; `fromRecord` is the one, tests and a re-drive after a fix may bring another. */
export type ParseRecord = (record: KafkaRecord) => StreamEvent | Fault;

/** True when the parser understood the record. */
export function isUnderstood(parsed: StreamEvent | Fault): parsed is StreamEvent {
  return 'event' in parsed;
}

/** The stream an event belongs to. */
export function streamOf(event: AnyEvent): Stream {
  if ('caseId' in event) {
    return 'cases';
  }
  return event.type.startsWith('relais.platform.') ? 'platform' : 'directory';
}
