import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser, type TestBrowser } from '../../support/browser.js';
import type { Locator } from 'playwright-core';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { signedIn } from './person.js';
import { until } from '../../support/wait.js';
import { atCase, closed, field, holds, isKept, startNote, stored } from './at-case.js';

let stack: Stack;
let browser: TestBrowser;

const typed = 'Le bail commercial prend fin au printemps.';

/** What a person writes and has not sent. */
export function drafts(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    browser = await openBrowser(stack.apiUrl);
  });

  afterAll(async () => {
    await browser?.close();
  });

  describe('what is typed', () => {
    it('outlives Escape, the backdrop, a reload and going back, is said to be there, and can be discarded', async () => {
      const at = await atCase(stack.apiUrl, browser);
      const { person, page, code } = at;
      const restored = page.locator('[data-draft]');
      const comesBack = async () => {
        await startNote(at);
        await holds(field(page), typed);
        await restored.waitFor();
      };
      await startNote(at);
      expect(await restored.count()).toBe(0);
      await field(page).fill(typed);
      await isKept(page);
      expect(await stored(page)).not.toContain('bail');
      await person.dismiss();
      await comesBack();
      await page.mouse.click(5, 5);
      await closed(page);
      await comesBack();
      await page.reload();
      await page.getByRole('heading', { level: 1, name: code }).waitFor();
      await comesBack();
      await person.goTo('/cases');
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: code }).waitFor();
      await comesBack();
      await restored.getByRole('button').click();
      expect(await field(page).inputValue()).toBe('');
      await person.dismiss();
      await startNote(at);
      expect([await field(page).inputValue(), await restored.count()]).toEqual(['', 0]);
      await page.context().close();
    });

    it('belongs to its case and its dialog: the message of a request is another draft', async () => {
      const at = await atCase(stack.apiUrl, browser);
      const { person, page } = at;
      await startNote(at);
      await field(page).fill(typed);
      await person.dismiss();
      await person.start('refer');
      const message = page.getByRole('dialog').locator('textarea');
      expect(await message.inputValue()).toBe('');
      await message.fill('Avant les vacances.');
      await person.dismiss();
      await person.start('refer');
      await holds(message, 'Avant les vacances.');
      await page.context().close();
    });

    it('in other forms is kept too: a new case, a pack, a series', async () => {
      const page = await browser.person('fr');
      const { goTo, text } = await signedIn(page, 'paul-itaa', 'fr');
      const comesBack = async (path: string, find: () => Locator, open: () => Promise<void>, value: string) => {
        await goTo(path);
        await open();
        const before = await stored(page);
        await find().fill(value);
        await until(async () => (await stored(page)) !== before, 'the draft is kept');
        await page.reload();
        await open();
        await holds(find(), value);
        await page.locator('[data-draft]').first().waitFor();
      };
      const nothing = async () => undefined;
      const press = (catalogue: string, key: string) => async () => {
        await page
          .getByRole('button', { name: text(catalogue, key), exact: true })
          .first()
          .click();
      };
      await comesBack('/cases/new', () => page.locator('#new-case-note textarea'), nothing, typed);
      await page.request.post('/api/v1/session', { data: { personId: 'sofie-hub' } });
      const inDialog = () => page.getByRole('dialog').locator('textarea, input[type=date]').first();
      await comesBack('/trends/packs', inDialog, press('packs', 'open'), '2026-06-01');
      await comesBack('/trends/outside', inDialog, press('outside', 'import.open'), 'Faillites par commune');
      await page.context().close();
    });
  });
}
