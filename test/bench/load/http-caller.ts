import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { CommandAnswer } from '#contracts/case';

const agent = new http.Agent({ keepAlive: true, maxSockets: 256 });

/** Somebody who is signed in. */
export type Caller = { readonly apiUrl: string; readonly cookie: string };

/** Sends a command over a connection that stays open; less work for the driver than `fetch`. */
export async function send(caller: Caller, path: string, body: unknown): Promise<CommandAnswer> {
  return JSON.parse(await request(caller, 'POST', path, body)) as CommandAnswer;
}

/** Reads a page of the API over a connection that stays open; answers its text. */
export function read(caller: Caller, path: string): Promise<string> {
  return request(caller, 'GET', path);
}

function request({ apiUrl, cookie }: Caller, method: string, path: string, body?: unknown): Promise<string> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    cookie,
    ...(text !== undefined && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'idempotency-key': randomUUID(),
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
          reject(new Error(`${method} ${path} was answered ${response.statusCode}: ${answer.slice(0, 500)}`));
        }
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });
}
