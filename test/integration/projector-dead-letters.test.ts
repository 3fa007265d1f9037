import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fromRecord, toRecord, type KafkaRecord, type ParseRecord } from '#messaging';
import { redriveDeadLetter } from '../../apps/api/src/operations/redrive.js';
import { uuid } from '../support/builders.js';
import { eventsOfReferredCase, referredCase } from '../support/histories.js';
import { consumedRecords, contentOf, deadLettersOf, prepareGround, type Ground } from '../support/projection.js';
import { until } from '../support/wait.js';

let ground: Ground;
beforeEach(async () => {
  ground = await prepareGround();
});
afterEach(() => ground.stop());

const consumed = (records: number) =>
  until(async () => (await consumedRecords(ground.database)) === records, `${records} records consumed`);

const sound = referredCase(1);
const whole = referredCase(2);

/** Publishes the sound case with one of its records broken, and another case around it; answers when all is consumed. */
async function publishBroken(sequence: number, broken: (record: KafkaRecord) => Partial<KafkaRecord>): Promise<void> {
  for (const event of sound.events) {
    const record = toRecord(event);
    await ground.send(event.sequence === sequence ? { ...record, ...broken(record) } : record);
  }
  await ground.publisher.publish(whole.events);
  await consumed(2 * eventsOfReferredCase);
}

const sequencesIn = (content: Record<string, unknown[]>, table: string) =>
  content[table]?.map((row) => (row as { sequence: number }).sequence);
const theOnlyOne = async () => {
  const [letter] = await deadLettersOf(ground.database);
  return letter?.id ?? '';
};

/** Another reader, as after a fix: it understands the second spelling of the reason to hold a case up. */
function fixedFor(broken: (record: KafkaRecord) => boolean, repair: (record: KafkaRecord) => KafkaRecord): ParseRecord {
  return (record) => fromRecord(broken(record) ? repair(record) : record);
}

async function expectAllApplied(): Promise<void> {
  const wholeLog = 2 * eventsOfReferredCase;
  await until(async () => (await contentOf(ground.database))['event_log']?.length === wholeLog, 'everything applied');
  const content = await contentOf(ground.database);
  expect(content['parked']).toEqual([]);
  expect(content['case_read']).toEqual([
    expect.objectContaining({ state: sound.known() }),
    expect.objectContaining({ state: whole.known() }),
  ]);
  expect(content['feed']).toHaveLength(wholeLog);
}

