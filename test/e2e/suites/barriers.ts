import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Brings axe into a page, where it stays until the page goes elsewhere. */
export function bringAxe(page: Page): Promise<unknown> {
  return page.evaluate(axe);
}

/** What axe, which is in the page, finds against WCAG 2.2 AA. */
export function violationsIn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(({ violations }) =>
       violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).join(', ')))`,
  );
}

/** What in a page keeps somebody out (WCAG 2.2 AA). */
export async function barriersOf(page: Page): Promise<string[]> {
  await bringAxe(page);
  return violationsIn(page);
}

/** By how much a page runs off the screen. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
}
