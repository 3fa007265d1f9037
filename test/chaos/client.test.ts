import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { followEvents } from '#client';
import { createKafka, ensureTopics, EventPublisher } from '#messaging';
import { createLogger } from '#runtime';
import { importedCase } from '../support/histories.js';
import { script } from '../support/scripts.js';
import { until } from '../support/wait.js';
import { makeArenaFolder, removeAllArenas } from './arena/folder.js';
import { enginePlayer, type Player } from './arena/player.js';

const kills = 2;
const eventsOfRound = 30;
const prefix = 'relais';

let broker: Player;
let brokers: string[];

beforeAll(async () => {
  const folder = await makeArenaFolder();
  const { freePorts } = await script('tools/ports');
  const [port = 0, controllerPort = 0] = await freePorts(2);
  const log = path.join(folder, 'kafka.log');
  const kafka = await script('servers/kafka');
  broker = enginePlayer('kafka', log, () =>
    kafka.start({ dir: path.join(folder, 'kafka'), port, controllerPort, log, ways: [], brief: true }),
  );
  brokers = [`127.0.0.1:${port}`];
  await broker.restart();
});

afterAll(async () => {
  await broker?.kill();
  await removeAllArenas();
});

it('a program that follows goes on by itself after each kill of Kafka, and gets every event once', async () => {
  const logger = createLogger('test', { write: () => undefined });
  const kafka = createKafka(brokers, 'relais-test', logger);
  await ensureTopics(kafka, prefix);
  const publisher = new EventPublisher(kafka, prefix, logger);
  const stopping = new AbortController();
  const taken: string[] = [];
  const following = (async () => {
    for await (const { event } of followEvents({ brokers, prefix, from: 'beginning', signal: stopping.signal })) {
      taken.push(event.id);
    }
  })();
  following.catch(() => undefined);
  /** Waits for so many events, and fails at once when the following has. */
  const reach = (count: number) => Promise.race([following, until(() => taken.length >= count, `${count} events`)]);
  const published: string[] = [];
  const publishRound = async () => {
    const events = Array.from({ length: eventsOfRound }, (_, n) => importedCase(published.length + n));
    published.push(...events.map((one) => one.id));
    // One by one, so that the kill strikes between two; what failed is published again, as everybody who publishes does.
    for (const event of events) {
      await until(() => publisher.publish([event]).then(() => true), 'an event is published');
    }
  };
  await publishRound();
  for (let kill = 0; kill < kills; kill += 1) {
    await reach(kill * eventsOfRound + 1);
    await broker.kill();
    const goingOn = publishRound();
    await broker.restart();
    await goingOn;
  }
  await reach(published.length);
  stopping.abort();
  await following;
  expect(taken.toSorted()).toEqual(published.toSorted());
  await publisher.stop();
});
