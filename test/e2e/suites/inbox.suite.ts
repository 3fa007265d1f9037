import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CommandAnswer } from '#contracts/case';
import { declineChoices, declineReasons, referralStates } from '#contracts/case/codes';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { overflowOf } from './barriers.js';
import { acceptIn, type Asked, Desk, panelOf } from './desk.js';
import { nameOf } from './texts.js';

let browser: TestBrowser;
let desk: Desk;

/** What an inbox does with what a person, or somebody else, has just done. */
export function inbox(system: () => System): void {
  beforeAll(async () => {
    const { stack } = system();
    browser = await openBrowser(stack.apiUrl);
    desk = await Desk.at(stack.apiUrl);
  });

  beforeEach(() => desk.clear());
  afterEach(() => browser.leave());
  afterAll(() => browser?.close());

  const stateOf = async ({ caseId, referralId }: Asked) =>
    (await desk.paul.get<CommandAnswer['case']>(`/cases/${caseId}`)).body.referrals.find(
      (one) => one.referralId === referralId,
    )?.state;

  const sent = (page: Page): string[] => {
    const commands: string[] = [];
    page.on('request', (request) => request.url().endsWith('/commands') && commands.push(request.postData() ?? ''));
    return commands;
  };
  const row = (page: Page, { code }: Asked) => page.locator('tbody tr', { hasText: code });
  const noticeOf = (page: Page, { code }: Asked) => page.getByRole('group', { name: code });

  describe('after an answer', () => {
    it('a key pressed twice, and again, acts on one case; the panel stays, with the code, what follows and a way back', async () => {
      const first = await desk.ask();
      const second = await desk.ask();
      const person = await desk.atInbox(browser, 2);
      const { page } = person;
      const commands = sent(page);
      await row(page, first).click();
      await acceptIn(person, first).waitFor();
      await page.keyboard.press('a');
      await page.keyboard.press('a');
      await noticeOf(page, first).waitFor();
      await page.keyboard.press('a');
      const notice = noticeOf(page, first);
      expect(await notice.innerText()).toContain(first.code);
      await notice.getByText(person.text('actions', 'done.accept')).waitFor();
      await notice.getByText(person.text('inbox', 'deed.drawer')).waitFor();
      expect(await notice.innerText()).toContain(`«\u202F${person.text('inbox', 'bucket.first-contact')}\u202F»`);
      await notice.getByRole('button', { name: person.text('actions', 'button.undo-answer') }).waitFor();
      // The person goes on when they say so, and only then.
      await notice.getByRole('button', { name: second.code }).click();
      await acceptIn(person, second).waitFor();
      expect(commands).toHaveLength(1);
      expect(await stateOf(second)).toBe('sent');
      expect(errorsOf(page)).toEqual([]);
    });

    it('on a phone nothing else can be pressed where the button was, and nothing runs off the screen', async () => {
      const first = await desk.ask();
      await desk.ask();
      const person = await desk.atInbox(browser, 2, 'phone');
      const { page } = person;
      const commands = sent(page);
      await row(page, first).getByRole('link').click();
      const box = await acceptIn(person, first).boundingBox();
      const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
      await page.mouse.click(at.x, at.y);
      await noticeOf(page, first).waitFor();
      const under = `document.elementFromPoint(${at.x}, ${at.y})?.closest('button, a')?.textContent ?? ''`;
      expect(await page.evaluate(under)).toBe('');
      await page.mouse.click(at.x, at.y);
      await noticeOf(page, first).waitFor();
      expect(commands).toHaveLength(1);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    });

    it('an acceptance is undone, and the request waits as it did before', async () => {
      const asked = await desk.ask();
      const person = await desk.atInbox(browser, 1);
      const { page } = person;
      await acceptIn(person, asked).waitFor();
      await page.keyboard.press('a');
      await noticeOf(page, asked)
        .getByRole('button', { name: person.text('actions', 'button.undo-answer') })
        .click();
      await acceptIn(person, asked).waitFor();
      await until(async () => (await stateOf(asked)) === 'sent', 'the sender waits again');
      expect(errorsOf(page)).toEqual([]);
    });

    it('declining asks one thing, whose choice it was follows and can be changed; it is undone too', async () => {
      const asked = await desk.ask();
      const person = await desk.atInbox(browser, 1);
      const { page, text } = person;
      const commands = sent(page);
      await acceptIn(person, asked).waitFor();
      await page.keyboard.press('d');
      const dialog = page.getByRole('dialog');
      await dialog.getByText(nameOf(declineReasons, 'full', 'fr'), { exact: true }).click();
      await dialog.getByText(nameOf(declineChoices, 'capacity', 'fr')).waitFor();
      expect(await dialog.getByRole('group').count()).toBe(1);
      await dialog.getByRole('button', { name: text('actions', 'decline.change') }).click();
      await dialog.getByText(nameOf(declineChoices, 'entrepreneur', 'fr'), { exact: true }).click();
      await dialog.getByRole('button', { name: text('actions', 'decline.submit'), exact: true }).click();
      const notice = noticeOf(page, asked);
      await notice.getByText(text('inbox', 'deed.toDispatch')).waitFor();
      expect(commands.map((one) => JSON.parse(one) as object)).toMatchObject([
        { type: 'decline', reason: 'full', choice: 'entrepreneur' },
      ]);
      await notice.getByRole('button', { name: text('actions', 'button.undo-answer') }).click();
      await acceptIn(person, asked).waitFor();
      await until(async () => (await stateOf(asked)) === 'sent', 'the sender waits again');
    });

    it('what was handled greets nobody: neither here after going on, nor from the page of the case', async () => {
      const first = await desk.ask();
      const second = await desk.ask();
      const person = await desk.atInbox(browser, 2);
      const { page } = person;
      await row(page, first).click();
      await acceptIn(person, first).waitFor();
      await page.keyboard.press('a');
      await noticeOf(page, first).getByRole('button', { name: second.code }).click();
      await row(page, first).waitFor({ state: 'detached' });
      await panelOf(page, second).getByRole('link', { name: second.code }).click();
      await page.getByRole('heading', { level: 1, name: second.code }).waitFor();
      await person.start('accept');
      await page.getByRole('button', { name: person.text('actions', 'button.record-first-contact') }).waitFor();
      await page.goBack();
      await page.getByText(person.text('inbox', 'empty.to-answer')).waitFor();
      expect(await row(page, second).count()).toBe(0);
    });
  });

  describe('what somebody else handles', () => {
    it('stays in the list and says what became of it, while it is read and in the dialog that is open, which keeps what was typed', async () => {
      const asked = await desk.ask();
      const other = await desk.ask();
      const person = await desk.atInbox(browser, 2);
      const { page, text } = person;
      await row(page, asked).click();
      await acceptIn(person, asked).waitFor();
      await page.keyboard.press('h');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('Le plan de paiement arrive à échéance.');
      await desk.brigitte.command(asked.caseId, { type: 'accept', referralId: asked.referralId });
      await desk.brigitte.command(asked.caseId, { type: 'record-first-contact', referralId: asked.referralId });
      await desk.brigitte.command(asked.caseId, {
        type: 'close-referral',
        referralId: asked.referralId,
        outcome: 'helped',
      });
      await dialog.getByText(text('actions', 'overtaken.referral')).waitFor();
      await dialog
        .getByText(nameOf(referralStates, 'closed', 'fr'))
        .first()
        .waitFor();
      expect(await dialog.getByRole('textbox').inputValue()).toBe('Le plan de paiement arrive à échéance.');
      expect(await dialog.locator('button[type=submit]').isDisabled()).toBe(true);
      await page.keyboard.press('Escape');
      await row(page, asked).getByText(text('inbox', 'gone')).waitFor();
      await panelOf(page, asked).getByText(text('inbox', 'became.state')).waitFor();
      expect(await acceptIn(person, asked).count()).toBe(0);
      await row(page, other).waitFor();
    });

    it('and what is taken away from the service says so as well, without the case', async () => {
      const asked = await desk.ask();
      const person = await desk.atInbox(browser, 1);
      const { page, text } = person;
      await acceptIn(person, asked).waitFor();
      await page.keyboard.press('d');
      await page
        .getByRole('dialog')
        .getByText(nameOf(declineReasons, 'full', 'fr'), { exact: true })
        .click();
      await desk.paul.command(asked.caseId, { type: 'recall', referralId: asked.referralId, reason: 'need-changed' });
      await page.getByRole('dialog').getByText(text('actions', 'overtaken.lost')).waitFor();
      await page.keyboard.press('Escape');
      await panelOf(page, asked).getByText(text('inbox', 'became.state')).waitFor();
      expect(await panelOf(page, asked).getByRole('button').filter({ visible: true }).count()).toBe(0);
    });
  });
}
