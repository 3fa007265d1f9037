import { describe, expect, it } from '@jest/globals';
import { silent } from './client.js';
import { Logs, type Losses } from './logs.js';
import { markOf } from './mark.js';

const partition = { topic: 'cases', partition: 3 };

function reading() {
  const world = {
    connection: 1,
    position: 7n as bigint | undefined,
    loss: undefined as string | undefined,
    away: false,
    asked: 0,
    paused: false,
    losses: new Map() as Losses,
  };
  const logs = new Logs({
    held: {
      lossOf: async () => {
        world.asked += 1;
        if (world.away) {
          throw new Error('Kafka is away');
        }
        return world.loss;
      },
      stop: async () => undefined,
    },
    connections: () => world.connection,
    handler: {},
    positions: { of: () => world.position, has: () => true, renew: async () => undefined },
    consumer: { pause: () => (world.paused = true), resume: () => (world.paused = false) },
    log: silent,
    onLosses: (losses) => (world.losses = losses),
  });
  return { world, logs };
}

describe('reading on', () => {
  it('is allowed once for each connection: behind a new one there may be another log', async () => {
    const { world, logs } = reading();
    expect([await logs.holds(partition), await logs.holds(partition), world.asked]).toEqual([true, true, 1]);
    world.connection += 1;
    world.loss = 'it is another log';
    expect([await logs.holds(partition), world.paused, [...world.losses]]).toEqual([
      false,
      true,
      [['cases/3', 'it is another log']],
    ]);
    await logs.stop();
  });

  it('is asked for again when Kafka gives what does not come next, or the consumer gets partitions', async () => {
    const { world, logs } = reading();
    await logs.holds(partition);
    await logs.holds(partition, false);
    logs.assigned();
    await logs.holds(partition);
    expect(world.asked).toBe(3);
  });

  it('waits while nobody can tell, and calls that no loss', async () => {
    const { world, logs } = reading();
    world.away = true;
    expect([await logs.holds(partition), world.paused, world.losses.size]).toEqual([false, false, 0]);
    world.away = false;
    expect(await logs.holds(partition)).toBe(true);
    world.position = undefined;
    world.connection += 1;
    expect(await logs.holds(partition)).toBe(false);
    world.position = 7n;
    world.loss = 'it is another log';
    expect(await logs.holds(partition)).toBe(false);
    await logs.stop();
  });

  it('needs no question where nothing was read', async () => {
    const { world, logs } = reading();
    world.position = 0n;
    expect([await logs.holds(partition), world.asked]).toEqual([true, 0]);
  });

  it('begins again by itself when what was read is back', async () => {
    const { world, logs } = reading();
    world.loss = 'it is another log';
    await logs.holds(partition);
    world.loss = undefined;
    await new Promise<void>((resolve) => {
      const looking = setInterval(() => {
        if (!world.paused) {
          clearInterval(looking);
          resolve();
        }
      }, 20);
    });
    expect(world.losses.size).toBe(0);
    await logs.stop();
  });
});

describe('a mark', () => {
  const record = { offset: 4n, key: 'ab', value: Buffer.from('c'), headers: { d: 'e' } };
  const hashOf = (change: Partial<typeof record>) => markOf({ ...record, ...change }).hash;

  it('is what the record says, wherever it lies', () => {
    expect(hashOf({ offset: 9n })).toBe(hashOf({}));
    const others = [{ key: 'a', value: Buffer.from('bc') }, { value: Buffer.from('x') }, { headers: { d: 'f' } }];
    expect(new Set([hashOf({}), ...others.map(hashOf)]).size).toBe(4);
  });
});