describe('a record that cannot be applied', () => {
  it.each<[string, (record: KafkaRecord) => Partial<KafkaRecord>, string, RegExp]>([
    ['is no JSON', () => ({ value: Buffer.from('{"by":') }), 'unparsable', /no JSON/],
    ['has no value', () => ({ value: null }), 'unparsable', /empty/],
    ['is no CloudEvent', () => ({ headers: {} }), 'unparsable', /CloudEvent/],
    ['breaks its schema', () => ({ value: Buffer.from('{"by":{"kind":"clock"},"data":{}}') }), 'schema', /data\./],
    [
      'is of a type nobody knows',
      ({ headers }) => ({ headers: { ...headers, ce_type: 'x.v1' } }),
      'unknown-type',
      /x\.v1/,
    ],
  ])('that %s is set aside; its case waits and the others go on', async (_what, broken, reason, detail) => {
    await ground.project();
    await publishBroken(3, broken);
    const content = await contentOf(ground.database);
    expect(sequencesIn(content, 'parked')).toEqual([4, 5]);
    expect(sequencesIn(content, 'case_read')).toEqual([2, eventsOfReferredCase]);
    const letters = await deadLettersOf(ground.database);
    expect(letters).toEqual([
      expect.objectContaining({ reason, detail: expect.stringMatching(detail), redriven: false }),
    ]);
  });

  it('goes to the dead-letter topic as it was, with where it came from and why', async () => {
    await ground.project();
    await publishBroken(3, () => ({ value: Buffer.from('{"by":') }));
    const records = await ground.read('dead-letters.v1');
    await until(() => records.length > 0, 'a record on the dead-letter topic');
    expect(records).toEqual([
      expect.objectContaining({
        key: sound.known().caseId,
        value: Buffer.from('{"by":'),
        headers: expect.objectContaining({
          ce_sequence: '3',
          relais_topic: `${ground.prefix}.cases.v1`,
          relais_offset: expect.any(String),
          relais_reason: 'unparsable',
          relais_detail: 'the value is no JSON',
        }),
      }),
    ]);
  });

  it('stays where it is while it is still broken, with what is wrong with it today', async () => {
    await ground.project();
    await publishBroken(3, () => ({ value: Buffer.from('{"by":') }));
    const id = await theOnlyOne();
    expect(await redriveDeadLetter(ground.database, id)).toMatchObject({
      outcome: 'still-broken',
      fault: { reason: 'unparsable' },
    });
    const learned: ParseRecord = () => ({ reason: 'schema', detail: 'data.until: missing' });
    await redriveDeadLetter(ground.database, id, learned);
    expect(await deadLettersOf(ground.database)).toEqual([
      { id, reason: 'schema', detail: 'data.until: missing', redriven: false },
    ]);
    expect(sequencesIn(await contentOf(ground.database), 'parked')).toEqual([4, 5]);
  });

  it('is driven again once after a fix, and those that waited follow', async () => {
    await ground.project();
    ground.relay();
    const good = sound.events[2] ?? sound.events[0];
    const isBroken = (record: KafkaRecord) => record.headers['ce_type'] === 'of-yesterday.v1';
    await publishBroken(3, ({ headers }) => ({ headers: { ...headers, ce_type: 'of-yesterday.v1' } }));
    const id = await theOnlyOne();
    const fixed = fixedFor(isBroken, (record) => ({
      ...record,
      headers: { ...record.headers, ce_type: good?.type ?? '' },
    }));
    expect(await redriveDeadLetter(ground.database, id, fixed)).toEqual({ outcome: 'redriven' });
    await expectAllApplied();
    expect(await redriveDeadLetter(ground.database, id, fixed)).toEqual({ outcome: 'already-redriven' });
    expect(await redriveDeadLetter(ground.database, uuid(7), fixed)).toEqual({ outcome: 'unknown' });
    expect(await deadLettersOf(ground.database)).toEqual([expect.objectContaining({ id, redriven: true })]);
  });

  it('changes nothing when it is delivered again after it was driven again', async () => {
    const { stop } = await ground.project();
    ground.relay();
    const isBroken = (record: KafkaRecord) => record.value?.toString() === 'null';
    await publishBroken(3, () => ({ value: Buffer.from('null') }));
    const good = sound.events[2];
    const fixed = fixedFor(isBroken, (record) => (good === undefined ? record : toRecord(good)));
    await redriveDeadLetter(ground.database, await theOnlyOne(), fixed);
    await expectAllApplied();
    await consumed(2 * eventsOfReferredCase + 1);
    await stop();
    const before = await contentOf(ground.database);
    const letters = await deadLettersOf(ground.database);
    await ground.database.query('UPDATE projection.consumer_offset SET next = 0');
    await ground.project();
    await consumed(2 * eventsOfReferredCase + 1);
    expect(await contentOf(ground.database)).toEqual(before);
    expect(await deadLettersOf(ground.database)).toEqual(letters);
  });
});

describe('an event that PostgreSQL rejects', () => {
  it('is set aside like any other, here a referral that is sent a second time under the same id', async () => {
    await ground.project();
    const again = { ...sound.events[1], sequence: 3, id: `${sound.events[0]?.caseId}:3` } as (typeof sound.events)[0];
    await publishBroken(3, () => toRecord(again));
    const content = await contentOf(ground.database);
    expect(sequencesIn(content, 'parked')).toEqual([4, 5]);
    expect(sequencesIn(content, 'case_read')).toEqual([2, eventsOfReferredCase]);
    expect(await deadLettersOf(ground.database)).toEqual([
      expect.objectContaining({ reason: 'rejected', detail: expect.stringMatching(/second time/) }),
    ]);
  });
});

describe('an event the core rejects', () => {
  /** Sequence 3 accepts a referral that does not exist. */
  const wrong = {
    ...sound.events[2],
    data: { ...sound.events[2]?.data, referralId: uuid(99) },
  } as (typeof sound.events)[0];

  it('is set aside, and driving it again says so until the core takes it', async () => {
    await ground.project();
    ground.relay();
    await publishBroken(3, () => toRecord(wrong));
    expect(sequencesIn(await contentOf(ground.database), 'parked')).toEqual([4, 5]);
    const [letter] = await deadLettersOf(ground.database);
    expect(letter).toMatchObject({ reason: 'rejected', redriven: false });
    const id = letter?.id ?? '';
    expect(await redriveDeadLetter(ground.database, id)).toMatchObject({
      outcome: 'still-broken',
      fault: { reason: 'rejected' },
    });
    const good = sound.events[2];
    const fixed: ParseRecord = (record) => fromRecord(good === undefined ? record : toRecord(good));
    expect(await redriveDeadLetter(ground.database, id, fixed)).toEqual({ outcome: 'redriven' });
    await expectAllApplied();
  });
});
