import { z } from 'zod';
import { markOf, type Mark, type PlacedRecord, type TopicEnds } from '#messaging';

/** Next offset of every partition, by topic. */
export type Offsets = ReadonlyMap<string, ReadonlyMap<number, bigint>>;

/** By which record the log of a partition is known again, by topic. */
export type Marks = ReadonlyMap<string, ReadonlyMap<number, Mark>>;

/** In a token the hashes of the records before the offsets stand beside them, as numbers: clients of before pass them over. */
const marksOf = (topic: string) => `${topic}#marks`;

const Token = z.record(z.string(), z.record(z.string().regex(/^\d+$/), z.string().regex(/^\d+$/)));

/** A token is no position, or what it points to is gone. */
export class BadPosition extends Error {
  override readonly name = 'BadPosition';
}

/** Where a follower stands, as a text to store. */
export class Standing {
  private readonly offsets: Map<string, Map<number, bigint>>;
  private readonly known: Map<string, Map<number, Mark>>;

  constructor({ offsets, marks }: { readonly offsets: Offsets; readonly marks: Marks }) {
    this.offsets = new Map([...offsets].map(([topic, partitions]) => [topic, new Map(partitions)]));
    this.known = new Map([...offsets.keys()].map((topic) => [topic, new Map(marks.get(topic))]));
  }

  of(topic: string): ReadonlyMap<number, bigint> {
    return this.offsets.get(topic) ?? new Map();
  }

  marks(topic: string): ReadonlyMap<number, Mark> {
    return this.known.get(topic) ?? new Map();
  }

  /** Goes behind a record. */
  pass(record: PlacedRecord): void {
    const { topic, partition, offset } = record;
    this.advance(topic, partition, offset + 1n);
    this.known.get(topic)?.set(partition, markOf(record));
  }

  advance(topic: string, partition: number, next: bigint): void {
    this.offsets.get(topic)?.set(partition, next);
  }

  token(): string {
    const topics = [...this.offsets].map(([topic, partitions]) => [
      topic,
      Object.fromEntries([...partitions].map(([partition, next]) => [partition, String(next)])),
    ]);
    const marks = [...this.known].map(([topic, partitions]) => [
      marksOf(topic),
      Object.fromEntries([...partitions].map(([partition, { hash }]) => [partition, BigInt(`0x${hash}`).toString()])),
    ]);
    return JSON.stringify(Object.fromEntries([...topics, ...marks]));
  }
}

/**
 * Where to begin in each partition; topics that a token does not name begin at their beginning.
 * @throws BadPosition
 */
export function startOf(
  from: string,
  ends: ReadonlyMap<string, TopicEnds>,
): { readonly offsets: Offsets; readonly marks: Marks } {
  const token = from === 'beginning' || from === 'now' ? undefined : parse(from);
  const offsets = offsetsOf(from, token, ends);
  const marks = [...offsets].map(([topic, partitions]) => {
    const hashes = Object.entries(token?.[marksOf(topic)] ?? {}).map(([partition, hash]): [number, Mark] => {
      const next = partitions.get(Number(partition)) ?? 0n;
      return [Number(partition), { offset: next - 1n, hash: BigInt(hash).toString(16).padStart(32, '0') }];
    });
    return [topic, new Map(hashes)] as const;
  });
  return { offsets, marks: new Map(marks) };
}

function offsetsOf(
  from: string,
  token: z.infer<typeof Token> | undefined,
  ends: ReadonlyMap<string, TopicEnds>,
): Offsets {
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
