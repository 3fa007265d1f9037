import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#persistence/kernel';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { signedIn } from './person.js';

let stack: Stack;
let browser: TestBrowser;
let source: DataSource;

/** Somebody who is a member of two organisations, and whose rights change while they look. */
export function memberships(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    browser = await openBrowser(stack.apiUrl);
    source = await createDataSource(stack.databaseUrl, { connections: 1 }).initialize();
    // It begins last, so that one signs in under the other.
    await source.query(
      `INSERT INTO relais.membership (person_id, organisation_id, roles)
       SELECT 'tom-ucm', organisation_id, '{coordinator}' FROM relais.organisation WHERE organisation_id = 'hub-brussels'`,
    );
  });

  afterAll(async () => {
    await source?.query(
      `WITH second AS (SELECT membership_id FROM relais.membership WHERE person_id = 'tom-ucm' AND organisation_id = 'hub-brussels'),
            sessions AS (DELETE FROM relais.session WHERE person_id = 'tom-ucm')
       DELETE FROM relais.membership WHERE membership_id IN (SELECT membership_id FROM second)`,
    );
    await source?.destroy();
    await browser?.close();
  });

  const change = (set: string) =>
    source.query(
      `UPDATE relais.membership SET ${set} WHERE person_id = 'tom-ucm' AND organisation_id = 'hub-brussels'`,
    );

  const inTwoTabs = async () => {
    const person = await signedIn(await browser.person('fr'), 'tom-ucm', 'fr');
    const { page, text } = person;
    await person.goTo('/inbox');
    const other = await page.context().newPage();
    await other.goto('/inbox');
    await Promise.all([page, other].map((tab) => tab.getByRole('heading', { level: 1 }).first().waitFor()));
    const go = async () => {
      await page.getByRole('button', { name: text('common', 'person.menu') }).click();
      const offered = page.getByRole('group', { name: text('common', 'person.actFor') }).getByRole('button');
      await offered.filter({ hasText: 'hub.brussels' }).click();
    };
    const isThere = (tab: Page) => tab.locator('nav a[href="/dispatch"]').first().waitFor();
    const isAnother = (tab: Page) =>
      tab.getByRole('heading', { name: text('common', 'session.another.title') }).waitFor();
    return { page, other, go, isThere, isAnother };
  };

  describe('a person of two organisations', () => {
    it.each(['fr', 'nl'] as const)('goes on for the other without signing in again, in %s', async (language) => {
      const person = await signedIn(await browser.person(language), 'tom-ucm', language);
      const { page, text } = person;
      const dispatch = page.locator('nav a[href="/dispatch"]');
      await person.goTo('/inbox');
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await dispatch.count()).toBe(0);
      const other = await page.context().newPage();
      await other.goto('/inbox');
      await other.getByRole('heading', { level: 1 }).first().waitFor();
      const [before] = await page.context().cookies();
      await page.getByRole('button', { name: text('common', 'person.menu') }).click();
      const offered = page.getByRole('group', { name: text('common', 'person.actFor') }).getByRole('button');
      await offered.filter({ hasText: 'hub.brussels' }).click();
      await dispatch.first().waitFor();
      await page.getByText(text('common', 'person.switched').replace('{{house}}', 'hub.brussels')).waitFor();
      // What the other tab shows was read under the membership of before.
      await other.getByRole('heading', { name: text('common', 'session.another.title') }).waitFor();
      await other.getByRole('button', { name: text('common', 'session.another.go') }).click();
      await other.locator('nav a[href="/dispatch"]').first().waitFor();
      const [after] = await page.context().cookies();
      expect(after?.value).not.toBe(before?.value);
      const old = await fetch(`${stack.apiUrl}/api/v1/session`, {
        headers: { cookie: `${before?.name}=${before?.value}` },
      });
      expect([old.status, errorsOf(page)]).toEqual([401, []]);
      await page.context().close();
    });

    it('goes on for the other although the answer comes after every tab has heard of it', async () => {
      const { page, other, go, isThere, isAnother } = await inTwoTabs();
      await page.route('**/api/v1/session', async (route) => {
        if (route.request().method() !== 'PUT') {
          return route.fallback();
        }
        const response = await route.fetch();
        await isAnother(other);
        return route.fulfill({ response });
      });
      await go();
      await isThere(page);
      await page.context().close();
    });

    it('is told the same in the other tab when a refusal to the session of before comes late there', async () => {
      const { page, other, go, isThere, isAnother } = await inTwoTabs();
      const asked: Route[] = [];
      await other.route('**/api/v1/session', async (route) => {
        asked.push(route);
        if (asked.length === 1) {
          return;
        }
        if (asked.length === 2) {
          await asked[0]?.fulfill({ status: 401, json: { code: 'signed-out', detail: '' } });
        }
        await route.continue();
      });
      await go();
      await isThere(page);
      await isAnother(other);
      await page.context().close();
    });

    it('sees a room come and go with the right to it, and is out once the membership ends', async () => {
      const person = await signedIn(await browser.person('fr'), 'tom-ucm', 'fr');
      const { page, text } = person;
      const dispatch = page.locator('nav a[href="/dispatch"]');
      await person.goTo('/inbox');
      await page.getByRole('button', { name: text('common', 'person.menu') }).click();
      await page
        .getByRole('group', { name: text('common', 'person.actFor') })
        .getByRole('button')
        .first()
        .click();
      await dispatch.first().waitFor();
      await change(`roles = '{member}'`);
      await until(async () => (await dispatch.count()) === 0, 'the room is gone');
      await change(`roles = '{coordinator}'`);
      await dispatch.first().waitFor();
      await change(`valid_until = now()`);
      await page.getByRole('heading', { name: text('common', 'session.ended.title') }).waitFor();
      await change(`valid_until = NULL`);
      await page.context().close();
    });
  });
}
