import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { api } from './api.js';
import { standing } from './standing.js';

const fetched = jest.fn<typeof fetch>();
const before = globalThis.fetch;

function answers(status: number, body: object): void {
  const type = status === 200 ? 'application/json' : 'application/problem+json';
  fetched.mockImplementation(
    async () => new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }),
  );
}

beforeEach(() => {
  globalThis.fetch = fetched;
  standing.begin();
});

afterEach(() => {
  globalThis.fetch = before;
});

it('a session is over once the server says so', async () => {
  answers(401, { code: 'signed-out', detail: 'Sign in first.' });
  await expect(api.get('/inbox')).rejects.toMatchObject({ status: 401 });
  expect(standing.now).toBe('ended');
});

it('a refusal to the one before says nothing of who has signed in since', async () => {
  answers(401, { code: 'signed-out', detail: 'Sign in first.' });
  const asked = api.get('/inbox');
  standing.begin();
  await expect(asked).rejects.toMatchObject({ status: 401 });
  expect(standing.now).toBe('holds');
});

it.each(['left', 'another', 'ended'] as const)(
  'an answer still on its way is nobody’s once the session is %s',
  async (why) => {
    answers(200, { secret: 'of the one before' });
    const asked = api.get('/inbox');
    standing.end(why);
    await expect(asked).rejects.toMatchObject({ status: 401 });
  },
);

it('the first reason counts, and whoever signs in begins anew', () => {
  standing.end('left');
  standing.end('ended');
  expect(standing.now).toBe('left');
  standing.goOn();
  expect(standing.now).toBe('holds');
});

it('what ended while another session was opened in this browser is known to go on there, and nothing else is', () => {
  standing.goesOnElsewhere();
  expect(standing.now).toBe('holds');
  standing.end('ended');
  standing.goesOnElsewhere();
  expect(standing.now).toBe('another');
  standing.begin();
  standing.end('left');
  standing.goesOnElsewhere();
  expect(standing.now).toBe('left');
});

it('what ends after another session was opened in this browser is told as that, until it is known to be the same', () => {
  standing.goesOnElsewhere();
  standing.end('ended');
  expect(standing.now).toBe('another');
  standing.begin();
  standing.goesOnElsewhere();
  standing.isThisOne();
  standing.end('ended');
  expect(standing.now).toBe('ended');
  standing.begin();
  standing.goesOnElsewhere();
  standing.endsEverywhere();
  expect(standing.now).toBe('ended');
});

it('a refusal to the session that is being changed for another one ends nothing', async () => {
  answers(401, { code: 'signed-out', detail: 'Sign in first.' });
  const refused = standing.change(() => api.put('/session', {}));
  await expect(api.get('/inbox')).rejects.toMatchObject({ status: 401 });
  await expect(refused).rejects.toMatchObject({ status: 401 });
  expect([standing.now, standing.isChanging]).toEqual(['holds', false]);
  await expect(api.get('/session')).rejects.toMatchObject({ status: 401 });
  expect(standing.now).toBe('ended');
});
