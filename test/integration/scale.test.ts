import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource, Database } from '#persistence/kernel';
import { openStream, type EventStream } from '../support/event-stream.js';
import { ask, Client, signIn } from '../support/http.js';
import { startStack, type Stack } from '../support/processes.js';
import { until } from '../support/wait.js';

const balancerPort = 20_000 + (process.pid % 900);

let stack: Stack;
let balancer: ChildProcess;
let database: Database;
let amelie: Client;
let [firstUrl, secondUrl] = ['', ''];
const streams: EventStream[] = [];

const at = (url: string, client: Client) => new Client(url, client.cookie);

async function follow(client: Client, lastEventId?: string): Promise<EventStream> {
  const stream = await openStream(client, lastEventId);
  streams.push(stream);
  return stream;
}

const sequencesOf = (stream: EventStream, caseId: string) =>
  stream.received.flatMap((one) => (one.event === 'case' && one.data.caseId === caseId ? [one.data.sequence] : []));
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const note = { type: 'add-note', note: 'Le plan avance.' } as const;

beforeAll(async () => {
  stack = await startStack({ copies: 2 });
  [firstUrl = '', secondUrl = ''] = stack.copies.apis.map(({ url }) => url);
  const ports = [firstUrl, secondUrl].map((url) => new URL(url).port);
  const script = path.join(process.cwd(), 'scripts/balance.mjs');
  balancer = spawn(process.execPath, [script, String(balancerPort), ...ports], { stdio: 'ignore' });
  database = new Database(createDataSource(stack.databaseUrl, { connections: 2 }));
  amelie = await signIn(firstUrl, 'amelie-beci');
  await until(async () => (await fetch(`${balancedUrl}/health/live`)).ok, 'the balancer serves');
});

const balancedUrl = `http://localhost:${balancerPort}`;

afterAll(async () => {
  streams.forEach((one) => one.close());
  balancer?.kill();
  await database?.stop();
  await stack?.stop();
});

describe('two of each process', () => {
  it('share sessions, and a sign-out at one ends the streams at the other', async () => {
    const tom = await signIn(firstUrl, 'tom-ucm');
    expect((await at(secondUrl, tom).get('/session')).status).toBe(200);
    const stream = await follow(at(secondUrl, tom));
    await tom.delete('/session');
    await stream.ended;
    expect((await at(secondUrl, tom).get('/session')).status).toBe(401);
  });

  it('answer more commands at once on one case than Temporal takes, each once', async () => {
    const { caseId } = (await amelie.openCase()).body;
    const commands = upTo(40).map((n) => at(n % 2 === 0 ? firstUrl : secondUrl, amelie).command(caseId, note));
    const answers = await Promise.all(commands);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.map(({ body }) => body.sequence).sort((a, b) => a - b)).toEqual(upTo(40).map((n) => n + 1));
  });

  it('lose and double nothing while one projector ends, comes back and the partitions move', async () => {
    const [here, there] = [await follow(at(firstUrl, amelie)), await follow(at(secondUrl, amelie))];
    const [, second] = stack.copies.projectors;
    const opened = await Promise.all(upTo(8).map(() => amelie.openCase()));
    const cases = opened.map(({ body }) => body.caseId);
    let counts = 1;
    const tell = async (rounds: number) => {
      for (let round = 0; round < rounds; round++) {
        const url = round % 2 === 0 ? firstUrl : secondUrl;
        await Promise.all(cases.map((caseId) => at(url, amelie).command(caseId, note)));
        counts++;
      }
    };
    await tell(4);
    await Promise.all([second?.kill('SIGKILL'), tell(6)]);
    await Promise.all([second?.restart(), tell(6)]);
    await Promise.all([second?.kill('SIGTERM'), tell(4)]);
    await second?.restart();
    for (const stream of [here, there]) {
      for (const caseId of cases) {
        await until(() => sequencesOf(stream, caseId).length >= counts, `all of ${caseId} is told`);
        expect(sequencesOf(stream, caseId)).toEqual(upTo(counts));
      }
    }
    const logged = await database.query<{ subject: string; events: number; last: number }>(
      `SELECT subject, count(*)::int AS events, max(sequence) AS last FROM projection.event_log
        WHERE subject = ANY ($1) GROUP BY subject`,
      [cases],
    );
    expect(logged.map(({ events, last }) => [events, last])).toEqual(cases.map(() => [counts, counts]));
    expect(await database.query('SELECT * FROM projection.parked')).toEqual([]);
  });

  it('let a stream move to the other API when its own is killed, and nothing is missed', async () => {
    const stream = await follow(amelie);
    const { caseId } = (await at(secondUrl, amelie).openCase()).body;
    await until(() => sequencesOf(stream, caseId).length === 1, 'the case is told');
    await stack.api.kill('SIGKILL');
    await stream.ended;
    for (let count = 0; count < 5; count++) {
      await at(secondUrl, amelie).command(caseId, note);
    }
    const again = await follow(at(secondUrl, amelie), stream.lastId());
    await until(() => sequencesOf(again, caseId).length === 5, 'what was missed is told');
    expect(sequencesOf(again, caseId)).toEqual([2, 3, 4, 5, 6]);
    expect(again.received.some((one) => one.event === 'resync')).toBe(false);
    await stack.api.restart();
  });
});

describe('the balancer', () => {
  it('passes on writes of its own pages, refuses those of others, and streams through', async () => {
    const body = { personId: 'amelie-beci' };
    const signInFrom = (origin: string) => ask(balancedUrl, 'POST', '/api/v1/session', { body, headers: { origin } });
    expect((await signInFrom(balancedUrl)).status).toBe(200);
    expect((await signInFrom('https://elsewhere.example')).status).toBe(403);
    const client = await signIn(balancedUrl, 'amelie-beci');
    const stream = await follow(client);
    const { caseId } = (await client.openCase()).body;
    await until(() => sequencesOf(stream, caseId).length === 1, 'the case is told through the balancer');
  });

  it('does not need both APIs', async () => {
    await stack.api.kill('SIGKILL');
    const answers = await Promise.all(upTo(6).map(() => at(balancedUrl, amelie).get('/session')));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    await stack.api.restart();
  });
});
