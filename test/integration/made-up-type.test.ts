import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { asyncApi, catalogue, type EventSchema, fieldsOf, streams, typesIn, upcasters } from '#contracts/catalogue';
import { Instant, Origin, privacy } from '#contracts/kernel';
import { fromRecord, toRecord, type AnyEvent, type KafkaRecord, type ParseRecord } from '#messaging';
import { means, said } from '../../libs/contracts/src/kernel/meaning.js';
import { redriveDeadLetter } from '../../apps/api/src/operations/redrive.js';
import { rebuild } from '../../apps/projector/src/rebuilding.js';
import { epoch, prepareArchive, rowsIn, rowsInFiles, type ArchiveGround } from '../support/archive.js';
import { eventsOfReferredCase, referredCase } from '../support/histories.js';
import { contentOf, deadLettersOf, loggedEvents } from '../support/projection.js';
import { until } from '../support/wait.js';

const type = 'relais.choir.sung.v1';
const schema: EventSchema = z
  .object({
    id: z.string(),
    subject: z.string(),
    sequence: z.number().int().positive(),
    time: Instant,
    by: Origin,
    type: z.literal(type),
    data: z.object({ song: means(z.string().meta(privacy('technical')), 'chanson', 'lied', 'song') }),
  })
  .meta({ title: type, ...said(['Un chœur a chanté.', 'Een koor zong.', 'A choir sang.']) });

/** The streams of a version that has a type more than this one, of which nobody heard who listens. */
const table = { ...streams, platform: { ...streams.platform, events: [...streams.platform.events, schema] } };
const types = typesIn(table);
const parse: ParseRecord = (record) => fromRecord(record, upcasters, types);

const sungAs = (sequence: number): KafkaRecord => {
  const sung = {
    id: `choir:${sequence}`,
    subject: 'choir',
    sequence,
    time: '2026-09-08T20:00:00.000Z',
    by: { kind: 'clock' },
    type,
    data: { song: `number ${sequence}` },
  };
  // No type of this version; that is what the test is about.
  return toRecord(sung as unknown as AnyEvent, undefined, 'platform');
};

let ground: ArchiveGround;
beforeEach(async () => {
  ground = await prepareArchive();
});
afterEach(() => ground.stop());

const sing = (sequence: number) => ground.send({ topic: 'platform.v1', ...sungAs(sequence) });
const logged = (events: number) =>
  until(async () => (await loggedEvents(ground.database)) === events, `${events} events in the log`);
const ofChoir = (rows: readonly unknown[] = []) =>
  rows.filter((row) => (row as { subject?: string }).subject === 'choir');

describe('a type that nobody who listens knows of', () => {
  it('is in the log, moves the feed, is archived and filed, and stops nothing', async () => {
    await ground.project({ parse });
    await ground.archive({ parse });
    ground.file();
    await sing(1);
    await ground.publisher.publish([epoch, ...referredCase(1).events]);
    const all = 2 + eventsOfReferredCase;
    await logged(all);
    const { event_log, feed, parked } = await contentOf(ground.database);
    expect(ofChoir(event_log)).toEqual([expect.objectContaining({ stream: 'platform', sequence: 1, type })]);
    expect(ofChoir(feed)).toEqual([expect.objectContaining({ stream: 'platform', code: '', type })]);
    expect(parked).toEqual([]);
    expect(await deadLettersOf(ground.database)).toEqual([]);
    await until(async () => (await rowsInFiles(ground.database, ground.folder)).length === all, 'all events filed');
    expect(ofChoir(await rowsIn(ground.database))).toEqual([
      expect.objectContaining({ stream: 'platform', type, data: { song: 'number 1' } }),
    ]);
  });

  it('is there again after a rebuild', async () => {
    await ground.project({ parse });
    await sing(1);
    await sing(2);
    await ground.publisher.publish([epoch]);
    await logged(3);
    const before = await contentOf(ground.database);
    await rebuild({ ...ground, parse });
    expect(await contentOf(ground.database)).toEqual(before);
  });

  it('waits behind a dead letter of its subject, and follows when that is driven again', async () => {
    await ground.project({ parse });
    ground.relay();
    await ground.send({ topic: 'platform.v1', ...sungAs(1), value: Buffer.from('{') });
    await sing(2);
    await ground.publisher.publish([epoch]);
    await logged(1);
    const [letter] = await deadLettersOf(ground.database);
    expect(letter).toMatchObject({ reason: 'unparsable', redriven: false });
    const mended = await redriveDeadLetter(ground.database, letter?.id ?? '', () => parse(sungAs(1)));
    expect(mended).toEqual({ outcome: 'redriven' });
    await logged(3);
    expect((await contentOf(ground.database))['parked']).toEqual([]);
  });

  it('is a dead letter of a version without it, and applied by the next one', async () => {
    const former = await ground.project();
    await sing(1);
    await until(async () => (await deadLettersOf(ground.database)).length === 1, 'a dead letter');
    const [letter] = await deadLettersOf(ground.database);
    expect(letter?.reason).toBe('unknown-type');
    await former.stop();
    await ground.project({ parse });
    ground.relay();
    expect(await redriveDeadLetter(ground.database, letter?.id ?? '', parse)).toEqual({ outcome: 'redriven' });
    await logged(1);
  });

  it('stands on the contracts page and in the AsyncAPI document', () => {
    const entry = catalogue(table).find((one) => one.type === type);
    expect(entry).toMatchObject({ stream: 'platform' });
    expect(fieldsOf(entry?.value ?? {}).map(({ path }) => path)).toContain('data.song');
    expect(asyncApi('relais', table)).toMatchObject({
      channels: { platform: { messages: { [type]: { $ref: `#/components/messages/${type}` } } } },
    });
  });
});
