import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errorsOf, openBrowser, type TestBrowser } from '../support/browser.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { seed, startStack, type Stack } from '../support/processes.js';
import { type Proxy, proxyTo } from '../support/proxy.js';
import { signedIn } from './person.js';
import type { Told } from './texts.js';

let database: TestDatabase;
let postgresql: Proxy;
let stack: Stack;
let browser: TestBrowser;

beforeAll(async () => {
  database = await createTestDatabase();
  await seed(database.url);
  const url = new URL(database.url);
  postgresql = await proxyTo(url.host);
  url.host = postgresql.address;
  stack = await startStack({ databaseUrl: url.href, archivist: true });
  browser = await openBrowser(stack.apiUrl);
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  await postgresql?.stop();
  await database?.drop();
});

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
