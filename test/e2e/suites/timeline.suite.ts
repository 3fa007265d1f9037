import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/case';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import { type Client, signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { signedIn } from './person.js';
import type { Told } from './texts.js';

const written = 132;
const newest = 100;
const opening = 'Le bailleur attend une réponse.';

let stack: Stack;
let browser: TestBrowser;
let amelie: Client;
let caseId: string;

/** A case too long to be shown at once. */
export function timeline(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    amelie = await signIn(stack.apiUrl, 'amelie-beci');
    caseId = (await amelie.openCase({ note: opening })).body.caseId;
    let left = written - 1;
    const writing = async () => {
      while (left > 0) {
        left -= 1;
        await amelie.command(caseId, { type: 'add-note', note: 'Le plan avance.' });
      }
    };
    await Promise.all(Array.from({ length: 6 }, writing));
    await until(async () => (await eventsOfCase()) === written, 'the projector has seen the case');
    browser = await openBrowser(stack.apiUrl);
  });

  afterEach(() => browser.leave());

  afterAll(async () => {
    await browser?.close();
  });

  async function eventsOfCase(): Promise<number> {
    return (await amelie.get<CaseView>(`/cases/${caseId}`)).body.sequence;
  }

  describe.each<Told>(['fr', 'nl'])('a long story, in %s', (language) => {
    it('begins with what is newest, on paper too, and goes back as far as one likes', async () => {
      const { page, text, goTo, sees } = await signedIn(await browser.person(language), 'amelie-beci', language);
      const told = page.locator('ol > li:visible');
      const button = (key: string) => page.getByRole('button', { name: text('case-page', key) });
      await goTo(`/cases/${caseId}`);
      await button('timeline.newest').waitFor();
      expect(await told.count()).toBeLessThan(newest);

      await page.emulateMedia({ media: 'print' });
      expect(await told.count()).toBe(newest);
      await sees(text('case-page', 'timeline.notShown_other'));
      await page.emulateMedia({ media: 'screen' });

      await button('timeline.newest').click();
      expect(await page.getByText(opening).count()).toBe(0);
      await button('timeline.earlier_other').click();
      await sees(opening);
      expect([await told.count(), await button('timeline.earlier_other').count()]).toEqual([await eventsOfCase(), 0]);
      expect(errorsOf(page)).toEqual([]);
    });

    it('stays whole when something happens while it is read', async () => {
      const { page, text, goTo, sees } = await signedIn(await browser.person(language), 'amelie-beci', language);
      const told = page.locator('ol > li:visible');
      await goTo(`/cases/${caseId}`);
      await page.getByRole('button', { name: text('case-page', 'timeline.newest') }).click();
      await page.getByRole('button', { name: text('case-page', 'timeline.earlier_other') }).click();
      await sees(opening);
      const before = await told.count();
      await amelie.command(caseId, { type: 'add-note', note: `Nouvelle en ${language}.` });
      await sees(`Nouvelle en ${language}.`);
      expect(await told.count()).toBe(before + 1);
    });
  });
}
