import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openBrowser, type TestBrowser } from '../../support/browser.js';
import { signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { acceptIn, Desk, panelOf } from './desk.js';
import { signedIn } from './person.js';

let stack: Stack;
let browser: TestBrowser;
let desk: Desk;

/** Choices that lead somewhere, for who asks and who is asked. */
export function asking(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    browser = await openBrowser(stack.apiUrl);
    desk = await Desk.at(stack.apiUrl);
  });
  beforeEach(() => desk.clear());
  afterEach(() => browser.leave());
  afterAll(() => browser?.close());

  describe('who is asked', () => {
    it('for two services sees which one it is', async () => {
      const { caseId, code } = await desk.ask(['bemediation-mediation', 'ucm-coaching']);
      const tom = await signedIn(await browser.person('fr'), 'tom-ucm', 'fr');
      await tom.goTo('/inbox');
      const line = tom.page.locator('tbody tr', { hasText: code });
      await line.click();
      const told = tom.page.getByRole('region', { name: code });
      await told.getByText(tom.text('inbox', 'panel.asked')).waitFor();
      const { services } = (await (await signIn(stack.apiUrl, 'tom-ucm')).get<SessionView>('/session')).body.membership;
      const coaching = services.find((one) => one.serviceId === 'ucm-coaching')?.name.fr ?? '?';
      await told.getByText(coaching).first().waitFor();
      await line.getByText(coaching).first().waitFor();
      await tom.goTo(`/cases/${caseId}`);
      await tom.page
        .getByRole('button', { name: tom.text('actions', 'button.accept') })
        .filter({ hasText: coaching })
        .waitFor();
    });
    type SessionView = {
      readonly membership: {
        readonly services: readonly { readonly serviceId: string; readonly name: { readonly fr: string } }[];
      };
    };

    it('to lead reads so on the button, and who helps already is asked within that help', async () => {
      const asked = await desk.ask(['bemediation-mediation'], { proposesLead: true });
      const person = await desk.atInbox(browser, 1);
      await panelOf(person.page, asked)
        .getByRole('button', { name: person.text('actions', 'acceptAsLead') })
        .waitFor();
      const helping = await desk.ask();
      await desk.brigitte.command(helping.caseId, { type: 'accept', referralId: helping.referralId });
      const lead = await signedIn(await browser.person('fr'), 'paul-itaa', 'fr');
      await lead.goTo(`/cases/${helping.caseId}`);
      await lead.page.getByRole('button', { name: lead.text('case-page', 'handOverLead') }).click();
      const dialog = lead.page.getByRole('dialog');
      await dialog.getByRole('searchbox').fill('BeMediation');
      // The house has another service, which does not help.
      await dialog.locator('li label', { hasText: 'Médiation d’entreprise' }).locator('input').check();
      await dialog.getByText(lead.text('refer', 'lead.helper')).waitFor();
      await dialog.locator('button[type=submit]').click();
      await dialog.waitFor({ state: 'hidden' });
      const mediator = person.page.getByRole('button', { name: person.text('actions', 'button.answer-lead') });
      await person.goTo(`/cases/${helping.caseId}`);
      await mediator.click();
      await person.answer([person.text('actions', 'answerLead.agree')], person.text('actions', 'answer.submit'));
      await lead.sees(lead.text('timeline', 'case.lead-transferred'));
    });
  });

  describe('asking for help', () => {
    it('finds a psychologist though none treats the difficulty, and says how', async () => {
      const { caseId } = (await desk.paul.openCase()).body;
      await until(async () => (await desk.paul.get(`/cases/${caseId}`)).status === 200, 'the case can be read');
      const lead = await signedIn(await browser.person('fr'), 'paul-itaa', 'fr');
      await lead.goTo(`/cases/${caseId}`);
      await lead.start('refer');
      const dialog = lead.page.getByRole('dialog');
      await dialog.getByLabel(lead.text('refer', 'filter.profession'), { exact: true }).selectOption('psychologist');
      await dialog.getByText(lead.text('refer', 'widened.sentence')).waitFor();
      expect(await dialog.locator('li label').count()).toBeGreaterThan(0);
    });

    it('shows what sends it with three services picked, and handing on says what ends', async () => {
      const asked = await desk.ask();
      const person = await desk.atInbox(browser, 1);
      const { page, text } = person;
      await acceptIn(person, asked).waitFor();
      await page.keyboard.press('h');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(text('refer', 'filter.difficulty'), { exact: true }).selectOption('');
      await dialog.getByLabel(text('refer', 'filter.language'), { exact: true }).selectOption('');
      const free = dialog.locator('li input:not([disabled])');
      for (const place of [0, 1, 2]) {
        await free.nth(place).check();
      }
      await dialog.getByText(text('refer', 'ends.request')).waitFor();
      const send = await dialog.locator('button[type=submit]').boundingBox();
      expect((send?.y ?? 9999) + (send?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
    });
  });
}
