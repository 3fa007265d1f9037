import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import type { Leaving } from '#contracts/people';
import { roles } from '#contracts/people/codes';
import { createDataSource } from '#persistence/kernel';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import { signIn } from '../../support/http.js';
import { letterTo } from '../../support/invited.js';
import { codeIn } from '../../support/letters.js';
import { membershipOf } from '../../support/member-routes.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { barriersOf, cutOffIn } from './barriers.js';
import { personAt, signedIn, type Person } from './person.js';
import { nameOf, type Told } from './texts.js';

let stack: Stack;
let browser: TestBrowser;
let source: DataSource;

const desk = { fr: 'Première ligne', nl: 'Eerstelijnsloket' };

/** The option of a role in the open dialog. */
function roleIn(page: Page, role: keyof typeof roles, language: Told) {
  const name = nameOf(roles, role, language);
  return page.getByRole('dialog').getByRole('checkbox', { name: new RegExp(`^${name}`, 'i') });
}

/** A new person is invited, joins, works, changes, and leaves. */
export function members(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    browser = await openBrowser(stack.apiUrl);
    source = await createDataSource(stack.databaseUrl, { connections: 1 }).initialize();
  });

  afterAll(async () => {
    await source?.destroy();
    await browser?.close();
  });

  /** Invites somebody by the dialog, with the keyboard alone; answers the path of the link in the letter. */
  async function invite({ page, text }: Person, language: Told, mail: string): Promise<string> {
    const open = page.getByRole('button', { name: text('members', 'invite.open'), exact: true });
    await open.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.keyboard.type(mail);
    await roleIn(page, 'actor', language).focus();
    await page.keyboard.press('Space');
    await dialog.getByRole('checkbox', { name: new RegExp(desk[language]) }).focus();
    await page.keyboard.press('Space');
    expect([await barriersOf(page), await cutOffIn(page)]).toEqual([[], []]);
    await dialog.getByRole('button', { name: text('members', 'invite.send') }).focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('listitem').filter({ hasText: mail }).first().waitFor();
    const { secret } = await letterTo(source, mail);
    return `/join#${secret}`;
  }

  describe('a new member', () => {
    it.each<[Told, 'desk' | 'phone']>([
      ['fr', 'desk'],
      ['nl', 'phone'],
    ])('is invited, joins, acts, has other services, and leaves, in %s at %s width', async (language, width) => {
      const mail = `${randomUUID()}@example.org`;
      const name = `Noor Vanderlinden ${language}`;
      const administrator = await signedIn(await browser.person(language, width), 'admin-beci', language);
      const { page: theirs, text } = administrator;
      await administrator.goTo('/members');
      await theirs.getByRole('heading', { level: 2, name: 'BECI' }).waitFor();
      expect([await barriersOf(theirs), await cutOffIn(theirs)]).toEqual([[], []]);
      const link = await invite(administrator, language, mail);

      const page = await browser.person(language, width);
      await page.goto(link);
      await page.getByRole('heading', { level: 1, name: /BECI/ }).waitFor();
      await page.getByText('Denis Colpaert').waitFor();
      expect([await barriersOf(page), await cutOffIn(page)]).toEqual([[], []]);
      const join = page.getByRole('button', { name: text('join', 'join') });
      await join.click();
      await page.getByText(text('join', 'nameWrong')).waitFor();
      await page.getByLabel(text('join', 'name')).fill(name);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/inbox');
      const joined = personAt(page, language);
      await joined.openCase('cash-flow');

      await administrator.goTo('/members');
      const line = theirs.getByRole('listitem').filter({ hasText: name });
      await line.getByText(mail).waitFor();
      await line.getByRole('button', { name: text('members', 'change.named') }).click();
      // An actor without a service could do nothing, which the dialog says.
      await theirs
        .getByRole('dialog')
        .getByRole('checkbox', { name: new RegExp(desk[language]) })
        .uncheck();
      await theirs
        .getByRole('dialog')
        .getByRole('button', { name: text('members', 'change.send') })
        .focus();
      await theirs.keyboard.press('Enter');
      await administrator.sees(text('members', 'terms.serviceNeeded'));
      await roleIn(theirs, 'member', language).check();
      await roleIn(theirs, 'actor', language).uncheck();
      await theirs
        .getByRole('dialog')
        .getByRole('button', { name: text('members', 'change.send') })
        .click();
      await theirs.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.locator('nav a[href="/inbox"]').first().waitFor({ state: 'detached' });

      await line.getByRole('button', { name: text('members', 'end.named') }).click();
      await theirs
        .getByRole('dialog')
        .getByRole('button', { name: text('members', 'end.send') })
        .click();
      await theirs.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.getByRole('heading', { name: text('common', 'session.ended.title') }).waitFor();
      await line.getByRole('button', { name: text('members', 'end.takeBack') }).waitFor();
      expect([errorsOf(page), errorsOf(theirs)]).toEqual([[], []]);
      await Promise.all([page, theirs].map((one) => one.context().close()));
    });

    it('hears why a link leads nowhere, and where to go instead', async () => {
      const page = await browser.person('fr');
      const { text } = personAt(page, 'fr');
      await page.goto('/join');
      await page.getByText(text('join', 'noLink')).waitFor();
      await page.goto(`/join#${'A'.repeat(22)}`);
      await page.getByRole('alert').filter({ hasText: 'dernier e-mail' }).waitFor();
      await page.getByRole('link', { name: text('join', 'signIn') }).waitFor();
      expect(await barriersOf(page)).toEqual([]);
      await page.context().close();
    });
  });

  it('whoever ends a membership says who takes over what is nobody else’s, and may take the end back', async () => {
    const amelie = await signIn(stack.apiUrl, 'amelie-beci');
    const { caseId } = (await amelie.openCase()).body;
    await amelie.command(caseId, { type: 'refer', serviceIds: ['itaa-accountants'] });
    const admin = await signIn(stack.apiUrl, 'admin-hub');
    const [paul, hers] = [await membershipOf(admin, 'paul-itaa'), await membershipOf(admin, 'lieve-itaa')];
    const terms = ['itaa-public-debt', 'itaa-closing'];
    // Lieve acts for nothing, hence for nothing of an accountant's.
    await source.query('DELETE FROM relais.membership_service WHERE membership_id = $1', [hers]);
    const work = async () => (await admin.get<Leaving>(`/members/${paul}/leaving`)).body.work.length;
    await until(async () => (await work()) > 0, 'the projection tells of the request');
    const administrator = await signedIn(await browser.person('nl', 'phone'), 'admin-hub', 'nl');
    const { page, text } = administrator;
    // Whoever is erased would leave it: the dialog says so before it is asked, and where somebody else is named.
    await administrator.goTo('/admin?q=descamps');
    await page.getByRole('button', { name: text('admin', 'people.eraseNamed') }).click();
    const hindered = page.getByRole('dialog').locator('[data-hindered]');
    await hindered.getByText(/Accountants/).waitFor();
    expect([await barriersOf(page), await cutOffIn(page)]).toEqual([[], []]);
    expect(await page.getByRole('button', { name: text('admin', 'people.eraseSend') }).count()).toBe(0);
    await hindered.getByRole('link', { name: text('leaving', 'chooseSuccessor') }).click();
    await page.waitForURL((url) => url.search === '?organisation=itaa');
    const line = page.getByRole('listitem').filter({ hasText: 'Paul Descamps' });
    await line.getByRole('button', { name: text('members', 'end.named') }).click();
    const dialog = page.getByRole('dialog');
    const choice = dialog.getByRole('combobox');
    await choice.waitFor();
    expect([await barriersOf(page), await cutOffIn(page)]).toEqual([[], []]);
    const send = dialog.getByRole('button', { name: text('members', 'end.send') });
    // Sent too early: it says what it lacks.
    await send.focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').waitFor();
    await choice.selectOption({ label: 'Lieve Hertogh' });
    await dialog.locator('[data-caution]').getByText(text('leaving', 'successorUnfit')).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await send.click();
    await dialog.waitFor({ state: 'hidden' });
    const lieve = page.getByRole('listitem').filter({ hasText: 'Lieve Hertogh' });
    await until(async () => (await lieve.innerText()).includes('Accountants'), 'the service is hers');
    await line.getByRole('button', { name: text('members', 'end.takeBack') }).click();
    await line.getByRole('button', { name: text('members', 'end.named') }).waitFor();
    await admin.put(`/members/${hers}`, { roles: ['actor'], serviceIds: terms });
    await page.context().close();
  });

  it('who manages members is asked about those who were not there for long, and keeps them', async () => {
    const admin = await signIn(stack.apiUrl, 'admin-hub');
    await source.query(
      `INSERT INTO relais.membership_use VALUES ($1, now() - interval '8 months', now() - interval '40 days')
       ON CONFLICT (membership_id) DO UPDATE SET asked_at = excluded.asked_at`,
      [await membershipOf(admin, 'jonas-beci')],
    );
    // Amélie is away, and who was named to stand in is no actor.
    await source.query(
      `INSERT INTO relais.absence (membership_id, substitute_membership_id, valid_from, valid_until)
       VALUES ($1, $2, now(), now() + interval '1 day')`,
      [await membershipOf(admin, 'amelie-beci'), await membershipOf(admin, 'admin-beci')],
    );
    const administrator = await signedIn(await browser.person('fr'), 'admin-beci', 'fr');
    const { page, text } = administrator;
    await administrator.goTo('/members');
    const gaps = page.locator('[data-gaps]');
    await gaps.getByRole('button', { name: text('absence', 'gaps.chooseNamed') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(text('absence', 'substitute')).selectOption('Jonas Verdonckt');
    await dialog.getByRole('button', { name: text('absence', 'changeSend'), exact: true }).click();
    await gaps.waitFor({ state: 'detached' });
    await source.query('DELETE FROM relais.absence');
    // Jonas acts for lawyers too, and Amélie does not: it is said, and hinders nothing.
    await page
      .getByRole('listitem')
      .filter({ hasText: 'jonas-beci@' })
      .getByRole('button', { name: text('absence', 'openNamed') })
      .click();
    await dialog.getByLabel(text('absence', 'substitute')).selectOption({ label: 'Amélie Warnotte' });
    await dialog.locator('[data-caution]').getByText('avocat').waitFor();
    expect([await barriersOf(page), await cutOffIn(page)]).toEqual([[], []]);
    await page.keyboard.press('Escape');
    const asked = page.getByRole('region', { name: text('members', 'unused.title') });
    // Their time is over: what keeps them is said instead of a day.
    await asked.getByText(text('members', 'unused.stays')).waitFor();
    expect([await barriersOf(page), await cutOffIn(page)]).toEqual([[], []]);
    await asked.getByRole('button', { name: text('members', 'unused.keep') }).click();
    await asked.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('somebody who works here already signs in first, comes back to the invitation, and joins as who they are', async () => {
    const administrator = await signedIn(await browser.person('fr'), 'admin-beci', 'fr');
    await administrator.goTo('/members');
    const mail = 'eva-finance@finance-invest-brussels.example';
    const link = await invite(administrator, 'fr', mail);
    // In a browser where somebody else is signed in.
    const eva = await signedIn(await browser.person('fr'), 'jonas-beci', 'fr');
    await eva.goTo(link);
    await eva.page.getByText(eva.text('join', 'signInFirst')).waitFor();
    await eva.page.getByText(eva.text('join', 'signedInAs')).waitFor();
    expect([await barriersOf(eva.page), await cutOffIn(eva.page)]).toEqual([[], []]);
    await eva.page.getByRole('button', { name: eva.text('join', 'signIn') }).click();
    await eva.page.getByText(eva.text('sign-in', 'thenInvitation')).waitFor();
    expect(eva.page.url()).not.toContain(link.slice('/join#'.length));
    await eva.page.getByLabel(eva.text('sign-in', 'mail.address')).fill(mail);
    await eva.page.keyboard.press('Enter');
    const code = eva.page.locator('input[autocomplete="one-time-code"]');
    await code.waitFor();
    await code.fill(await until(async () => codeIn((await letterTo(source, mail)).text), 'the code came'));
    await eva.page.keyboard.press('Enter');
    await eva.page.waitForURL((url) => url.pathname === '/join');
    await eva.page.getByRole('button', { name: `${eva.text('join', 'joinAs')} Eva Lindqvist` }).click();
    await eva.page.waitForURL((url) => url.pathname === '/inbox');
    await eva.page.getByRole('button', { name: eva.text('common', 'person.menu') }).click();
    await eva.page.getByRole('group', { name: eva.text('common', 'person.actFor') }).waitFor();
    await source.query(
      `UPDATE relais.membership SET valid_until = now() WHERE person_id = 'eva-finance' AND organisation_id = 'beci'`,
    );
  });
}
