import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';

let stack: Stack;

/** Which addresses are pages. */
export function web(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
  });

  const browserGoes = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  const browserLoads = '*/*';

  async function fetched(path: string, accept: string): Promise<[number, string | undefined]> {
    const response = await fetch(`${stack.apiUrl}${path}`, { headers: { accept } });
    await response.text();
    return [response.status, response.headers.get('content-type')?.split(';')[0]];
  }

  /** A part as it is sent, which `fetch` would not show. */
  async function part(path: string, accepted: string) {
    const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
      http.get(`${stack.apiUrl}${path}`, { headers: { 'accept-encoding': accepted } }, resolve).on('error', reject);
    });
    const { headers, statusCode: status } = answer;
    const told = { type: headers['content-type'], kept: headers['cache-control'], depends: headers.vary };
    return { status, told, coding: headers['content-encoding'], bytes: await buffer(answer) };
  }

  describe('an address', () => {
    it.each(['/', '/inbox', '/nowhere', '/analysis/contracts/relais.case.opened.v1'])(
      '%s is a page of the web application for a browser that goes there',
      async (path) => {
        expect(await fetched(path, browserGoes)).toEqual([200, 'text/html']);
      },
    );

    it('of a file that is gone is no page for what loads it', async () => {
      expect(await fetched('/assets/gone-1a2b3c.js', browserLoads)).toEqual([404, 'application/problem+json']);
      expect(await fetched('/assets/gone-1a2b3c.css', 'text/css,*/*;q=0.1')).toEqual([404, 'application/problem+json']);
    });

    it('of a part is answered in the smallest form that its reader takes, and says which', async () => {
      const page = await readFile('dist/web/index.html', 'utf8');
      const [program = ''] = /\/assets\/first-[\w-]+\.js/.exec(page) ?? [];
      const plain = await part(program, 'identity');
      expect(plain).toMatchObject({ status: 200, coding: undefined, bytes: await readFile(`dist/web${program}`) });
      const [squeezed, zipped] = [await part(program, 'gzip, br'), await part(program, 'gzip')];
      expect([squeezed.coding, zipped.coding]).toEqual(['br', 'gzip']);
      expect([brotliDecompressSync(squeezed.bytes), gunzipSync(zipped.bytes)]).toEqual([plain.bytes, plain.bytes]);
      expect(new Set([plain, squeezed, zipped].map(({ told }) => JSON.stringify(told))).size).toBe(1);
      expect(plain.told).toEqual({
        type: 'text/javascript; charset=utf-8',
        kept: 'public, max-age=31536000, immutable',
        depends: 'Accept-Encoding',
      });
    });

    it('of the API is never a page', async () => {
      expect(await fetched('/api/v1/nothing', browserGoes)).toEqual([404, 'application/problem+json']);
    });
  });
}
