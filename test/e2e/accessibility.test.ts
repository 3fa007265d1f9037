import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommandAnswer } from '#contracts';
import { openBrowser, type TestBrowser } from '../support/browser.js';
import { signIn } from '../support/http.js';
import { startStack, type Stack } from '../support/processes.js';
import { until } from '../support/wait.js';
import { signedIn } from './person.js';
import type { Told } from './texts.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let stack: Stack;
let browser: TestBrowser;
let answer: CommandAnswer;

beforeAll(async () => {
  stack = await startStack();
  browser = await openBrowser(stack.apiUrl);
  const paul = await signIn(stack.apiUrl, 'paul-itaa');
  const { caseId } = (await paul.openCase()).body;
  const serviceIds = ['bemediation-mediation', 'unpass-psychology'];
  answer = (await paul.command(caseId, { type: 'refer', serviceIds })).body;
  await until(async () => (await paul.get(`/cases/${caseId}`)).status === 200, 'the case can be read');
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const rooms: readonly (readonly [string, (caseId: string) => string])[] = [
  ['brigitte-bemediation', () => '/inbox'],
  ['brigitte-bemediation', (caseId) => `/cases/${caseId}`],
  ['brigitte-bemediation', () => '/cases'],
  ['brigitte-bemediation', () => '/cases/new'],
  ['brigitte-bemediation', () => '/figures'],
  ['brigitte-bemediation', () => '/figures?table=own-received,own-from,wait-answer'],
  ['sofie-hub', () => '/figures?weeks=52'],
  ['mark-febelfin', () => '/figures'],
  ['sofie-hub', () => '/dispatch'],
  ['sofie-hub', () => '/trends'],
  ['sofie-hub', () => '/trends/outside'],
  ['sofie-hub', () => '/trends/packs'],
  ['sofie-hub', () => '/trends?tier=exact'],
  ['sofie-hub', () => '/trends?tier=exact&table=trend,slopes,matrix,map,flow,wait-answer'],
  ['sofie-hub', () => '/trends/project?tier=exact&figure=flow'],
  ['mark-febelfin', () => '/trends/how-we-count'],
  ['mark-febelfin', () => '/directory'],
  ['mark-febelfin', () => '/inbox'],
  ['admin-hub', () => '/operations'],
];

/** Whether charts come once the page is there. */
function isDrawn(personId: string, path: string): boolean {
  return path.includes('tier=exact') || (path.startsWith('/figures') && personId !== 'mark-febelfin');
}

describe.each<readonly [Told, 'desk' | 'phone']>([
  ['fr', 'desk'],
  ['nl', 'phone'],
])('in %s at %s width', (language, width) => {
  it.each(rooms)(
    '%s finds no barrier (WCAG 2.2 AA) in room %#, and nothing runs off the screen',
    async (personId, room) => {
      const { page, goTo } = await signedIn(await browser.person(language, width), personId, language);
      await goTo(room(answer.caseId));
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('load');
      if (isDrawn(personId, room(answer.caseId))) {
        await page.locator('[data-figure]').first().waitFor();
      }
      await page.evaluate(axe);
      const violations = await page.evaluate<string[]>(
        `axe.run(document, { runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
         violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).join(', ')))`,
      );
      expect(violations).toEqual([]);
      expect(
        await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth'),
      ).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );
});
