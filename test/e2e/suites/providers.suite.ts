import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { flowProblems } from '#contracts/people/codes';
import { Database, createDataSource } from '#persistence/kernel';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import { signIn } from '../../support/http.js';
import type { IdentityProvider } from '../../support/identity-provider.js';
import type { System } from '../../support/system.js';
import { barriersOf, overflowOf } from './barriers.js';
import { type Person, signedIn } from './person.js';
import { texts, type Told } from './texts.js';

const told = [
  ['fr', 'desk'],
  ['nl', 'phone'],
] as const;

/** Somebody who signs in with an account of a provider, and an administrator who tries one. */
export const providers = (provider: () => IdentityProvider) =>
  function suite(system: () => System): void {
    let browser: TestBrowser;
    let database: Database;

    beforeAll(async () => {
      browser = await openBrowser(system().stack.apiUrl);
      database = new Database(createDataSource(system().databaseUrl, { connections: 1 }));
    });

    afterAll(async () => {
      await database?.query('DELETE FROM relais.account');
      await database?.stop();
      await browser?.close();
    });

    const continued = (page: Page, language: Told) =>
      page.getByRole('button', { name: texts(language)('sign-in', 'continueWith') }).click();

    const isOpenToAll = async ({ page }: Pick<Person, 'page'>) =>
      expect([await barriersOf(page), Math.max(0, await overflowOf(page)), errorsOf(page)]).toEqual([[], 0, []]);

    describe.each(told)('a provider, in %s at %s width', (language, width) => {
      const text = texts(language);

      it('that knows somebody whom Relais does not lets nobody in, and the page says what to do', async () => {
        provider().comes({ subject: `nobody-${language}` });
        const page = await browser.person(language, width);
        await page.goto('/sign-in?to=%2Fcases');
        await continued(page, language);
        await page.getByRole('alert').getByText(flowProblems['account-unknown'].text[language]).waitFor();
        await page.getByRole('button', { name: text('sign-in', 'continueWith') }).waitFor();
        await isOpenToAll({ page });
        expect(new URL(page.url()).searchParams.get('to')).toBe('/cases');
        await page.context().close();
      });

      it('is linked by somebody who is signed in, who comes in with it from then on, and goes where they wanted', async () => {
        provider().comes({ subject: `amelie-${language}` });
        const first = await signedIn(await browser.person(language, width), 'amelie-beci', language);
        await first.goTo('/account');
        await first.page.getByRole('button', { name: text('account', 'accounts.link') }).click();
        await first.page.getByText(text('account', 'accounts.unused')).waitFor();
        await isOpenToAll(first);
        await first.page.context().close();

        const page = await browser.person(language, width);
        await page.goto('/cases?status=closed');
        await continued(page, language);
        await page.waitForURL((url) => url.pathname === '/cases' && url.search === '?status=closed');
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.goto('/account');
        await page.getByText(text('account', 'accounts.facts')).waitFor();
        // It is their only one, and without an address no code by mail would let them in.
        const [kept] = await database.query<{ mail: string | null }>(
          `SELECT mail FROM relais.person WHERE person_id = 'amelie-beci'`,
        );
        const address = (mail: string | null | undefined) =>
          database.query(`UPDATE relais.person SET mail = $1 WHERE person_id = 'amelie-beci'`, [mail ?? null]);
        await address(null);
        await page.getByRole('button', { name: text('account', 'accounts.removeNamed') }).click();
        await page.getByRole('alert').waitFor();
        await address(kept?.mail);
        await isOpenToAll({ page });
        await page.context().close();
        await database.query('DELETE FROM relais.account');
      });

      it('is how somebody who was invited joins, once, whose link is nowhere but in their tab', async () => {
        const mail = `${randomUUID()}@example.org`;
        const administrator = await signIn(system().stack.apiUrl, 'admin-hub');
        const request = { mail, language, organisationId: 'beci', roles: ['member'], serviceIds: [] };
        expect((await administrator.post('/invitations', request)).status).toBe(201);
        const [letter] = await database.query<{ body: string }>('SELECT body FROM relais.letter WHERE to_mail = $1', [
          mail,
        ]);
        const [, link = ''] = /(\/join#\S+)/.exec(letter?.body ?? '') ?? [];
        provider().comes({ subject: `noor-${language}` });
        const page = await browser.person(language, width);
        const asked: string[] = [];
        page.on('request', (one) => void asked.push(one.url()));
        const late = await browser.person(language, width);
        // As where no codes go by mail: by the link alone nobody joins who could not come back.
        await late.route('**/api/v1/sign-in', async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, json: { ...(await response.json()), mail: false, personas: false } });
        });
        await late.goto(link);
        await late.getByLabel(text('join', 'name')).fill('Noor Anders');
        await late.getByText(text('join', 'accountNeeded')).waitFor();
        expect(await late.getByRole('button', { name: text('join', 'join'), exact: true }).count()).toBe(0);
        await page.goto(link);
        // Without a name nobody goes anywhere.
        await continued(page, language);
        await page.getByText(text('join', 'nameWrong')).waitFor();
        await page.getByLabel(text('join', 'name')).fill('Noor Vanderlinden');
        await isOpenToAll({ page });
        await continued(page, language);
        await page.waitForURL((url) => url.pathname !== '/join' && url.port === new URL(system().stack.apiUrl).port);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        const secret = link.split('#')[1] ?? '';
        expect([secret.length, asked.filter((url) => url.split('#')[0]?.includes(secret))]).toEqual([22, []]);
        provider().comes({ subject: `late-${language}` });
        await continued(late, language);
        await late.getByRole('alert').getByText(flowProblems['invitation-used'].text[language]).waitFor();
        await isOpenToAll({ page: late });
        await page.context().close();
        await late.context().close();
        await database.query('DELETE FROM relais.account');
      });

      it('is tried by an administrator, who sees what came of it, and nobody else', async () => {
        provider().comes({ subject: `admin-${language}`, claims: { name: 'Ada Minister' } });
        const { page, goTo } = await signedIn(await browser.person(language, width), 'admin-hub', language);
        await goTo('/admin');
        await page.getByRole('button', { name: text('admin', 'providers.testNamed') }).click();
        await page.getByText('Ada Minister').waitFor();
        await page.getByText(`admin-${language}`, { exact: true }).waitFor();
        await isOpenToAll({ page });
        expect(await database.query('SELECT 1 FROM relais.account')).toEqual([]);
        await page.context().close();

        const other = await signedIn(await browser.person(language, width), 'sofie-hub', language);
        await other.goTo('/admin');
        await other.page.getByText(text('common', 'state.forbidden')).waitFor();
        await other.page.context().close();
        await database.query('DELETE FROM relais.provider_test');
      });
    });
  };
