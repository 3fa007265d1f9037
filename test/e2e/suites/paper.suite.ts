import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openBrowser, type TestBrowser } from '../../support/browser.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { askedCase } from './asked.js';
import { signedIn } from './person.js';

let stack: Stack;
let browser: TestBrowser;

/** The same pages on paper and on a dark screen. */
export function paper(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    browser = await openBrowser(stack.apiUrl);
    await askedCase(stack.apiUrl);
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('paper is white, also from a dark screen', async () => {
    const { page, goTo } = await signedIn(await browser.person('nl'), 'sofie-hub', 'nl');
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await goTo('/trends?tier=exact&open=trend');
    await page.locator('[data-figure] svg').first().waitFor();
    const colours = `[document.body, document.querySelector('[data-figure]').closest('section')].map((element) =>
      [getComputedStyle(element).backgroundColor, getComputedStyle(element).color])`;
    expect(await page.evaluate(colours)).toEqual([
      ['rgb(255, 255, 255)', 'rgb(25, 27, 44)'],
      ['rgb(255, 255, 255)', 'rgb(25, 27, 44)'],
    ]);
    await page.context().close();
  });

  it('a result is whole on paper, all of its rows', async () => {
    const { page, goTo } = await signedIn(await browser.person('fr'), 'anna-hub', 'fr');
    const rows = 300;
    await goTo(`/analysis/workbench?sql=${encodeURIComponent(`SELECT range AS n, 'x' AS x FROM range(${rows})`)}`);
    await page.locator('[data-run]').click();
    await page.getByRole('grid').waitFor();
    // Each row is at least 32 pixels high, and no sheet as high as 1,200.
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(sheets.length).toBeGreaterThan((rows * 32) / 1200);
    await page.context().close();
  });

  it('in the dark a box that is not ticked is empty and has an edge, as one that can be', async () => {
    const { page, goTo } = await signedIn(await browser.person('nl'), 'brigitte-bemediation', 'nl');
    await page.emulateMedia({ colorScheme: 'dark' });
    await goTo(`/cases/${await askedCase(stack.apiUrl)}`);
    const notes = page.getByRole('checkbox').first();
    await notes.waitFor();
    // Lightness by WCAG 2.2, of what the browser says is drawn; a box of the browser's own says nothing.
    const contrast = `((one) => {
      const { appearance, borderTopColor, backgroundColor, borderTopWidth } = getComputedStyle(one);
      const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map((part) => part / 255)
        .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0.05);
      if (appearance !== 'none' || parseFloat(borderTopWidth) < 1) return 0;
      return light(borderTopColor) / light(backgroundColor);
    })(document.querySelector('input[type=checkbox]'))`;
    expect(await page.evaluate<number>(contrast)).toBeGreaterThan(3);
    await page.context().close();
  });

  it('a person chooses light or dark, and a later visit remembers it', async () => {
    const { page, goTo, text } = await signedIn(await browser.person('fr'), 'mark-febelfin', 'fr');
    const scheme = () => page.evaluate('getComputedStyle(document.body).colorScheme');
    await goTo('/');
    await page.getByRole('button', { name: text('common', 'person.menu') }).click();
    await page.getByRole('button', { name: text('common', 'person.schemes.dark') }).click();
    expect(await scheme()).toBe('dark');
    await goTo('/directory');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await scheme()).toBe('dark');
    await page.context().close();
  });
}
