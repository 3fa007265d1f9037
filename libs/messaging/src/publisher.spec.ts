import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Kafka, ProducerBatch } from 'kafkajs';
import { importedCase } from '#test/histories';
import { EventPublisher } from './publisher.js';

/** Ids of the events of each batch that was sent, and the way to end its sending. */
let sent: { ids: string[]; end: () => void; fail: (error: Error) => void }[];
let connections: number;
let publisher: EventPublisher;

beforeEach(() => {
  [sent, connections] = [[], 0];
  const kafka = {
    producer: () => ({
      connect: async () => void (connections += 1),
      disconnect: async () => undefined,
      sendBatch: ({ topicMessages = [] }: ProducerBatch) =>
        new Promise<void>((end, fail) => {
          const messages = topicMessages.flatMap((one) => one.messages);
          sent.push({ ids: messages.map(({ headers }) => String(headers?.['ce_id'])), end, fail });
        }),
    }),
  };
  publisher = new EventPublisher(kafka as unknown as Kafka, 'test');
});

afterEach(() => publisher.stop());

const event = (n: number) => importedCase(n);
const idOf = (n: number) => event(n).id;
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a publisher', () => {
  it('sends together what is asked for while it sends', async () => {
    const first = publisher.publish([event(1)]);
    await settle();
    const others = [publisher.publish([event(2)]), publisher.publish([event(3)])];
    sent[0]?.end();
    await first;
    await settle();
    expect(sent.map((one) => one.ids)).toEqual([[idOf(1)], [idOf(2), idOf(3)]]);
    sent[1]?.end();
    await Promise.all(others);
  });

  it('sends what is asked for in any moment around the end of a sending', async () => {
    for (let turns = 0; turns < 12; turns += 1) {
      const before = sent.length;
      const one = publisher.publish([event(1)]);
      await settle();
      sent[before]?.end();
      for (let turn = 0; turn < turns; turn += 1) {
        await Promise.resolve();
      }
      const other = publisher.publish([event(2)]);
      await settle();
      expect(sent.slice(before).map(({ ids }) => ids)).toEqual([[idOf(1)], [idOf(2)]]);
      sent[before + 1]?.end();
      await Promise.all([one, other]);
    }
  });

  it('tells who asked that it failed, and begins anew with a connection of its own', async () => {
    const failing = publisher.publish([event(1)]);
    await settle();
    sent[0]?.fail(new Error('away'));
    await expect(failing).rejects.toThrow('away');
    const again = publisher.publish([event(1)]);
    await settle();
    sent[1]?.end();
    await again;
    expect([sent.length, connections]).toEqual([2, 2]);
  });
});
