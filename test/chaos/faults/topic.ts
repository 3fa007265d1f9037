import { createKafka, TopicWatch, topicOf } from '#messaging';
import type { Ground } from '../ground.js';

/** How many records the topic of cases has, asked of the broker itself. */
export async function topicEnds(ground: Ground): Promise<bigint> {
  const watch = new TopicWatch(createKafka(ground.brokers, 'relais-chaos'), 60_000);
  try {
    const ends = await watch.endsOf(topicOf(ground.prefix, 'cases.v1'));
    return [...ends.values()].reduce((sum, { end }) => sum + end, 0n);
  } finally {
    await watch.stop();
  }
}
