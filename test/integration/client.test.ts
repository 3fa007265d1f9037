import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadPosition, followEvents, type FollowedEvent, type FollowedFault, InvalidRecord } from '#client';
import type { DirectoryEvent } from '#contracts/directory';
import { toRecord } from '#messaging';
import { eventsOfReferredCase, importedCase, referredCase } from '../support/histories.js';
import { testBrokers } from '../support/kafka.js';
import { prepareGround, type Ground } from '../support/projection.js';
import { until } from '../support/wait.js';

let ground: Ground;
const scenes = [referredCase(0), referredCase(1), referredCase(2)];
const capacity: DirectoryEvent = {
  id: 'listening-west:1',
  subject: 'listening-west',
  sequence: 1,
  time: '2026-03-02T09:00:00.000Z',
  by: { kind: 'clock' },
  type: 'relais.directory.capacity-confirmed.v1',
  data: { serviceId: 'listening-west', organisationId: 'listening', capacity: 'available' },
};
const published = [...scenes.flatMap((one) => one.events), capacity];
const idsOf = (events: readonly { event: { id: string } }[]) => events.map((one) => one.event.id).sort();

beforeAll(async () => {
  ground = await prepareGround();
  await ground.publisher.publish(published);
});
afterAll(() => ground?.stop());

function follow(more: Partial<Parameters<typeof followEvents>[0]> = {}) {
  return followEvents({ brokers: testBrokers(), prefix: ground.prefix, from: 'beginning', ...more });
}

/** The first events, and no more. */
async function take(count: number, more: Parameters<typeof follow>[0] = {}): Promise<FollowedEvent[]> {
  const taken: FollowedEvent[] = [];
  for await (const one of follow(more)) {
    taken.push(one);
    if (taken.length === count) {
      break;
    }
  }
  return taken;
}

describe('following events', () => {
  it('gives every event from the beginning, those of one case in order', async () => {
    const taken = await take(published.length);
    expect(idsOf(taken)).toEqual(published.map((one) => one.id).sort());
    const [first] = scenes;
    const ofFirst = taken.filter((one) => one.subject === first?.known().caseId).map((one) => one.event);
    expect(ofFirst).toEqual(first?.events);
    expect(taken.find((one) => one.stream === 'directory')).toMatchObject({
      subject: 'listening-west',
      event: capacity,
    });
  });

  it.each([1, 5, published.length - 1])('goes on where it was left after %i events', async (count) => {
    const before = await take(count, { buffer: 2 });
    const after = await take(published.length - count, { from: before.at(-1)?.position ?? '' });
    expect(idsOf([...before, ...after])).toEqual(published.map((one) => one.id).sort());
  });

  it('gives only the streams and types that are asked for', async () => {
    const some = await take(4, { types: ['relais.case.opened.v1', 'relais.directory.capacity-confirmed.v1'] });
    expect(some.map((one) => one.event.type).sort()).toEqual([
      ...Array.from({ length: 3 }, () => 'relais.case.opened.v1'),
      'relais.directory.capacity-confirmed.v1',
    ]);
    expect(idsOf(await take(1, { streams: ['directory'] }))).toEqual([capacity.id]);
  });

  it('begins now, gives what comes, and ends with its signal', async () => {
    const stopping = new AbortController();
    const taken: FollowedEvent[] = [];
    const following = (async () => {
      for await (const one of follow({ from: 'now', signal: stopping.signal, streams: ['cases'] })) {
        taken.push(one);
      }
    })();
    let n = 100;
    await until(async () => {
      await ground.publisher.publish([importedCase(n++)]);
      return taken.length > 0;
    }, 'a new event arrives');
    stopping.abort();
    await following;
    expect(taken.every((one) => one.event.type === 'relais.case.imported.v1')).toBe(true);
  });

  it('ends at once when the signal was given before', async () => {
    expect(await take(1, { signal: AbortSignal.abort() })).toEqual([]);
  });

  it('leaves no consumer group behind', async () => {
    await take(1);
    const admin = ground.kafka.admin();
    await admin.connect();
    const { groups } = await admin.listGroups();
    await admin.disconnect();
    expect(groups.filter((one) => one.groupId.startsWith('relais-client-'))).toEqual([]);
  });

  it.each(['yesterday', '{"a":1}', '[]'])('refuses %s as a position', async (from) => {
    await expect(take(1, { from })).rejects.toThrow(BadPosition);
  });

  it('refuses a position the topic does not hold', async () => {
    const [one] = await take(1);
    const from = (one?.position ?? '').replace(/"0":"\d+"/, '"0":"99999"');
    await expect(take(1, { from })).rejects.toThrow(/holds 0 to \d+ and not 99999/);
  });
});

