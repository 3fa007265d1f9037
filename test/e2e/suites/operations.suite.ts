import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import type { Stack } from '../../support/processes.js';
import { emptied, type System } from '../../support/system.js';
import type { Proxy } from '../../support/proxy.js';
import { signedIn } from './person.js';
import type { Told } from './texts.js';

let postgresql: Proxy;
let stack: Stack;
let browser: TestBrowser;

/** What the person on duty reads while processes are killed and PostgreSQL is cut off; all is well again at the end. */
export function operations(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    ({ stack, postgresql } = system());
    await stack.archivist.restart();
    browser = await openBrowser(stack.apiUrl);
  });

  afterEach(() => browser.leave());

  afterAll(() => browser?.close());

  describe.each<Told>(['fr', 'nl'])('the person on duty, in %s', (language) => {
    it('reads that all is well, that no worker runs once it was killed, and that all is well again', async () => {
      const duty = await signedIn(await browser.person(language), 'admin-hub', language);
      const verdict = (severity: string) =>
        duty.page.getByRole('heading', { level: 2, name: duty.text('operations', `verdict.${severity}`) }).waitFor();
      await duty.goTo('/operations');
      await verdict('well');
      await stack.worker.kill('SIGKILL');
      await verdict('bad');
      await duty.sees(duty.text('operations', 'missing.worker'));
      await duty.sees(duty.text('operations', 'processState.gone'));
      await stack.worker.restart();
      await verdict('well');
      expect(errorsOf(duty.page)).toEqual([]);
    });

    it('reads that PostgreSQL is away although nothing can be read, and that all is well again', async () => {
      const duty = await signedIn(await browser.person(language), 'admin-hub', language);
      const sentence = (severity: string) =>
        duty.page.getByRole('heading', { level: 2, name: duty.text('operations', `verdict.${severity}`) });
      await duty.goTo('/operations');
      await sentence('well').waitFor();
      postgresql.cut();
      await duty.page.getByText(duty.text('operations', 'engine.postgresql')).waitFor();
      await sentence('bad').waitFor();
      postgresql.mend();
      await sentence('well').waitFor();
      expect(errorsOf(duty.page)).toEqual([]);
    });
  });
}
