import type { TopicWatch } from '#messaging';
import { readPositions, type ProjectionName, type Sql } from '#persistence/kernel';
import type { Ends, Positions } from './next-projection.js';

const attempts = 5;

/** Both ends of all partitions of the topics. A broker that is slow to answer once is no reason to give hours of work up. */
export async function endsOf(watch: TopicWatch, topics: readonly string[]): Promise<Ends> {
  for (let attempt = 1; ; attempt++) {
    try {
      return new Map(await Promise.all(topics.map(async (topic) => [topic, await watch.endsOf(topic)] as const)));
    } catch (error) {
      if (attempt === attempts) {
        throw error;
      }
    }
  }
}

/** Where a projection stands. */
export async function positionsIn(sql: Sql, schema: ProjectionName, topics: readonly string[]): Promise<Positions> {
  const positions = new Map<string, ReadonlyMap<number, bigint>>();
  for (const topic of topics) {
    positions.set(topic, await readPositions(sql, schema, topic));
  }
  return positions;
}

/** How many records the serving projection has and the next one has not, as far as Kafka still holds them. */
export function missing(serving: Positions, next: Positions, ends: Ends): number {
  let count = 0;
  for (const [topic, positions] of serving) {
    for (const [partition, position] of positions) {
      const end = ends.get(topic)?.get(partition)?.end ?? 0n;
      const wanted = position < end ? position : end;
      count += Math.max(0, Number(wanted - (next.get(topic)?.get(partition) ?? 0n)));
    }
  }
  return count;
}

/** How many records there are, and how many of them a projection has. */
export function progress(positions: Positions, ends: Ends): { applied: number; all: number } {
  let [applied, all] = [0, 0];
  for (const [topic, partitions] of ends) {
    for (const [partition, { first, end }] of partitions) {
      const position = positions.get(topic)?.get(partition) ?? first;
      applied += Number((position > first ? position : first) - first);
      all += Number(end - first);
    }
  }
  return { applied, all };
}

/** True when a projection has everything up to these ends. */
export function hasReached(positions: Positions, ends: Ends): boolean {
  return [...ends].every(([topic, partitions]) =>
    [...partitions].every(([partition, { first, end }]) => (positions.get(topic)?.get(partition) ?? first) >= end),
  );
}
