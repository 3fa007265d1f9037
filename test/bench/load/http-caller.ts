import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { CommandAnswer } from '#contracts/case';

const pauseWhenAway = 100;
const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });

/** Somebody who is signed in. */
export type Caller = { readonly apiUrl: string; readonly cookie: string };

/** Sends a command over a connection that stays open; less work for the driver than `fetch`. */
export async function send(caller: Caller, path: string, body: unknown): Promise<CommandAnswer> {
  return JSON.parse(await request(caller, 'POST', path, body)) as CommandAnswer;
}

/** Sends a command again, under the same key, as long as it is told to come back. */
export async function insist(caller: Caller, path: string, body: unknown): Promise<CommandAnswer> {
  const key = randomUUID();
  for (;;) {
    try {
      return JSON.parse(await request(caller, 'POST', path, body, key)) as CommandAnswer;
    } catch (error) {
      if (!(error instanceof NotAnswered && error.status === 503)) {
        throw error;
      }
      await delay(pauseWhenAway);
    }
  }
}

class NotAnswered extends Error {
  constructor(
    readonly status: number | undefined,
    message: string,
  ) {
    super(message);
  }
}

/** Reads a page of the API over a connection that stays open; answers its text. */
export function read(caller: Caller, path: string): Promise<string> {
  return request(caller, 'GET', path);
}

function request(
  { apiUrl, cookie }: Caller,
  method: string,
  path: string,
  body?: unknown,
  key: string = randomUUID(),
): Promise<string> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    cookie,
    ...(text !== undefined && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'idempotency-key': key,
    }),
  };
  return new Promise((resolve, reject) => {
    const sent = http.request(`${apiUrl}/api/v1${path}`, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const answer = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode === 200 || response.statusCode === 201) {
          resolve(answer);
        } else {
          const told = `${method} ${path} was answered ${response.statusCode}: ${answer.slice(0, 500)}`;
          reject(new NotAnswered(response.statusCode, told));
        }
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });
}
