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

    it('of the API is never a page', async () => {
      expect(await fetched('/api/v1/nothing', browserGoes)).toEqual([404, 'application/problem+json']);
    });
  });
}
