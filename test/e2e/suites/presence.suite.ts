import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { atCase, closed, field, holds, isKept, sendNote, startNote, stored } from './at-case.js';

let stack: Stack;
let browser: TestBrowser;

const typed = 'Le bail commercial prend fin au printemps.';

/** What a page does when its session, its connection or its version goes. */
export function presence(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    browser = await openBrowser(stack.apiUrl);
  });

  afterAll(async () => {
    await browser?.close();
  });

  const notice = (page: Page, which: string) => page.locator(`[data-notice="${which}"]`);

  describe('a session', () => {
    it('that a person ends leads to the page for signing in, leaves nothing on the device, and no way back', async () => {
      const at = await atCase(stack.apiUrl, browser);
      const { person, page, code } = at;
      await startNote(at);
      await field(page).fill(typed);
      await isKept(page);
      await person.dismiss();
      await page.getByRole('button', { name: person.text('common', 'person.menu') }).click();
      await page.getByRole('button', { name: person.text('common', 'person.signOut') }).click();
      await page.locator('[data-person="paul-itaa"]').waitFor();
      expect(await page.locator('[data-loading]').count()).toBe(0);
      expect(await stored(page)).not.toMatch(/relais\.(kept|seen)/);
      await page.goBack();
      await page.locator('[data-person="paul-itaa"]').waitFor();
      expect(await page.getByText(code).count()).toBe(0);
      expect(errorsOf(page)).toEqual([]);
      await page.context().close();
    });

    it('that ends elsewhere covers the page, and signing in leads back to it with what was typed', async () => {
      const at = await atCase(stack.apiUrl, browser);
      const { person, page, caseId, code } = at;
      await startNote(at);
      await field(page).fill(typed);
      const [cookie] = await page.context().cookies();
      await fetch(`${stack.apiUrl}/api/v1/session`, {
        method: 'DELETE',
        headers: { cookie: `${cookie?.name}=${cookie?.value}` },
      });
      await page.getByRole('heading', { name: person.text('common', 'session.ended.title') }).waitFor();
      expect(await page.locator('html').innerText()).not.toMatch(new RegExp(`${code}|bail`));
      expect(await page.title()).toBe('Relais');
      await page.getByRole('link', { name: person.text('common', 'session.signIn') }).click();
      await page.locator('[data-person="paul-itaa"]').click();
      await page.waitForURL(`**/cases/${caseId}`);
      await startNote(at);
      await holds(field(page), typed);
      await page.context().close();
    });

    it('of another person in another tab takes the place of the first, of which nothing is left to read', async () => {
      const at = await atCase(stack.apiUrl, browser);
      const { person, page, code } = at;
      await startNote(at);
      await field(page).fill(typed);
      const other = await page.context().newPage();
      await other.goto('/sign-in');
      await other.locator('[data-person="mark-febelfin"]').click();
      await page.getByRole('heading', { name: person.text('common', 'session.another.title') }).waitFor();
      expect(await page.locator('html').innerText()).not.toMatch(new RegExp(`${code}|bail`));
      expect(await stored(page)).not.toMatch(/relais\.(kept|seen)/);
      await page.getByRole('button', { name: person.text('common', 'session.another.go') }).click();
      await page.getByRole('button', { name: person.text('common', 'person.menu') }).click();
      expect(await page.locator('#person-menu').innerText()).not.toContain('Paul');
      expect(await page.getByText(code).count()).toBe(0);
      await page.context().close();
    });
  });

  describe('without a connection', () => {
    it('a page says so, holds what is sent, and sends it once when the connection is back', async () => {
      const at = await atCase(stack.apiUrl, browser);
      const { person, page } = at;
      await startNote(at);
      await field(page).fill(typed);
      await page.context().setOffline(true);
      await notice(page, 'away').waitFor();
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
  });

  it('a new version offers to reload, and what was typed is there after it', async () => {
    const at = await atCase(stack.apiUrl, browser);
    const { person, page } = at;
    await startNote(at);
    await field(page).fill(typed);
    await person.dismiss();
    const body = 'event: beat\ndata: {"build":"index-of-tomorrow"}\n\n';
    await page.route('**/api/v1/stream', (route) => route.fulfill({ contentType: 'text/event-stream', body }));
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    const reloaded = page.waitForEvent('load');
    await notice(page, 'build')
      .getByRole('button', { name: person.text('common', 'build.reload') })
      .click();
    await reloaded;
    await startNote(at);
    await holds(field(page), typed);
    await page.context().close();
  });
}
