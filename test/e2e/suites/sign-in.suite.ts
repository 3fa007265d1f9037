import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { DataSource } from 'typeorm';
import type { Letter } from '#contracts/people';
import { createDataSource } from '#persistence/kernel';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import { codeIn, secretIn } from '../../support/letters.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { barriersOf, overflowOf } from './barriers.js';
import { texts, type Told } from './texts.js';

const mail = 'eva-finance@finance-invest-brussels.example';

let apiUrl: string;
let browser: TestBrowser;
let source: DataSource;

/** Coming in by mail. */
export function signInByMail(system: () => System): void {
  beforeAll(async () => {
    ({ apiUrl } = system().stack);
    browser = await openBrowser(apiUrl);
    source = await createDataSource(system().databaseUrl, { connections: 1 }).initialize();
  });

  beforeEach(async () => {
    await source.query('TRUNCATE relais.throttle, relais.sign_in_code, relais.sign_in_wrong, relais.letter');
  });

  afterAll(async () => {
    await source?.destroy();
    await browser?.close();
  });

  const screens = [
    ['fr', 'desk'],
    ['nl', 'phone'],
  ] as const;

  async function at(path: string, language: Told, width: 'desk' | 'phone' = 'desk'): Promise<Page> {
    const page = await browser.person(language, width);
    await page.addInitScript({ content: `localStorage.setItem('relais.language', '${language}')` });
    await page.goto(path);
    return page;
  }

  /** What keeps somebody out of what the page shows now. */
  async function faultsOf(page: Page): Promise<unknown> {
    return { violations: await barriersOf(page), over: Math.max(0, await overflowOf(page)) };
  }
  const noBarrier = { violations: [], over: 0 };

  /** The only mail there is. */
  const letter = () =>
    until(async () => {
      const [newest] = (await (await fetch(`${apiUrl}/api/v1/letters`)).json()) as Letter[];
      return newest;
    }, 'the mail is there');

  const focused = (page: Page) => page.evaluate<string>('document.activeElement?.getAttribute("autocomplete") ?? ""');
  const isIn = (page: Page) => page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));

  describe.each(screens)('somebody without a password, in %s at a %s', (language, width) => {
    const text = texts(language);

    it('writes their address, reads the code on the page of mails and comes in with it', async () => {
      const page = await at('/sign-in?to=%2Faccount', language, width);
      const address = page.getByLabel(text('sign-in', 'mail.address'));
      await address.fill('eva');
      await page.getByRole('button', { name: text('sign-in', 'mail.send') }).click();
      await page.getByText(text('sign-in', 'mail.addressWrong')).waitFor();
      expect([await focused(page), await faultsOf(page)]).toEqual(['email', noBarrier]);
      await address.fill(mail);
      await page.keyboard.press('Enter');
      const code = page.locator('input[autocomplete="one-time-code"]');
      await code.waitFor();
      await until(async () => (await focused(page)) === 'one-time-code', 'the code is what comes next');
      expect(await faultsOf(page)).toEqual(noBarrier);
      const box = await page.context().newPage();
      await letter();
      await box.goto('/letters');
      const shown = await box.getByRole('article').innerText();
      expect(await faultsOf(box)).toEqual(noBarrier);
      await code.fill('R4K7');
      await page.keyboard.press('Enter');
      await page.getByText(text('sign-in', 'mail.codeWrong')).waitFor();
      await code.fill(codeIn(shown) === '0000-0000' ? '1111-1111' : '0000-0000');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      expect(await faultsOf(page)).toEqual(noBarrier);
      await code.fill(codeIn(shown).toLowerCase());
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/account');
      await page.getByText('Eva Lindqvist').filter({ visible: true }).first().waitFor();
      expect(errorsOf(page)).toEqual([]);
      await page.context().close();
    });

    it('follows the link of the mail, which only their button uses', async () => {
      const asked = await fetch(`${apiUrl}/api/v1/sign-in/codes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ mail, language }),
      });
      expect(asked.status).toBe(200);
      const secret = secretIn((await letter()).text);
      const link = `/sign-in/link#${secret}`;
      // A program that looks at mails opens what it finds.
      const scanner = await at(link, language);
      await scanner.getByText('Eva Lindqvist').waitFor();
      await scanner.context().close();
      const page = await at(link, language, width);
      const told: string[] = [];
      page.on('request', (request) => told.push(request.url(), request.headers()['referer'] ?? ''));
      await page.reload();
      await page.getByText('Eva Lindqvist').waitFor();
      expect(await faultsOf(page)).toEqual(noBarrier);
      await page.getByRole('button', { name: text('sign-in', 'link.use'), exact: true }).click();
      await isIn(page);
      expect(told.filter((one) => one.replace(/#.*/, '').includes(secret))).toEqual([]);
      await page.context().close();
      const again = await at(link, language, width);
      await again.getByRole('alert').waitFor();
      expect(await faultsOf(again)).toEqual(noBarrier);
      await again.getByRole('link', { name: text('sign-in', 'link.another') }).click();
      await again.getByLabel(text('sign-in', 'mail.address')).waitFor();
      await again.context().close();
    });
  });

  it('a link without its end says so, and a person may ask for another mail after a while', async () => {
    const text = texts('fr');
    const page = await at('/sign-in/link', 'fr');
    await page.getByRole('alert').getByText(text('sign-in', 'link.incomplete')).waitFor();
    await page.clock.install();
    await page.goto('/sign-in');
    await page.getByLabel(text('sign-in', 'mail.address')).fill(mail);
    await page.keyboard.press('Enter');
    await page.locator('input[autocomplete="one-time-code"]').waitFor();
    const again = page.getByRole('button', { name: text('sign-in', 'mail.again') });
    expect(await again.count()).toBe(0);
    await letter();
    await page.clock.runFor(30_000);
    await again.click();
    await page.getByText(text('sign-in', 'mail.sentAgain')).waitFor();
    await until(async () => (await source.query<unknown[]>('SELECT 1 FROM relais.letter')).length === 2, 'both mails');
    await page.context().close();
  });
}
