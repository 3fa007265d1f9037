import http from 'node:http';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Response } from 'express';
import { z } from 'zod';
import { sendLines } from './lines.js';

let server: http.Server;
let asked: (response: http.ServerResponse) => void;

beforeEach(async () => {
  server = http.createServer((_, response) => asked(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

const place = () => `http://127.0.0.1:${(server.address() as { port: number }).port}`;

/** Lines until nobody reads any more; tells when their making ended. */
function lines(ended: () => void) {
  return async function* (signal: AbortSignal) {
    for (let n = 0; !signal.aborted; n += 1) {
      yield 'x'.repeat(10_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    ended();
  };
}

it.each(['before the answer begins', 'while it is sent'] as const)(
  'the making of an answer ends when its reader goes away %s',
  async (moment) => {
    const reading = new AbortController();
    const made = new Promise<void>((ended, fail) => {
      asked = (response) => {
        const send = () => sendLines(response as Response, z.string(), lines(ended));
        if (moment === 'while it is sent') {
          void send().catch(fail);
        } else {
          response.once('close', () => setImmediate(() => void send().catch(fail)));
          reading.abort();
        }
      };
    });
    const answer = fetch(place(), { signal: reading.signal }).then(async (response) => {
      await response.body?.getReader().read();
      reading.abort();
    });
    await answer.catch(() => undefined);
    await expect(made).resolves.toBeUndefined();
  },
);
