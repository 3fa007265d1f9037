import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { EventType } from '#contracts/catalogue';
import { streamNames } from '#contracts/kernel/codes';
import { hasSequence, withSequence, type Sequences } from '#contracts/kernel';
import {
  type BatchHandler,
  ConsumerRunner,
  createKafka,
  type Fault,
  fromRecord,
  isUnderstood,
  type PlacedRecord,
  type Stream,
  type StreamEvent,
  topicOf,
  TopicWatch,
} from '#messaging';
import { BoundedQueue } from './bounded-queue.js';
import { BadPosition, Standing, startOf } from './position.js';

/** Where a record lies in Kafka. */
export type RecordPlace = { readonly topic: string; readonly partition: number; readonly offset: string };

/** An event, where it lies, and the position to store once it was dealt with. */
export type FollowedEvent = StreamEvent & { readonly place: RecordPlace; readonly position: string };

/** A record that is no event of the catalogue this program knows. */
export type FollowedFault = Fault & { readonly place: RecordPlace; readonly position: string };

/** Thrown when no handler for faults was given; to continue after the record, begin at `fault.position`. */
export class InvalidRecord extends Error {
  override readonly name = 'InvalidRecord';

  constructor(readonly fault: FollowedFault) {
    super(`${fault.place.topic}/${fault.place.partition} at ${fault.place.offset}: ${fault.detail}`);
  }
}

export type FollowOptions = {
  /** `host:port` each. */
  readonly brokers: readonly string[];
  /** Prefix of the installation's topics; `relais` unless said otherwise. */
  readonly prefix?: string;
  /** All unless said otherwise. */
  readonly streams?: readonly Stream[];
  /** All unless said otherwise. */
  readonly types?: readonly EventType[];
  /** `beginning`, `now`, or the position of the last event that was dealt with. */
  readonly from: string;
  /** Ends the following. */
  readonly signal?: AbortSignal;
  /** Is told of records that cannot be read; without it the first one ends the following with `InvalidRecord`. */
  readonly onFault?: (fault: FollowedFault) => void;
  /** Most records that wait to be taken; 1,000 unless said otherwise. */
  readonly buffer?: number;
};

const subjectsRemembered = 100_000;
const heartbeatEvery = 1_000;

/**
 * All events from a position on, then every new one, until the signal or `break`. Events of one subject come in their order, but for one that
 * could not be read and was published again later, when it can. What was published twice comes once as long as its subject is remembered, and
 * may come again after a new beginning.
 * @throws BadPosition, InvalidRecord, and what Kafka says when it cannot be reached at the beginning or gives up later
 */
export async function* followEvents(options: FollowOptions): AsyncGenerator<FollowedEvent, void, undefined> {
  const { prefix = 'relais', streams = streamNames, signal } = options;
  if (signal?.aborted === true) {
    return;
  }
  const kafka = createKafka(options.brokers, 'relais-client');
  const watch = new TopicWatch(kafka);
  const queue = new BoundedQueue<PlacedRecord>(options.buffer ?? 1_000);
  const end = () => queue.close();
  signal?.addEventListener('abort', end);
  let runner: ConsumerRunner | undefined;
  // A group of its own, so that nobody else is disturbed; positions are the caller's.
  const groupId = `relais-client-${randomUUID()}`;
  try {
    const topics = streams.map((stream) => topicOf(prefix, `${stream}.v1`));
    const ends = new Map(await Promise.all(topics.map(async (topic) => [topic, await watch.endsOf(topic)] as const)));
    const begin = startOf(options.from, ends);
    runner = new ConsumerRunner({
      kafka,
      groupId,
      topics,
      handler: readingInto(queue, new Standing(begin)),
      onDeath: (reason) => queue.fail(reason),
      onLosses: ([first]) => first && queue.fail(new BadPosition(`${first[1]}; begin anew`)),
    });
    await runner.start();
    yield* understood(queue, new Standing(begin), options);
  } finally {
    signal?.removeEventListener('abort', end);
    queue.close();
    await runner?.stop();
    await watch.deleteGroup(groupId).catch(() => undefined);
    await watch.stop();
  }
}

/** Fills the queue from where it has read to, which is further than what was taken from it. */
function readingInto(queue: BoundedQueue<PlacedRecord>, read: Standing): BatchHandler {
  return {
    positionsOf: async (topic) => read.of(topic),
    marksOf: async (topic) => read.marks(topic),
    handle: async ({ topic, partition, records, next }, keepAlive) => {
      for (const record of records) {
        queue.put(record);
        // Known as read at once: after a rebalance it must not come a second time.
        read.pass(record);
        while (!(await queue.room(heartbeatEvery))) {
          await keepAlive();
        }
      }
      read.advance(topic, partition, next);
      return { position: next };
    },
  };
}

async function* understood(
  queue: BoundedQueue<PlacedRecord>,
  taken: Standing,
  { types, onFault }: Pick<FollowOptions, 'types' | 'onFault'>,
): AsyncGenerator<FollowedEvent, void, undefined> {
  const wanted = types && new Set<string>(types);
  const given = new LRUCache<string, Sequences>({ max: subjectsRemembered });
  for (let record = await queue.take(); record !== undefined; record = await queue.take()) {
    const { topic, partition, offset } = record;
    taken.pass(record);
    const place = { topic, partition, offset: String(offset) };
    const parsed = fromRecord(record);
    if (!isUnderstood(parsed)) {
      const fault = { ...parsed, place, position: taken.token() };
      if (onFault === undefined) {
        throw new InvalidRecord(fault);
      }
      onFault(fault);
      continue;
    }
    const key = `${parsed.stream}/${parsed.subject}`;
    const before = given.get(key) ?? [];
    if (!hasSequence(before, parsed.event.sequence)) {
      given.set(key, withSequence(before, parsed.event.sequence));
      if (wanted?.has(parsed.event.type) ?? true) {
        yield { ...parsed, place, position: taken.token() };
      }
    }
  }
}
