import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../../support/browser.js';
import { signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { askedCase, declinedCase, hasFocus, says, standing } from './asked.js';
import { signedIn } from './person.js';

let stack: Stack;
let browser: TestBrowser;
let caseId: string;

/** Where the focus is, and that it gets lost nowhere, for those who have only a keyboard. */
export function focus(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    browser = await openBrowser(stack.apiUrl);
    caseId = await askedCase(stack.apiUrl);
    // One is accepted on the way, and every list is to have two lines at least.
    await Promise.all([askedCase(stack.apiUrl), askedCase(stack.apiUrl)]);
    await Promise.all([declinedCase(stack.apiUrl), declinedCase(stack.apiUrl)]);
  });

  afterEach(() => browser.leave());

  afterAll(async () => {
    await browser?.close();
  });

  describe('in the pages', () => {
    it('what is opened takes the focus to its title, and who comes back finds the line they left', async () => {
      const { page, goTo } = await signedIn(await browser.person('fr'), 'brigitte-bemediation', 'fr');
      await goTo('/cases');
      const link = page.locator(`main a[href="/cases/${caseId}"]`);
      await link.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/cases/${caseId}`);
      await says(page, standing, 'at a heading');
      await page.goBack();
      await link.waitFor();
      await until(() => hasFocus(link), 'the line has the focus');
    });

    it('Enter on a line of the inbox tells it beside the list, and once more opens its case', async () => {
      const { page, goTo } = await signedIn(await browser.person('fr'), 'brigitte-bemediation', 'fr');
      await goTo('/inbox');
      const line = page.locator('main [data-line]').last();
      await line.focus();
      await page.keyboard.press('Enter');
      await page.locator('main [data-line][aria-current]').and(line).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/cases/*');
      await says(page, standing, 'at a heading');
    });

    it('after a deed whose button is gone the focus is where it was done, at nothing that Enter would do', async () => {
      const { page, goTo, text } = await signedIn(await browser.person('fr'), 'brigitte-bemediation', 'fr');
      await goTo(`/cases/${caseId}`);
      const accept = page.getByRole('button', { name: text('actions', 'button.accept') });
      await accept.focus();
      await page.keyboard.press('Enter');
      await accept.waitFor({ state: 'hidden' });
      await says(page, standing, 'at a heading');
      const handOn = page.getByRole('button', { name: text('actions', 'button.hand-on') });
      await handOn.waitFor();
      await page.keyboard.press('h');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      const isBack = () => hasFocus(handOn);
      await until(isBack, 'a key gives the focus back to the button it stands on');
    });

    it('on a phone a line that is read takes the focus along, and gives it back', async () => {
      const { page, goTo, text } = await signedIn(await browser.person('nl', 'phone'), 'brigitte-bemediation', 'nl');
      await goTo('/inbox');
      const line = page.locator('main [data-line]').last();
      await line.focus();
      await page.keyboard.press('Enter');
      const back = page.getByRole('button', { name: text('inbox', 'panel.back') });
      await back.waitFor();
      await says(page, standing, 'at a heading');
      await back.focus();
      await page.keyboard.press('Enter');
      await until(() => hasFocus(line), 'the line has the focus');
    });

    it('on a phone Tab goes down the page of a case as the eye does: what one can do before what happened', async () => {
      const { page, goTo, text } = await signedIn(await browser.person('nl', 'phone'), 'brigitte-bemediation', 'nl');
      await goTo(`/cases/${caseId}`);
      await page.getByRole('button', { name: text('case-page', 'timeline.note') }).waitFor();
      const spot = `(() => {
        const one = document.activeElement;
        const { top, bottom } = one.getBoundingClientRect();
        return { inside: one.closest('main') !== null, top: top + scrollY, bottom: bottom + scrollY, name: one.textContent };
      })()`;
      type Spot = { readonly inside: boolean; readonly top: number; readonly bottom: number; readonly name: string };
      const met: Spot[] = [];
      for (let stop: Spot | undefined; stop === undefined || stop.inside || met.length === 0;) {
        await page.keyboard.press('Tab');
        stop = await page.evaluate<Spot>(spot);
        met.push(...(stop.inside ? [stop] : []));
      }
      const back = met.filter(({ bottom }, at) => at > 0 && bottom <= (met[at - 1]?.top ?? 0));
      expect(back).toEqual([]);
      const deeds = met.findIndex(({ name }) => name.includes(text('actions', 'button.hand-on')));
      const notes = met.findIndex(({ name }) => name.includes(text('case-page', 'timeline.note')));
      expect(deeds).toBeLessThan(notes);
      expect(deeds).toBeGreaterThan(-1);
    });

    it('on a phone what sends is in sight with what was chosen, and never over what has the focus', async () => {
      const { page, goTo, text, start } = await signedIn(await browser.person('nl', 'phone'), 'paul-itaa', 'nl');
      const paul = await signIn(stack.apiUrl, 'paul-itaa');
      await goTo(`/cases/${(await paul.openCase()).body.caseId}`);
      await start('refer');
      const dialog = page.getByRole('dialog');
      const bar = dialog.locator('[data-bar]');
      const inSight = `(() => {
        const { top, bottom } = document.querySelector('[data-bar]').getBoundingClientRect();
        return top > 0 && bottom <= innerHeight;
      })()`;
      await dialog.locator('li input').first().check();
      await bar.getByText(text('refer', 'plan.chosen')).waitFor();
      const covered = `(() => {
        const one = document.activeElement;
        const bar = document.querySelector('[data-bar]');
        return !bar.contains(one) && one.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1;
      })()`;
      const ends = dialog.locator('[data-bar] button');
      await dialog.getByRole('searchbox').focus();
      while (!(await hasFocus(ends))) {
        const name = await page.evaluate<string>('document.activeElement.outerHTML');
        expect([name, await page.evaluate(inSight), await page.evaluate(covered)]).toEqual([name, true, false]);
        await page.keyboard.press('Tab');
      }
    });

    it('who comes back to a figure that they had opened is at that figure', async () => {
      const { page, goTo, text } = await signedIn(await browser.person('fr'), 'sofie-hub', 'fr');
      await goTo('/trends?tier=exact');
      const contents = page.locator('[aria-labelledby=contents-title] button[aria-expanded]');
      await contents.nth(1).focus();
      await page.keyboard.press('Enter');
      const figure = page.locator('[id^=figure-]');
      await until(() => hasFocus(figure), 'the figure has the focus');
      await page.evaluate(`document.querySelector('main a[href="/trends/how-we-count"]').click()`);
      await page.getByRole('heading', { level: 1, name: text('trends', 'howWeCount.title') }).waitFor();
      await page.goBack();
      await until(() => hasFocus(figure), 'the figure has the focus again');
    });

    it('who leaves the screen of an assembly is at the button that led there', async () => {
      const { page, goTo, text } = await signedIn(await browser.person('fr'), 'sofie-hub', 'fr');
      await goTo('/trends?tier=exact');
      const project = page.getByRole('button', { name: text('trends', 'project'), exact: true });
      await project.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/trends/project*');
      await page.locator('dialog[open]').waitFor();
      // Before an assembly nobody follows a link.
      expect(await page.locator('dialog[open] a').count()).toBe(0);
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'hidden' });
      await until(() => hasFocus(project), 'the focus is back');
    });
  });

  describe('keys', () => {
    /** The case whose line has the focus. */
    const lineWithFocus = (page: Page) =>
      page.evaluate<string | null>(`document.activeElement.closest('[data-line]')?.dataset.line ?? null`);

    async function linesOf(page: Page): Promise<string[]> {
      await page.locator('main [data-line]').nth(1).waitFor();
      return page.evaluate<string[]>(
        `[...document.querySelectorAll('main [data-line]')].map((one) => one.dataset.line)`,
      );
    }

    it.each([
      ['brigitte-bemediation', '/inbox'],
      ['brigitte-bemediation', '/cases'],
      ['sofie-hub', '/dispatch'],
    ])('j and k move the focus of %s along the lines of %s', async (personId, room) => {
      const { page, goTo } = await signedIn(await browser.person('fr'), personId, 'fr');
      await goTo(room);
      const [first, second] = await linesOf(page);
      await page.locator('main [data-line]').first().focus();
      await page.keyboard.press('j');
      expect(await lineWithFocus(page)).toBe(second);
      await page.keyboard.press('k');
      expect(await lineWithFocus(page)).toBe(first);
    });

    it.each([
      ['brigitte-bemediation', '/inbox', 'd'],
      ['sofie-hub', '/dispatch', 'r'],
    ])(
      'of %s in %s that come before the next line is told are for that line, and not lost',
      async (personId, room, key) => {
        const { page, goTo } = await signedIn(await browser.person('fr'), personId, 'fr');
        await goTo(room);
        const [, second = ''] = await linesOf(page);
        const code = (await page.locator(`main [data-line="${second}"]`).innerText()).match(
          /[0-9A-Z]{4}-[0-9A-Z]{4}/,
        )?.[0];
        await page.locator(`main [aria-keyshortcuts="${key}"]`).waitFor();
        const letGo: (() => Promise<void>)[] = [];
        let isHeld = true;
        await page.route('**/api/v1/cases/*', (route) =>
          isHeld ? void letGo.push(() => route.continue()) : route.continue(),
        );
        await page.locator('main [data-line]').first().focus();
        await page.keyboard.press('j');
        await page.keyboard.press(key);
        await page
          .locator('main [data-lands]')
          .getByText(code ?? '')
          .waitFor();
        isHeld = false;
        await Promise.all(letGo.map((go) => go()));
        await page.getByRole('dialog').waitFor();
        expect(await page.locator('main [data-lands]').getAttribute('aria-label')).toContain(code);
      },
    );

    it('of one character are changed or switched off by a person, on this device, and by nobody else', async () => {
      const { page, goTo, text } = await signedIn(await browser.person('fr'), 'brigitte-bemediation', 'fr');
      const dialog = page.getByRole('dialog');
      const next = dialog.getByRole('textbox', { name: `${text('common', 'keys.next')} (j)` });
      const settle = () => page.keyboard.press('Escape').then(() => dialog.waitFor({ state: 'hidden' }));
      await goTo('/inbox');
      const [first, second] = await linesOf(page);
      await page.keyboard.press('?');
      await next.fill('k');
      await dialog.getByRole('alert').waitFor();
      await next.fill('x');
      await settle();
      await page.locator('main [data-line]').first().focus();
      await page.keyboard.press('j');
      expect(await lineWithFocus(page)).toBe(first);
      await page.keyboard.press('x');
      expect(await lineWithFocus(page)).toBe(second);

      await page.reload();
      await linesOf(page);
      await page.locator('main [data-line]').first().focus();
      await page.keyboard.press('x');
      expect(await lineWithFocus(page)).toBe(second);

      await page.keyboard.press('?');
      await dialog.getByRole('checkbox', { name: text('common', 'keys.on') }).uncheck();
      await settle();
      await page.keyboard.press('?');
      await page.keyboard.press('/');
      await page.keyboard.press('x');
      expect(await lineWithFocus(page)).toBe(second);
      expect(await dialog.count()).toBe(0);
      await page.getByRole('button', { name: text('common', 'person.menu') }).click();
      await page.getByRole('button', { name: text('common', 'keys.open') }).click();
      expect(await dialog.getByRole('checkbox', { name: text('common', 'keys.on') }).isChecked()).toBe(false);

      await page.request.post('/api/v1/session', { data: { personId: 'paul-itaa' } });
      await goTo('/inbox');
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.keyboard.press('?');
      expect(await next.inputValue()).toBe('j');
    });
  });
}
