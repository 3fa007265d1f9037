import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import { signIn } from '../../support/http.js';
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

  it('who asks to be erased comes first, somebody is found, is to belong to one more, and a mail is tried', async () => {
    const { page, goTo, text } = await signedIn(await browser.person('nl', 'phone'), 'sofie-hub', 'nl');
    const dialog = page.getByRole('dialog');
    // Nobody else coordinates: what she asks is passed on, with the day of the answer.
    await goTo('/account');
    await page.getByRole('button', { name: text('account', 'erase.open') }).click();
    await dialog.locator('[data-hindered]').getByText('Admin Relais').waitFor();
    await dialog.getByRole('button', { name: text('account', 'erase.ask') }).click();
    await dialog.getByText(text('account', 'erase.asked')).waitFor();
    await dialog.getByRole('button', { name: text('account', 'erase.withdraw') }).waitFor();
    expect([await barriersOf(page), await cutOffIn(page)]).toEqual([[], []]);
    // A page that is open would hear of it and go its own way.
    await goTo('/health/live');
    await page.request.post('/api/v1/session', { data: { personId: 'admin-hub' } });
    await goTo('/admin');
    const people = page.getByRole('region', { name: text('admin', 'people.title'), exact: true });
    const wishing = people.getByRole('listitem').filter({ hasText: text('admin', 'people.erasureAsked') });
    await wishing.waitFor();
    expect(await people.getByRole('listitem').first().innerText()).toBe(await wishing.innerText());
    expect(await wishing.getByRole('heading', { level: 3 }).innerText()).toBe('Sofie Maertens');
    const sofie = await signIn(system().stack.apiUrl, 'sofie-hub');
    await sofie.post('/own-data/erasure', { personId: 'sofie-hub', wish: 'withdrawn' });
    await people.getByRole('searchbox').fill('descamps itaa');
    const paul = people.getByRole('heading', { level: 3 });
    await page.waitForURL((url) => url.searchParams.get('q') === 'descamps itaa');
    await paul.filter({ hasText: 'Paul Descamps' }).waitFor();
    expect(await paul.allInnerTexts()).toEqual(['Paul Descamps']);
    await people.getByRole('link', { name: 'ITAA' }).waitFor();
    await people.getByRole('button', { name: new RegExp(text('admin', 'people.addNamed')) }).click();
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
