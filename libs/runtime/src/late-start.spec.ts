import { describe, expect, it } from '@jest/globals';
import { LateStart } from './late-start.js';
import { createLogger } from './logger.js';

const logger = createLogger('test', { write: () => undefined });

describe('a late start', () => {
  it('goes on trying until the engine is there, and says what it waits for', async () => {
    const told: (string | undefined)[] = [];
    const stopped: string[] = [];
    const part = { name: 'it', stop: async () => void stopped.push('it') };
    const ofPart = ({ name }: typeof part) => `${name} has a trouble of its own`;
    const late: LateStart<typeof part> = new LateStart({
      engine: 'Kafka',
      logger,
      start: async () => {
        told.push(late.trouble(ofPart));
        return told.length < 2 ? Promise.reject(new Error('no broker')) : part;
      },
    });
    await expect(late.start()).resolves.toBe(true);
    expect([...told, late.trouble(ofPart)]).toEqual([
      'is starting',
      'waits for Kafka: no broker',
      'it has a trouble of its own',
    ]);
    await late.stop();
    expect(stopped).toEqual(['it']);
  });

  it('does not try again once it is told to stop', async () => {
    let tries = 0;
    const late = new LateStart<{ stop(): Promise<void> }>({
      engine: 'Kafka',
      logger,
      start: async () => {
        tries += 1;
        await late.stop();
        throw new Error('no broker');
      },
    });
    await expect(late.start()).resolves.toBe(false);
    expect(tries).toBe(1);
  });

  it('stops a part that came up after it was told to stop', async () => {
    let stopped = 0;
    const late = new LateStart({
      engine: 'Kafka',
      logger,
      start: async () => {
        await late.stop();
        return { stop: async () => void (stopped += 1) };
      },
    });
    await expect(late.start()).resolves.toBe(false);
    expect(stopped).toBe(1);
  });
});
