import { z } from 'zod';
import type { TopicEnds } from '#messaging';

/** Next offset of every partition, by topic. */
export type Offsets = ReadonlyMap<string, ReadonlyMap<number, bigint>>;

const Token = z.record(z.string(), z.record(z.string().regex(/^\d+$/), z.string().regex(/^\d+$/)));

/** A token is no position, or what it points to is gone. */
export class BadPosition extends Error {
  override readonly name = 'BadPosition';
}

/** Where a follower stands, as a text to store. */
export class Standing {
  private readonly offsets: Map<string, Map<number, bigint>>;

  constructor(offsets: Offsets) {
    this.offsets = new Map([...offsets].map(([topic, partitions]) => [topic, new Map(partitions)]));
  }

  of(topic: string): ReadonlyMap<number, bigint> {
    return this.offsets.get(topic) ?? new Map();
  }

  advance(topic: string, partition: number, next: bigint): void {
    this.offsets.get(topic)?.set(partition, next);
  }

  token(): string {
    const topics = [...this.offsets].map(([topic, partitions]) => [
      topic,
      Object.fromEntries([...partitions].map(([partition, next]) => [partition, String(next)])),
    ]);
    return JSON.stringify(Object.fromEntries(topics));
  }
}

/**
 * Where to begin in each partition; topics that a token does not name begin at their beginning.
 * @throws BadPosition
 */
export function startOf(from: string, ends: ReadonlyMap<string, TopicEnds>): Offsets {
  const token = from === 'beginning' || from === 'now' ? undefined : parse(from);
  return new Map(
    [...ends].map(([topic, partitions]) => [
      topic,
      new Map(
        [...partitions].map(([partition, { first, end }]) => {
          if (from === 'now') {
            return [partition, end];
          }
          const wanted = token?.[topic]?.[String(partition)];
          return [partition, wanted === undefined ? first : checked(BigInt(wanted), { topic, partition, first, end })];
        }),
      ),
    ]),
  );
}

function parse(text: string): z.infer<typeof Token> {
  try {
    return Token.parse(JSON.parse(text));
  } catch (error) {
    throw new BadPosition('this is no position: give one that an event had, "beginning" or "now"', { cause: error });
  }
}

type Range = { readonly topic: string; readonly partition: number; readonly first: bigint; readonly end: bigint };

function checked(wanted: bigint, { topic, partition, first, end }: Range): bigint {
  if (wanted < first || wanted > end) {
    throw new BadPosition(
      `${topic}/${partition} holds ${first} to ${end} and not ${wanted}: the topic is another one or has lost records; begin anew`,
    );
  }
  return wanted;
}
