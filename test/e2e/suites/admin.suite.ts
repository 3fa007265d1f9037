import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import type { System } from '../../support/system.js';
import { barriersOf, cutOffIn } from './barriers.js';
import { signedIn } from './person.js';

/** An administrator looks after the people of all houses and the mails. */
export function admin(system: () => System): void {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await openBrowser(system().stack.apiUrl);
  });

  afterAll(async () => {
    await browser?.close();
  });

  it('somebody is found among the people of all houses, is to belong to one more, and a mail is tried', async () => {
    const { page, goTo, text } = await signedIn(await browser.person('nl', 'phone'), 'admin-hub', 'nl');
    await goTo('/admin');
    const people = page.getByRole('region', { name: text('admin', 'people.title'), exact: true });
    await people.getByRole('searchbox').fill('descamps itaa');
    const paul = people.getByRole('heading', { level: 3 });
    await page.waitForURL((url) => url.searchParams.get('q') === 'descamps itaa');
    await paul.filter({ hasText: 'Paul Descamps' }).waitFor();
    expect(await paul.allInnerTexts()).toEqual(['Paul Descamps']);
    await people.getByRole('link', { name: 'ITAA' }).waitFor();
    await people.getByRole('button', { name: new RegExp(text('admin', 'people.addNamed')) }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel(text('members', 'invite.mail')).inputValue()).toMatch(/^paul-itaa@/);
    expect([await barriersOf(page), await cutOffIn(page)]).toEqual([[], []]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    const mails = page.getByRole('region', { name: text('admin', 'mail.title'), exact: true });
    await mails.getByText(text('admin', 'mail.way.kept')).waitFor();
    await mails.getByRole('button', { name: text('admin', 'mail.test') }).click();
    await page.getByText(text('admin', 'mail.done')).waitFor();
    // Nothing failed, and the one that left is told.
    await mails.getByText(text('admin', 'mail.never'), { exact: true }).waitFor();
    expect([await mails.getByText(text('admin', 'mail.never'), { exact: true }).count(), errorsOf(page)]).toEqual([
      1,
      [],
    ]);
    await page.context().close();
  });
}
