import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { CaseRequestInput, CaseView } from '#contracts/case';
import { createDataSource, Database } from '#persistence/kernel';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openStream } from '../support/event-stream.js';
import { ask, type Client, signIn } from '../support/http.js';
import { testBrokers } from '../support/kafka.js';
import { seed, startStack, type Stack } from '../support/processes.js';
import { type Proxy, proxyTo } from '../support/proxy.js';
import { until } from '../support/wait.js';

type Engine = 'postgresql' | 'temporal' | 'kafka';

let database: TestDatabase;
let ways: Record<Engine, Proxy>;
let stack: Stack;
let amelie: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  await seed(database.url);
  const url = new URL(database.url);
  ways = {
    postgresql: await proxyTo(url.host),
    temporal: await proxyTo(process.env['TEST_TEMPORAL_ADDRESS'] ?? ''),
    kafka: await proxyTo(testBrokers()[0] ?? ''),
  };
  url.host = ways.postgresql.address;
  // Behind this way only the first contact is made: the broker then names its own address. So it is cut from the start.
  ways.kafka.cut();
  stack = await startStack({
    databaseUrl: url.href,
    temporalAddress: ways.temporal.address,
    brokers: ways.kafka.address,
    awaitProjector: false,
  });
  amelie = await signIn(stack.apiUrl, 'amelie-beci');
});

afterAll(async () => {
  await stack?.stop();
  await Promise.all(Object.values(ways ?? {}).map((way) => way.stop()));
  await database?.drop();
});

async function readiness(): Promise<{ status: number; body: { checks: Record<string, string> } }> {
  return ask(stack.apiUrl, 'GET', '/health/ready');
}

describe('while Kafka is away', () => {
  it('commands are answered, and published once it is there', async () => {
    const opened = await amelie.openCase();
    expect(opened.status).toBe(201);
    const { caseId } = opened.body;
    const unprojected = await amelie.get<CaseView>(`/cases/${caseId}`);
    expect([unprojected.status, unprojected.body.sequence, unprojected.body.timeline]).toEqual([200, 1, []]);
    ways.kafka.mend();
    const projected = await until(async () => {
      const { body } = await amelie.get<CaseView>(`/cases/${caseId}`);
      return body.timeline.length === 1 && body;
    }, 'the case is projected');
    expect(projected.timeline[0]?.type).toBe('relais.case.opened.v1');
  });
});

describe('while Temporal is away', () => {
  it('commands are refused as passing, reading goes on, and the same key succeeds afterwards', async () => {
    const { caseId } = (await amelie.openCase()).body;
    await until(async () => (await amelie.get<CaseView>(`/cases/${caseId}`)).body.timeline.length === 1, 'projected');
    ways.temporal.cut();
    const key = randomUUID();
    const note: CaseRequestInput = { type: 'add-note', note: 'Rendez-vous pris.' };
    const refused = await amelie.command(caseId, note, key);
    expect(refused.problem).toMatchObject({
      status: 503,
      code: 'engine-away',
      detail: 'Relais ne peut pas traiter cela pour l’instant. Rien n’est perdu : réessayez dans un moment.',
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await amelie.get(`/cases/${caseId}`)).status).toBe(200);
    const ready = await readiness();
    expect([ready.status, ready.body.checks['postgresql']]).toEqual([503, 'ok']);
    expect(ready.body.checks['temporal']).not.toBe('ok');
    ways.temporal.mend();
    const answered = await until(async () => {
      const answer = await amelie.command(caseId, note, key);
      return answer.status === 200 && answer;
    }, 'the command is answered');
    expect([answered.body.sequence, answered.body.case.notes.length]).toEqual([2, 1]);
  });
});

describe('while Temporal is away, what lives in PostgreSQL', () => {
  it('is changed all the same; its clock is told later', async () => {
    ways.temporal.cut();
    const confirmed = await amelie.put('/directory/services/beci-desk/capacity', { capacity: 'full' });
    expect(confirmed.status).toBe(200);
    await until(() => stack.api.logs().includes('a clock could not be told'), 'the API says so');
    ways.temporal.mend();
  });
});

describe('while PostgreSQL is away', () => {
  it('everything is refused as passing, and goes on by itself afterwards, live stream included', async () => {
    const stream = await openStream(amelie);
    ways.postgresql.cut();
    for (const answer of [await amelie.get('/inbox'), await amelie.openCase(), await amelie.get('/session')]) {
      expect([answer.status, answer.problem.code]).toEqual([503, 'engine-away']);
    }
    const ready = await readiness();
    expect([ready.status, ready.body.checks['postgresql'] === 'ok']).toEqual([503, false]);
    expect((await ask(stack.apiUrl, 'GET', '/health/live')).status).toBe(200);
    ways.postgresql.mend();
    const direct = new Database(createDataSource(database.url, { connections: 1 }));
    const ears = `SELECT 1 FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'relais-feed-listener'`;
    await until(async () => (await direct.query(ears)).length === 1, 'the API listens again');
    await direct.stop();
    const opened = await until(async () => {
      const answer = await amelie.openCase();
      return answer.status === 201 && answer.body;
    }, 'a case can be opened again');
    await stream.next(
      (message) => message.event === 'case' && message.data.caseId === opened.caseId,
      'the stream tells of the new case',
    );
    stream.close();
  });

  it('the API starts all the same', async () => {
    await stack.api.kill();
    ways.postgresql.cut();
    ways.temporal.cut();
    await stack.api.restart();
    expect((await amelie.get('/session')).status).toBe(503);
    ways.postgresql.mend();
    ways.temporal.mend();
    await until(async () => (await amelie.openCase()).status === 201, 'a case can be opened');
  });
});
