import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#persistence/kernel';
import { codeIn } from '../../support/letters.js';
import { letterTo, newcomer } from '../../support/invited.js';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import { giveDevice } from '../../support/device.js';
import { signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { barriersOf, cutOffIn } from './barriers.js';
import { type Person, signedIn } from './person.js';

/** What somebody manages of their own: sessions, passkeys, their data. */
export function account(system: () => System): void {
  let stack: Stack;
  let browser: TestBrowser;
  let source: DataSource;

  beforeAll(async () => {
    stack = system().stack;
    browser = await openBrowser(stack.apiUrl);
    source = await createDataSource(stack.databaseUrl, { connections: 1 }).initialize();
  });

  afterAll(async () => {
    await source?.query('DELETE FROM relais.passkey');
    await source?.query(`DELETE FROM relais.session WHERE person_id IN ('claire-ucm', 'anna-hub')`);
    await source?.destroy();
    await browser?.close();
  });

  const heading = ({ page, text }: Person, key: string) => page.getByRole('heading', { name: text('account', key) });

  describe('a person', () => {
    it.each(['fr', 'nl'] as const)('ends a session elsewhere, whose page says so, in %s', async (language) => {
      const elsewhere = await signedIn(await browser.person(language), 'claire-ucm', language);
      await elsewhere.goTo('/account');
      await heading(elsewhere, 'sessions.title').waitFor();
      const here = await signedIn(await browser.person(language, 'phone'), 'claire-ucm', language);
      await here.goTo('/account');
      await here.page.getByText(here.text('account', 'sessions.current')).waitFor();
      const ending = here.page.getByRole('button', {
        name: new RegExp(
          `^${(here.text('account', 'sessions.endNamed').split('{{')[0] ?? '').replaceAll(/\s/g, String.raw`\s`)}`,
        ),
      });
      await ending.first().click();
      await here.sees(here.text('account', 'sessions.ended'));
      await elsewhere.page.getByRole('heading', { name: elsewhere.text('common', 'session.ended.title') }).waitFor();
      await until(async () => (await ending.count()) === 0, 'the line is gone');
      expect([errorsOf(here.page), errorsOf(elsewhere.page)]).toEqual([[], []]);
      await source.query(`DELETE FROM relais.session WHERE person_id = 'claire-ucm'`);
      await browser.leave();
    });

    it('is told before their session ends, and goes on with one deed', async () => {
      const person = await signedIn(await browser.person('fr'), 'claire-ucm', 'fr');
      const { page, text } = person;
      const unseen = (minutes: number) =>
        source.query(
          `UPDATE relais.session SET seen_at = now() - make_interval(mins => $1) WHERE person_id = 'claire-ucm'`,
          [minutes],
        );
      // Nobody is there: what the page asks by itself does not make the session last.
      await page.route('**/api/v1/**', (route) =>
        route.continue({ headers: { ...route.request().headers(), 'relais-unattended': '1' } }),
      );
      await unseen(58);
      await person.goTo('/account');
      const told = page.locator('[data-notice="ending"]');
      await told.waitFor();
      await page.unroute('**/api/v1/**');
      await told.getByRole('button', { name: text('common', 'session.ending.stay') }).click();
      await told.waitFor({ state: 'detached' });
      expect(errorsOf(page)).toEqual([]);
      await browser.leave();
    });

    it('corrects their name, which the menu shows at once', async () => {
      const person = await signedIn(await browser.person('nl'), 'claire-ucm', 'nl');
      const { page, text } = person;
      await person.goTo('/account');
      await page.getByRole('button', { name: text('account', 'data.correct') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(text('account', 'data.name')).fill('Claire Özgür');
      await dialog.getByRole('button', { name: text('account', 'data.save'), exact: true }).click();
      await person.sees(text('account', 'data.corrected'));
      await page.getByRole('button', { name: text('common', 'person.menu') }).click();
      await page.locator('#person-menu').getByText('Claire Özgür').waitFor();
      await source.query(`UPDATE relais.person SET name = 'Claire Hennaut' WHERE person_id = 'claire-ucm'`);
      await browser.leave();
    });

    it('changes their address by the code that was sent there, and is erased for good', async () => {
      const inviter = await signIn(stack.apiUrl, 'admin-beci');
      const { personId } = await newcomer({ source, inviter });
      const person = await signedIn(await browser.person('fr', 'phone'), personId, 'fr');
      const { page, text } = person;
      const mail = `${personId}@example.org`;
      const press = (name: string) => page.getByRole('dialog').getByRole('button', { name }).click();
      await person.goTo('/account');
      await page.getByRole('button', { name: text('account', 'mail.open') }).click();
      await page.getByLabel(text('account', 'mail.address')).fill(mail);
      // Who came in long ago is led to sign in again and back, and finds what they had written.
      await source.query(
        `UPDATE relais.session SET way = 'mail', created_at = now() - interval '11 minutes' WHERE person_id = $1`,
        [personId],
      );
      await press(text('account', 'mail.send'));
      await page
        .getByRole('dialog')
        .getByRole('button', { name: text('passkeys', 'signInAgain') })
        .click();
      await page.locator(`[data-person="${personId}"]`).click();
      await page.waitForURL((url) => url.pathname === '/account');
      await page.getByRole('button', { name: text('account', 'mail.open') }).click();
      await until(
        async () => (await page.getByLabel(text('account', 'mail.address')).inputValue()) === mail,
        'it is kept',
      );
      await press(text('account', 'mail.send'));
      const field = page.getByRole('dialog').getByLabel(text('sign-in', 'mail.code'));
      await field.waitFor();
      expect(await field.and(page.locator(':focus')).count()).toBe(1);
      await field.fill(codeIn((await letterTo(source, mail)).text));
      await press(text('account', 'mail.confirm'));
      await person.sees(text('account', 'mail.done'));
      await page.getByText(mail).waitFor();
      await page.getByRole('button', { name: text('account', 'erase.open') }).click();
      await press(text('account', 'erase.send'));
      await page.waitForURL((url) => url.pathname === '/sign-in');
      await person.sees(text('account', 'erase.done'));
      const [left] = await source.query<object[]>('SELECT name, mail FROM relais.person WHERE person_id = $1', [
        personId,
      ]);
      expect([left, errorsOf(page)]).toEqual([{ name: null, mail: null }, []]);
      await browser.leave();
    });

    it('is away, and somebody else sees and does the work in their name until they are back', async () => {
      const amelie = await signIn(stack.apiUrl, 'amelie-beci');
      const { caseId } = (await amelie.openCase()).body;
      const referred = await amelie.command(caseId, { type: 'refer', serviceIds: ['bemediation-mediation'] });
      const referralId = referred.body.case.referrals[0]?.referralId ?? '';

      const absent = await signedIn(await browser.person('fr', 'phone'), 'brigitte-bemediation', 'fr');
      // Who would stand in is away in three days.
      await source.query(
        `INSERT INTO relais.absence (membership_id, substitute_membership_id, valid_from, valid_until)
         SELECT p.membership_id, b.membership_id, now() + interval '3 days', now() + interval '4 days'
           FROM relais.membership p, relais.membership b WHERE p.person_id = 'pieter-bemediation' AND b.person_id = 'brigitte-bemediation'`,
      );
      await absent.goTo('/account');
      await absent.page.getByRole('button', { name: absent.text('absence', 'open') }).click();
      const dialog = absent.page.getByRole('dialog');
      const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
      const last = dialog.getByLabel(absent.text('absence', 'last'));
      const today = await last.inputValue();
      const away = dialog.getByText(absent.text('absence', 'awayThen'));
      await last.fill(inDays(5));
      const substitutes = dialog.getByLabel(absent.text('absence', 'substitute'));
      const pieters = await substitutes.getByRole('option', { name: /^Pieter Claessens/ }).getAttribute('value');
      await substitutes.selectOption(pieters);
      await away.waitFor();
      expect([await barriersOf(absent.page), await cutOffIn(absent.page)]).toEqual([[], []]);
      // Other days will do.
      await last.fill(today);
      await away.waitFor({ state: 'detached' });
      await dialog.getByRole('button', { name: absent.text('absence', 'send'), exact: true }).click();
      await absent.sees(absent.text('absence', 'done'));
      await absent.sees(absent.text('absence', 'by').replace('{{name}}', 'Pieter Claessens'));

      const substitute = await signedIn(await browser.person('nl'), 'pieter-bemediation', 'nl');
      await substitute.goTo('/inbox');
      const standingIn = substitute.page.locator('[data-standing-in]');
      await standingIn.getByText('Brigitte Lannoy').waitFor();
      await substitute.page
        .getByText(/voor Brigitte Lannoy/)
        .first()
        .waitFor();
      await substitute.page.getByRole('link', { name: referred.body.case.code }).first().click();
      await substitute.page.getByRole('definition').filter({ hasText: 'Brigitte Lannoy' }).waitFor();
      await substitute.goTo('/cases');
      await substitute.page.getByText('voor Brigitte Lannoy').first().waitFor();
      // Who is away is told where they work, and changes it.
      await absent.goTo('/inbox');
      await absent.page.locator('[data-away="own"]').getByText('Pieter Claessens').waitFor();
      await absent.page.locator('[data-away="own"]').getByRole('link').click();
      await absent.page
        .getByRole('button', { name: absent.text('absence', 'changeNamed').replace('{{name}}', 'Brigitte Lannoy') })
        .click();
      await last.fill(inDays(2));
      await dialog.getByRole('button', { name: absent.text('absence', 'changeSend'), exact: true }).click();
      await absent.sees(absent.text('absence', 'changed'));
      const pieter = await signIn(stack.apiUrl, 'pieter-bemediation');
      expect((await pieter.command(caseId, { type: 'accept', referralId })).status).toBe(200);
      await substitute.goTo(`/cases/${caseId}`);
      await substitute.sees('Pieter Claessens, voor Brigitte Lannoy');
      await substitute.goTo('/inbox');
      await standingIn.waitFor();

      const name = absent.text('absence', 'endNamed').replace('{{name}}', 'Brigitte Lannoy');
      await absent.page.getByRole('button', { name }).click();
      await absent.sees(absent.text('absence', 'ended'));
      await standingIn.waitFor({ state: 'detached' });
      expect([errorsOf(absent.page), errorsOf(substitute.page)]).toEqual([[], []]);
      await browser.leave();
    });

    it.each(['fr', 'nl'] as const)(
      'whose rights take a passkey makes one, and shows it next time, in %s',
      async (language) => {
        await source.query(`DELETE FROM relais.passkey WHERE person_id = 'anna-hub'`);
        const person = await signedIn(await browser.person(language), 'anna-hub', language);
        const { page, text } = person;
        await giveDevice(page);
        const asHousesDo = () => source.query(`UPDATE relais.session SET way = 'mail' WHERE person_id = 'anna-hub'`);
        await asHousesDo();
        await person.goTo('/analysis/events');
        await page.getByRole('button', { name: text('passkeys', 'makeIt') }).click();
        await page.waitForURL((url) => url.pathname === '/analysis/events');
        // A page that is open would hear of it and go its own way.
        await page.goto('/health/live');
        await page.request.post('/api/v1/session', { data: { personId: 'anna-hub' } });
        await asHousesDo();
        // An invitation waits until the passkey was shown, and is there after it.
        const mail = `${randomUUID()}@example.org`;
        const invitation = { mail, language, organisationId: 'beci', roles: ['member'], serviceIds: [] };
        await (await signIn(stack.apiUrl, 'admin-beci')).post('/invitations', invitation);
        await person.goTo(`/join#${(await letterTo(source, mail)).secret}`);
        await page.getByRole('button', { name: text('join', 'toPasskey') }).click();
        await page.getByRole('button', { name: text('passkeys', 'showIt') }).click();
        await page.waitForURL((url) => url.pathname === '/join');
        await page.getByRole('button', { name: text('join', 'joinAs') }).waitFor();
        await person.goTo('/account');
        await page.getByRole('heading', { name: text('passkeys', 'own') }).waitFor();
        // What takes a proof of just now takes it in place, with what is written still there.
        await source.query(
          `UPDATE relais.session SET created_at = created_at - interval '11 minutes', passkey_at = passkey_at - interval '11 minutes'
            WHERE person_id = 'anna-hub'`,
        );
        await page.getByRole('button', { name: text('account', 'mail.open') }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel(text('account', 'mail.address')).fill('anna@example.org');
        const send = dialog.getByRole('button', { name: text('account', 'mail.send') });
        await send.click();
        await dialog.getByRole('button', { name: text('passkeys', 'showIt') }).click();
        await dialog.getByText(text('passkeys', 'shownNow')).waitFor();
        expect([await barriersOf(page), await cutOffIn(page)]).toEqual([[], []]);
        await send.click();
        await dialog.getByLabel(text('sign-in', 'mail.code')).waitFor();
        expect(errorsOf(page)).toEqual([]);
        await browser.leave();
      },
    );
  });
}