describe('another log', () => {
  let other: Ground;
  beforeAll(async () => {
    other = await prepareGround();
    await other.publisher.publish(published);
  });
  afterAll(() => other?.stop());

  it('ends who follows, and does not take a position of the first; one of the same content does', async () => {
    const taken = follow({ prefix: other.prefix });
    let position = '';
    for (const _event of published) {
      position = (await taken.next()).value?.position ?? '';
    }
    await other.loseLogs([...published, importedCase(500)]);
    const [next] = await take(1, { prefix: other.prefix, from: position });
    expect(next?.event).toEqual(importedCase(500));
    await taken.return();
    const again = follow({ prefix: other.prefix, from: position });
    await again.next();
    const others = Array.from({ length: 60 }, (_, n) => importedCase(n));
    await other.loseLogs(others);
    // What comes before that is of partitions of which nothing was read.
    const rest = take(others.length, { prefix: other.prefix, from: position });
    await expect(rest).rejects.toThrow(BadPosition);
    const drain = async () => {
      while ((await again.next()).done !== true) {
        // until it ends
      }
    };
    await expect(drain()).rejects.toThrow(BadPosition);
  });
});

describe('what is wrong', () => {
  let other: Ground;
  const scene = referredCase(7);
  beforeAll(async () => {
    other = await prepareGround();
    const [first, second, ...rest] = scene.events;
    await other.publisher.publish(first && second ? [first, second] : []);
    // Published again by a retry, and something that is no event.
    await other.publisher.publish(first && second ? [first, second] : []);
    await other.send({ ...toRecord(scene.events[0] ?? importedCase(0)), value: Buffer.from('broken') });
    await other.publisher.publish(rest);
  });
  afterAll(() => other?.stop());

  it('is told, and what was published twice comes once', async () => {
    const faults: FollowedFault[] = [];
    const options = { prefix: other.prefix, onFault: (fault: FollowedFault) => void faults.push(fault) };
    const taken = await take(eventsOfReferredCase, options);
    expect(taken.map((one) => one.event)).toEqual(scene.events);
    expect(faults).toMatchObject([{ reason: 'unparsable', place: { offset: '4' } }]);
  });

  it('ends the following when nobody is told, and one may go on behind it', async () => {
    const failure = await take(eventsOfReferredCase, { prefix: other.prefix }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InvalidRecord);
    const from = (failure as InvalidRecord).fault.position;
    const rest = await take(eventsOfReferredCase - 2, { prefix: other.prefix, from });
    expect(rest.map((one) => one.event)).toEqual(scene.events.slice(2));
  });
});

describe('an event that was published again after a fix', () => {
  it('comes late, and once', async () => {
    const mended = await prepareGround();
    const [first, second, ...rest] = referredCase(8).events;
    if (first === undefined || second === undefined) {
      throw new Error('a referred case has more than two events');
    }
    await mended.publisher.publish([first]);
    await mended.send({ ...toRecord(second), value: Buffer.from('broken') });
    await mended.publisher.publish([...rest, second]);
    await mended.publisher.publish([second]);
    const marker = importedCase(900);
    await mended.publisher.publish([marker]);
    const faults: FollowedFault[] = [];
    const onFault = (fault: FollowedFault) => void faults.push(fault);
    const taken = await take(eventsOfReferredCase + 1, { prefix: mended.prefix, onFault });
    const ofCase = taken.map((one) => one.event).filter((event) => event.id !== marker.id);
    expect(ofCase).toEqual([first, ...rest, second]);
    expect(faults).toHaveLength(1);
    await mended.stop();
  });
});

describe('a slow reader', () => {
  it('holds the reading up and loses nothing', async () => {
    const slow = await prepareGround();
    const cases = Array.from({ length: 400 }, (_, n) => importedCase(n));
    await slow.publisher.publish(cases);
    const taken: string[] = [];
    for await (const { event } of follow({ prefix: slow.prefix, buffer: 3 })) {
      taken.push(event.id);
      if (taken.length % 40 === 0) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (taken.length === cases.length) {
        break;
      }
    }
    expect(taken.sort()).toEqual(cases.map((one) => one.id).sort());
    await slow.stop();
  });
});
