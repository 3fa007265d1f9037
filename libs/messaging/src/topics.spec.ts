import { describe, expect, it } from '@jest/globals';
import kafkajs, { type Kafka } from 'kafkajs';
import { TopicWatch } from './topics.js';

const notLeader = { type: 'NOT_LEADER_FOR_PARTITION', code: 6, retriable: true, message: 'not the leader' };
const notAllowed = { type: 'TOPIC_AUTHORIZATION_FAILED', code: 29, retriable: false, message: 'not allowed' };
const protocolError = (reason: typeof notLeader) =>
  Object.assign(new kafkajs.KafkaJSProtocolError(reason.message), reason);

/** Brokers that refuse with these reasons, one after the other, and answer then. */
function brokers(refusals: (typeof notLeader)[]) {
  const connections: string[] = [];
  const admin = () => ({
    connect: async () => void connections.push('made'),
    disconnect: async () => void connections.push('left'),
    fetchTopicOffsets: async () => {
      const reason = refusals.shift();
      if (reason) {
        throw protocolError(reason);
      }
      return [{ partition: 0, low: '2', high: '7', offset: '7' }];
    },
  });
  return { kafka: { admin } as unknown as Kafka, connections };
}

describe('watching topics', () => {
  it('asks again by a new connection while a partition is between two leaders', async () => {
    const { kafka, connections } = brokers([notLeader, notLeader]);
    const ends = await new TopicWatch(kafka).endsOf('relais.cases.v1');
    expect(ends).toEqual(new Map([[0, { first: 2n, end: 7n }]]));
    expect(connections).toEqual(['made', 'left', 'made', 'left', 'made']);
  });

  it('says at once what asking again cannot mend', async () => {
    const { kafka, connections } = brokers([notAllowed]);
    await expect(new TopicWatch(kafka).endsOf('relais.cases.v1')).rejects.toThrow('not allowed');
    expect(connections).toEqual(['made', 'left']);
  });
});
