import { randomInt } from 'node:crypto';
import { createKafka, EventPublisher, toRecord, type OutgoingRecord } from '#messaging';
import { createDataSource, Database } from '#persistence/kernel';
import { referredCase } from '../../support/histories.js';
import { until } from '../../support/wait.js';
import type { Ground } from '../ground.js';
import type { Fault } from './fault.js';

const topic = 'cases.v1';

/** Events of other cases that must be applied meanwhile. */
const othersGoOn = 15;
const patience = 300_000;

/** Cases of the tests have numbers; these are beyond those of other helpers. */
const planted = () => referredCase(randomInt(100_000, 400_000)).events;

/** A record that cannot be read at all. */
export const unparsable: Fault = deadLetterFault({
  name: 'record-unparsable',
  what: 'a record in the topic that is no event at all',
  recordOf: (first) => ({ ...first, headers: {}, value: Buffer.from([0xff, 0x00, 0xfe]) }),
});

/** A record that can be read and breaks its schema. */
export const againstSchema: Fault = deadLetterFault({
  name: 'record-against-schema',
  what: 'a record in the topic that breaks the schema of its type',
  recordOf: (first) => ({ ...first, value: Buffer.from('{"by":{"kind":"clock"},"data":{"facts":"none"}}') }),
});

/** A case one of whose events is missing in the topic, and comes later. */
export const gapInCase: Fault = {
  name: 'record-missing',
  what: 'a case with a gap in the topic: it is parked and the others go on, until the missing event comes',
  comparedWith: 'projector',
  lasts: { long: 10_000, short: 0 },
  mixes: false,
  commandsGoOn: true,
  async strike({ arena: { ground } }) {
    const events = planted();
    const [first, second, missing, ...later] = events.map((event) => ({ topic, ...toRecord(event) }) as const);
    const caseId = events[0]?.caseId ?? '';
    if (first === undefined || second === undefined || missing === undefined) {
      throw new Error('the planted case is too short');
    }
    await send(ground, [first, second, ...later]);
    const parked = `SELECT 1 FROM projection.parked WHERE subject = '${caseId}'`;
    await untilRows(ground, parked, later.length);
    await othersAreApplied(ground, caseId);
    return {
      planted: { caseIds: [caseId], deadLetters: 0 },
      heal: async () => {
        await send(ground, [missing]);
        await untilRows(ground, parked, 0);
        await untilRows(ground, `SELECT 1 FROM projection.event_log WHERE subject = '${caseId}'`, events.length);
      },
    };
  },
};

function deadLetterFault({
  name,
  what,
  recordOf,
}: {
  readonly name: string;
  readonly what: string;
  readonly recordOf: (first: OutgoingRecord) => OutgoingRecord;
}): Fault {
  return {
    name,
    what: `${what}: it becomes a dead letter and the others go on`,
    comparedWith: 'projector',
    lasts: { long: 10_000, short: 0 },
    mixes: false,
    commandsGoOn: true,
    async strike({ arena: { ground } }) {
      const [event] = planted();
      if (event === undefined) {
        throw new Error('the planted case is empty');
      }
      await send(ground, [recordOf({ topic, ...toRecord(event) })]);
      await untilRows(ground, `SELECT 1 FROM relais.dead_letter WHERE key = '${event.caseId}'`, 1);
      await othersAreApplied(ground, event.caseId);
      return { planted: { caseIds: [event.caseId], deadLetters: 1 }, heal: async () => undefined };
    },
  };
}

async function send(ground: Ground, records: readonly OutgoingRecord[]): Promise<void> {
  const publisher = new EventPublisher(createKafka(ground.brokers, 'relais-chaos'), ground.prefix);
  try {
    await publisher.send(records);
  } finally {
    await publisher.stop();
  }
}

async function othersAreApplied({ databaseUrl }: Ground, caseId: string): Promise<void> {
  const applied = `SELECT count(*)::int AS number FROM projection.event_log WHERE stream = 'cases' AND subject <> '${caseId}'`;
  await withDatabase(databaseUrl, async (database) => {
    const count = async () => (await database.query<{ number: number }>(applied))[0]?.number ?? 0;
    const before = await count();
    await until(async () => (await count()) >= before + othersGoOn, 'the events of other cases are applied', patience);
  });
}

async function untilRows({ databaseUrl }: Ground, statement: string, rows: number): Promise<void> {
  await withDatabase(databaseUrl, (database) =>
    until(async () => (await database.query(statement)).length === rows, `${rows} rows of: ${statement}`, patience),
  );
}

async function withDatabase(url: string, work: (database: Database) => Promise<unknown>): Promise<void> {
  const database = new Database(createDataSource(url, { connections: 1 }));
  try {
    await work(database);
  } finally {
    await database.stop();
  }
}
