import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { atCase, field, holds, isKept, startNote, stored } from './at-case.js';

let stack: Stack;
let browser: TestBrowser;

const typed = 'Le bail commercial prend fin au printemps.';

/** What a page does when its session or its version goes. */
export function presence(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    browser = await openBrowser(stack.apiUrl, { ahead: true });
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

    it('that a person ends without a connection is over at once, and the server is told when it is back', async () => {
      const at = await atCase(stack.apiUrl, browser);
      const { person, page, code } = at;
      await startNote(at);
      await field(page).fill(typed);
      await isKept(page);
      await person.dismiss();
      await page.context().setOffline(true);
      await page.getByRole('button', { name: person.text('common', 'person.menu') }).click();
      await page.getByRole('button', { name: person.text('common', 'person.signOut') }).click();
      await page.getByRole('heading', { name: person.text('common', 'session.left.title') }).waitFor();
      await page.getByText(person.text('common', 'session.untold')).waitFor();
      expect(await page.locator('html').innerText()).not.toMatch(new RegExp(`${code}|bail`));
      expect(await stored(page)).not.toMatch(/relais\.(kept|seen)/);
      const status = async () => (await page.context().request.get('/api/v1/session')).status();
      expect(await status()).toBe(200);
      await page.context().setOffline(false);
      await until(async () => (await status()) === 401, 'the server knows');
      await page.getByText(person.text('common', 'session.untold')).waitFor({ state: 'hidden' });
      expect(await stored(page)).not.toContain('relais.left');
      expect(errorsOf(page)).toEqual([]);
      await page.context().close();
    });

    it('that ended here while the server could not be told does not come back by a reload', async () => {
      const at = await atCase(stack.apiUrl, browser);
      const { person, page } = at;
      await page.route('**/api/v1/session', (route) =>
        route.request().method() === 'DELETE' ? route.abort('internetdisconnected') : route.continue(),
      );
      await page.getByRole('button', { name: person.text('common', 'person.menu') }).click();
      await page.getByRole('button', { name: person.text('common', 'person.signOut') }).click();
      await page.getByText(person.text('common', 'session.untold')).waitFor();
      await page.unroute('**/api/v1/session');
      await page.reload();
      await page.locator('[data-person="paul-itaa"]').waitFor();
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
