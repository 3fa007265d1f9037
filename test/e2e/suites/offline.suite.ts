import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { signedIn } from './person.js';
import { until } from '../../support/wait.js';
import { atCase, closed, field, holds, sendNote, startNote } from './at-case.js';

let stack: Stack;
let browser: TestBrowser;

const typed = 'Le bail commercial prend fin au printemps.';

/** What a page does without a connection. */
export function offline(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    browser = await openBrowser(stack.apiUrl, { ahead: true });
  });

  afterAll(async () => {
    await browser?.close();
  });

  const notice = (page: Page, which: string) => page.locator(`[data-notice="${which}"]`);

  it('a page says so, holds what is sent, and sends it once when the connection is back', async () => {
    const at = await atCase(stack.apiUrl, browser);
    const { person, page, code } = at;
    const title = page.getByRole('heading', { level: 1, name: code });
    // To reach the button the page may have scrolled.
    await startNote(at);
    await field(page).fill(typed);
    const before = await title.boundingBox();
    await page.context().setOffline(true);
    await notice(page, 'away').waitFor();
    // Nothing moves for it.
    expect(await title.boundingBox()).toEqual(before);
    await page.getByText(person.text('common', 'live.away')).first().waitFor();
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/commands')) {
        keys.push(request.headers()['idempotency-key']);
      }
    });
    await sendNote(at);
    await page.locator('[data-held]').waitFor();
    await holds(field(page), typed);
    expect(await at.notes()).toEqual([]);
    await page.context().setOffline(false);
    await closed(page);
    await notice(page, 'away').waitFor({ state: 'hidden' });
    expect(await at.noted()).toEqual([typed]);
    expect(new Set(keys).size).toBe(1);
    await startNote(at);
    expect(await field(page).inputValue()).toBe('');
    await page.context().close();
  });

  it('a server that is slow to answer is no lost connection', async () => {
    const at = await atCase(stack.apiUrl, browser);
    const { person, page } = at;
    let goOn: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route('**/commands', async (route) => {
      await slow;
      await route.continue();
    });
    await startNote(at);
    await field(page).fill(typed);
    await sendNote(at);
    await page.locator('[data-held]').getByText(person.text('common', 'held.slow')).waitFor();
    expect(await notice(page, 'away').count()).toBe(0);
    goOn();
    await closed(page);
    expect(await at.noted()).toEqual([typed]);
    await page.context().close();
  });

  it('a capacity is held too, and confirmed once under one key', async () => {
    const page = await browser.person('fr');
    const { goTo, text } = await signedIn(page, 'paul-itaa', 'fr');
    await goTo('/directory');
    const buttons = page
      .getByRole('group', { name: text('directory', 'confirm') })
      .first()
      .getByRole('button');
    await buttons.first().waitFor();
    const other = buttons.and(page.locator('[aria-pressed=false]')).first();
    const chosen = page.getByRole('button', { name: await other.innerText(), exact: true }).first();
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/capacity')) {
        keys.push(request.headers()['idempotency-key']);
      }
    });
    await page.context().setOffline(true);
    await notice(page, 'away').waitFor();
    await other.click();
    await notice(page, 'held').waitFor();
    expect(await buttons.and(page.locator(':disabled')).count()).toBe(3);
    await page.context().setOffline(false);
    await notice(page, 'held').waitFor({ state: 'hidden' });
    await chosen.and(page.locator('[aria-pressed=true]')).waitFor();
    expect([new Set(keys).size, keys[0]]).toEqual([1, expect.any(String)]);
    expect(errorsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('a file is not held: that there is no connection is said where it was chosen, and it stays', async () => {
    const page = await browser.person('fr');
    const { goTo, text } = await signedIn(page, 'sofie-hub', 'fr');
    const file = {
      name: 'faillites.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('period,place,value\n2026-01,21004,3\n2026-02,21004,5\n'),
    };
    await goTo('/trends/outside');
    await page.getByRole('button', { name: text('outside', 'import.open'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.context().setOffline(true);
    await dialog.locator('input[type=file]').setInputFiles(file);
    await dialog.locator('[data-held]').getByText(text('common', 'held.noAnswer')).waitFor();
    expect(await dialog.getByText(file.name).count()).toBe(1);
    await page.context().setOffline(false);
    await dialog.locator('[data-held]').waitFor({ state: 'hidden' });
    await dialog.getByText(text('outside', 'found.points_other')).waitFor();
    // Nor does Escape drop it.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: text('outside', 'import.open'), exact: true }).click();
    await dialog.getByText(file.name).waitFor();
    await dialog.locator('[data-draft]').getByRole('button').click();
    await dialog.getByText(file.name).waitFor({ state: 'hidden' });

    await goTo('/operations');
    const choose = page.locator('input[type=file]');
    await choose.waitFor({ state: 'attached' });
    await choose.setInputFiles(file);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: text('operations', 'import.send'), exact: true }).click();
    await page.getByText(text('common', 'error.offline')).waitFor();
    expect(await page.getByText(file.name).count()).toBe(1);
    await page.context().close();
  });

  it('what was sent and lost its answer is asked again under its key, and happens once', async () => {
    const at = await atCase(stack.apiUrl, browser);
    const { page } = at;
    const asked: (string | undefined)[][] = [];
    await page.route('**/commands', async (route) => {
      const headers = route.request().headers();
      asked.push([headers['idempotency-key'], headers['idempotency-attempt']]);
      if (asked.length === 1) {
        await route.fetch();
        await route.abort('connectionreset');
      } else {
        await route.continue();
      }
    });
    await startNote(at);
    await field(page).fill(typed);
    await sendNote(at);
    await closed(page);
    const [key] = asked[0] ?? [];
    expect(asked).toEqual([
      [key, '1'],
      [key, '2'],
    ]);
    expect(await at.noted()).toEqual([typed]);
    await page.context().close();
  });

  it('what waits goes on after the dialog is closed, or is taken back and never sent', async () => {
    const at = await atCase(stack.apiUrl, browser);
    const { person, page } = at;
    await startNote(at);
    await field(page).fill(typed);
    await page.context().setOffline(true);
    await sendNote(at);
    await page.locator('[data-held]').waitFor();
    await person.dismiss();
    await notice(page, 'held')
      .getByRole('button', { name: person.text('common', 'held.withdraw') })
      .click();
    await notice(page, 'held').waitFor({ state: 'hidden' });
    await startNote(at);
    await holds(field(page), typed);
    await sendNote(at);
    await person.dismiss();
    await page.context().setOffline(false);
    expect(await at.noted()).toEqual([typed]);
    await page.context().close();
  });

  it('dialogs that were loaded ahead open, and one that was not leaves the page as it is', async () => {
    const at = await atCase(stack.apiUrl, browser);
    const { person, page, code } = at;
    const loaded = `performance.getEntriesByType('resource').some(({ name }) => name.includes('/assets/action-dialog'))`;
    await until(() => page.evaluate<boolean>(loaded), 'the dialogs are loaded ahead');
    await page.context().setOffline(true);
    await notice(page, 'away').waitFor();
    await startNote(at);
    await person.dismiss();
    await page.context().setOffline(false);

    await page.route('**/assets/action-dialog*', (route) => route.abort('internetdisconnected'));
    await page.reload();
    await page.getByRole('heading', { level: 1, name: code }).waitFor();
    await page.getByRole('button', { name: person.text('case-page', 'timeline.note') }).click();
    await page.locator('[data-part-missing]').waitFor();
    expect(await page.getByRole('heading', { level: 1, name: code }).isVisible()).toBe(true);
    await page.unroute('**/assets/action-dialog*');
    const reloaded = page.waitForEvent('load');
    await page
      .locator('[data-part-missing]')
      .getByRole('button', { name: person.text('common', 'build.reload') })
      .click();
    await reloaded;
    await startNote(at);
    await page.context().close();
  });
}
