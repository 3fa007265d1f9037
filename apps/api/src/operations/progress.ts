import { z } from 'zod';
import type { OperationsView, ProcessKind } from '#contracts/operations';
import type { FlowFacts, KnownProcess } from '#persistence/operations';

const ConsumerFigures = z.object({
  ends: z.array(
    z.object({ topic: z.string(), partition: z.number(), end: z.string(), standing: z.number(), lost: z.boolean() }),
  ),
});

const LostFigures = z.object({ lost: z.array(z.object({ place: z.string() })) });

/** Places in Kafka that some process does not read, because it holds another log than the one that was read there. */
export function replacedIn(processes: readonly KnownProcess[]): readonly string[] {
  const places = processes
    .filter(({ state }) => state !== 'gone')
    .flatMap(({ figures }) => LostFigures.safeParse(figures).data?.lost ?? []);
  return [...new Set(places.map(({ place }) => place))].sort();
}

/** A partition as a projector found it: where it ends, for how many seconds it stood still although records wait, and whether records are lost. */
export type PartitionEnd = z.infer<typeof ConsumerFigures>['ends'][number];

/** Where the partitions end in Kafka, by the process of these kinds that lived last. */
export function endsOf(
  processes: readonly KnownProcess[],
  kinds: readonly ProcessKind[] = ['projector'],
): readonly PartitionEnd[] {
  const telling = processes
    .filter(({ kind, state }) => kinds.includes(kind) && state !== 'gone')
    .sort((a, b) => b.seenAt.localeCompare(a.seenAt));
  for (const { figures } of telling) {
    const parsed = ConsumerFigures.safeParse(figures);
    if (parsed.success) {
      return parsed.data.ends;
    }
  }
  return [];
}

/** How far each partition is applied, beside where it ends; also partitions of which nothing was applied yet. */
export function offsetsOf(
  offsets: FlowFacts['offsets'],
  ends: readonly PartitionEnd[],
  now: string,
): OperationsView['offsets'] {
  const known = new Map(ends.map((one) => [`${one.topic}/${one.partition}`, one]));
  const begun = new Set(offsets.map(({ topic, partition }) => `${topic}/${partition}`));
  const untouched = ends
    .filter(({ topic, partition }) => !begun.has(`${topic}/${partition}`))
    .map(({ topic, partition }) => ({ topic, partition, next: '0', updatedAt: now }));
  return [...offsets, ...untouched]
    .map((one) => {
      const end = known.get(`${one.topic}/${one.partition}`)?.end ?? null;
      // The end was read a few seconds ago and the position just now.
      return { ...one, end, lag: end === null ? null : Math.max(0, Number(BigInt(end) - BigInt(one.next))) };
    })
    .sort((a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition);
}
