import { randomUUID } from 'node:crypto';
import { ConsumerRunner, eventTopics, fromRecord, topicOf, type TopicEnds } from '#messaging';
import { until } from '../../../support/wait.js';
import type { TopicRecord } from '../evidence.js';
import type { Engines } from './engines.js';

/** Everything the topics hold now, read from the beginning without Relais' positions; in order within each partition. */
export async function collectRecords({ ground, kafka, watch }: Engines): Promise<TopicRecord[]> {
  const names = eventTopics.map((name) => topicOf(ground.prefix, name));
  const ends = new Map<string, TopicEnds>();
  for (const name of names) {
    ends.set(name, await watch.endsOf(name));
  }
  const groupId = `${ground.prefix}.checker.${randomUUID()}`;
  const records: TopicRecord[] = [];
  const reached = new Map<string, bigint>();
  let death: Error | undefined;
  const runner = new ConsumerRunner({
    kafka,
    groupId,
    topics: names,
    handler: {
      positionsOf: async () => new Map(),
      handle: async ({ topic, partition, records: some, next }) => {
        for (const record of some) {
          records.push({ topic, partition, offset: record.offset.toString(), read: fromRecord(record) });
        }
        reached.set(`${topic}/${partition}`, next);
        return { position: next };
      },
    },
    onDeath: (reason) => (death = reason),
  });
  await runner.start();
  try {
    await until(() => {
      if (death !== undefined) {
        throw death;
      }
      return [...ends].every(([topic, partitions]) =>
        [...partitions].every(([partition, { end }]) => (reached.get(`${topic}/${partition}`) ?? 0n) >= end),
      );
    }, 'the topics are read to their ends');
  } finally {
    await runner.stop();
    await watch.deleteGroup(groupId).catch(() => undefined);
  }
  return records;
}
