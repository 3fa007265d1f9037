import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { professions } from '#contracts/kernel/codes';
import { createDataSource, Database } from '#persistence/kernel';
import { registerFiles, writeEventFiles, writeRowFiles } from '../../support/archive-world.js';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import { derivedRows, told } from '../../support/case-story.js';
import type { Stack } from '../../support/processes.js';
import { emptied, type System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { barriersOf, overflowOf } from './barriers.js';
import { downloadedText } from './downloaded.js';
import { signedIn } from './person.js';
import { nameOf, type Told } from './texts.js';
import { deed, endless, rowsOf, stories, write } from './workbench.js';

let stack: Stack;
let database: Database;
let browser: TestBrowser;

/** SQL, its results and who asked it, on an archive of its own. */
export function workbench(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    stack = system().stack;
    database = new Database(createDataSource(stack.databaseUrl, { connections: 2 }));
    const events = await writeEventFiles(stack.archiveFolder, told(...stories));
    const rows = await writeRowFiles(stack.archiveFolder, derivedRows(...stories));
    await registerFiles(database, stack.archiveFolder, [...events, ...rows]);
    browser = await openBrowser(stack.apiUrl);
  });

  afterEach(() => browser.leave());

  afterAll(async () => {
    await browser?.close();
    await database?.stop();
  });

  describe.each<readonly [Told, 'desk' | 'phone']>([
    ['fr', 'desk'],
    ['nl', 'phone'],
  ])('a stranger, in %s at %s width', (language, width) => {
    it('finds how many referrals from accountants to psychologists were declined for capacity in a quarter, sees it drawn, and takes it along', async () => {
      const anna = await signedIn(await browser.person(language, width), 'anna-hub', language);
      const { page, text } = anna;
      await anna.goTo('/analysis/workbench');
      await page.getByText(language === 'fr' ? 'déclinées faute de place' : 'geweigerd wegens plaatsgebrek').click();
      await page.locator('.cm-content').waitFor();
      const fields = page.getByRole('group', { name: text('workbench', 'parameters') });
      await fields.locator('input[type=date]').first().fill('2026-01-01');
      await fields.locator('input[type=date]').last().fill('2026-03-31');
      const accountants = nameOf(professions, 'accountant', language);
      const psychologists = nameOf(professions, 'psychologist', language);
      await fields.locator('select').first().selectOption({ label: accountants });
      await fields.locator('select').last().selectOption({ label: psychologists });
      await deed(anna, 'run.start').click();
      await page.getByRole('grid').waitFor();
      expect(await rowsOf(page)).toEqual([[accountants, psychologists, '2', '1', '50']]);
      expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
        query: 'declined-for-capacity',
        'p.since': '2026-01-01',
        'p.until': '2026-03-31',
        'p.sender': 'accountant',
        'p.profession': 'psychologist',
      });
      const drawn = page.locator('[data-figure=result] svg');
      await drawn.getByText(accountants, { exact: true }).waitFor();
      const names = page.getByRole('button', { name: text('workbench', 'names.show') });
      await names.click();
      expect(await rowsOf(page)).toEqual([['accountant', 'psychologist', '2', '1', '50']]);
      await names.click();
      await page.getByRole('button', { name: text('workbench', 'chart.form.line') }).click();
      await drawn.locator('circle').first().waitFor();
      expect(await barriersOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'CSV', exact: true }).click(),
      ]);
      const lines = (await downloadedText(file)).trim().split(/\r?\n/);
      expect(lines).toEqual([
        'sender;profession;sent;declined_for_capacity;percent',
        'accountant;psychologist;2;1;50,0',
      ]);
      await page.getByRole('link', { name: text('workbench', 'rule.share') }).waitFor();
      expect(errorsOf(page)).toEqual([]);
    });
  });

  describe('SQL of one’s own', () => {
    it('with a mistake is shown its place; with too many rows it is said; a long one is stopped', async () => {
      const anna = await signedIn(await browser.person('fr'), 'anna-hub', 'fr');
      const { page, text } = anna;
      await anna.goTo('/analysis/workbench');
      await write(anna, 'SELECT code,\n  nosuch\nFROM events');
      await page.keyboard.press('Control+Enter');
      await page.locator('[data-place="2:3"]').getByText('nosuch', { exact: true }).waitFor();
      await page.locator('.cm-fault', { hasText: 'nosuch' }).waitFor();
      expect(await barriersOf(page)).toEqual([]);

      await write(anna, 'SELECT a.day AS one, b.day AS other FROM working_days a, working_days b');
      await deed(anna, 'run.start').click();
      await page.locator('[data-cut=rows]').waitFor();
      const grid = page.getByRole('grid');
      expect(await grid.getAttribute('aria-rowcount')).toBe('10001');
      expect((await rowsOf(page)).length).toBeLessThan(60);
      await grid.focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('End');
      await page.locator('[role=gridcell][aria-selected=true][aria-colindex="2"]').waitFor();

      await write(anna, "SELECT 'constructor' AS profession, 'coach' AS note, '2026-03-02T09:00:00.000Z' AS said");
      await deed(anna, 'run.start').click();
      await page.getByRole('gridcell', { name: 'constructor' }).waitFor();
      expect(await rowsOf(page)).toEqual([['constructor', 'coach', '2026-03-02T09:00:00.000Z']]);
      await write(anna, endless);
      await deed(anna, 'run.start').click();
      await page.getByRole('timer').waitFor();
      await deed(anna, 'run.stop').click();
      await anna.sees(text('workbench', 'fault.stopped'));
      await deed(anna, 'run.start').waitFor();
      expect(await page.getByRole('grid').count()).toBe(0);
      expect(errorsOf(page)).toEqual([]);
    });

    it('leaves the editor by Escape, and takes names of tables from their explanation', async () => {
      const anna = await signedIn(await browser.person('nl'), 'anna-hub', 'nl');
      const { page, text } = anna;
      await anna.goTo('/analysis/workbench');
      await write(anna, 'SELECT count(*) AS n FROM ');
      await page.getByRole('button', { name: text('workbench', 'shelf.tables'), exact: true }).click();
      await page.locator('.cm-content').press('Control+End');
      await page
        .getByRole('region', { name: 'referrals' })
        .getByRole('button', { name: 'referrals', exact: true })
        .click();
      await page.locator('.cm-content').getByText('referrals').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('[data-run]:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('grid').waitFor();
      expect(await rowsOf(page)).toEqual([['4']]);
    });

    it('is saved, shared, opened by its address, found in the history, and deleted', async () => {
      const anna = await signedIn(await browser.person('fr'), 'anna-hub', 'fr');
      const { page, text } = anna;
      const dialog = page.getByRole('dialog');
      const send = dialog.getByRole('button', { name: text('workbench', 'save.send') });
      await anna.goTo('/analysis/workbench');
      await write(anna, 'SELECT 1 -- pour Jan Peeters');
      await deed(anna, 'save.open').click();
      await dialog.getByRole('textbox', { name: text('workbench', 'save.name') }).fill('Une');
      await dialog.locator('pre mark', { hasText: 'Jan Peeters' }).waitFor();
      expect(await send.isDisabled()).toBe(true);
      await dialog.getByRole('button', { name: text('common', 'form.cancel') }).click();
      await dialog.waitFor({ state: 'hidden' });

      await write(anna, 'SELECT count(*) AS sent FROM referrals WHERE sender = $sender');
      await page.getByLabel('$sender').selectOption('lawyer');
      await deed(anna, 'run.start').click();
      await page.getByRole('grid').waitFor();
      await deed(anna, 'save.open').click();
      await dialog.getByRole('textbox', { name: text('workbench', 'save.name') }).fill('Envoyées par Jan Peeters');
      await dialog.locator('mark', { hasText: 'Jan Peeters' }).waitFor();
      expect(await send.isDisabled()).toBe(true);
      await dialog.getByRole('textbox', { name: text('workbench', 'save.name') }).fill('Envoyées par…');
      await dialog.getByLabel(text('workbench', 'save.shared')).check();
      await dialog.getByRole('button', { name: text('workbench', 'save.send') }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('heading', { name: 'Envoyées par…' }).waitFor();
      expect(await rowsOf(page)).toEqual([['1']]);
      const address = page.url();

      const sofie = await signedIn(await browser.person('nl'), 'sofie-hub', 'nl');
      await sofie.goTo(address.replace('p.sender=lawyer', 'p.sender=accountant'));
      await deed(sofie, 'run.start').click();
      await sofie.page.getByRole('grid').waitFor();
      expect(await rowsOf(sofie.page)).toEqual([['3']]);
      expect(await deed(sofie, 'delete.open').count()).toBe(0);
      await sofie.page.getByRole('button', { name: sofie.text('workbench', 'shelf.saved'), exact: true }).click();
      await sofie.page.getByRole('link', { name: 'Envoyées par…' }).waitFor();
      await sofie.page.context().close();

      await page.getByRole('button', { name: text('workbench', 'shelf.history'), exact: true }).click();
      await page.getByRole('link', { name: 'WHERE sender = $sender' }).first().click();
      await page.getByRole('heading', { name: text('workbench', 'new.title') }).waitFor();
      expect(await page.getByLabel('$sender').inputValue()).toBe('lawyer');
      await page.goBack();
      await page.getByRole('heading', { name: 'Envoyées par…' }).waitFor();
      await deed(anna, 'delete.open').click();
      await dialog.getByRole('button', { name: text('workbench', 'delete.send') }).click();
      await page.getByRole('heading', { name: text('workbench', 'new.title') }).waitFor();
      expect(errorsOf(page)).toEqual([]);
    });
  });

  describe('the administrator', () => {
    it('sees what was asked and taken, and switches exports off for everybody', async () => {
      const anna = await signedIn(await browser.person('fr'), 'anna-hub', 'fr');
      await anna.goTo(`/analysis/workbench?sql=${encodeURIComponent('SELECT 42 AS answer')}`);
      await deed(anna, 'run.start').click();
      await anna.page.getByRole('grid').waitFor();

      const admin = await signedIn(await browser.person('nl'), 'admin-hub', 'nl');
      const { page, text } = admin;
      await admin.goTo('/analysis/workbench');
      await admin.sees(text('common', 'state.forbidden'));
      await admin.goTo('/analysis/audit?kind=query');
      const line = page.getByRole('row').filter({ hasText: 'SELECT 42 AS answer' });
      await line.first().waitFor();
      expect(await line.first().getAttribute('data-kind')).toBe('query');
      await line.first().locator('[data-outcome=done]').waitFor();
      await line.first().getByRole('button').click();
      await until(
        () => Promise.resolve(new URL(page.url()).searchParams.get('person') === 'anna-hub'),
        'one person is shown',
      );
      expect(await barriersOf(page)).toEqual([]);
      await page
        .getByRole('link', { name: text('names', 'admin') })
        .last()
        .click();
      await page.getByRole('button', { name: text('admin', 'exports.open') }).click();
      const asked = page.getByRole('dialog');
      await asked.getByRole('button', { name: text('admin', 'exports.turnOff') }).click();
      await asked.waitFor({ state: 'hidden' });
      await admin.sees(text('admin', 'exports.off'));

      await anna.page.reload();
      await deed(anna, 'run.start').click();
      await anna.sees(anna.text('workbench', 'export.off'));
      expect(await anna.page.getByRole('button', { name: 'CSV', exact: true }).count()).toBe(0);
      await page.getByRole('button', { name: text('admin', 'exports.turnOn') }).click();
      await admin.sees(text('admin', 'exports.on'));
      expect([...errorsOf(page), ...errorsOf(anna.page)]).toEqual([]);
      await anna.page.context().close();
    });
  });

  it('an analyst finds a field in the contracts, its class of privacy and a real event', async () => {
    const anna = await signedIn(await browser.person('fr'), 'anna-hub', 'fr');
    const { page, text } = anna;
    await anna.goTo('/analysis/contracts');
    await page.getByRole('searchbox', { name: text('contracts', 'search') }).fill('declined reason');
    await page.getByRole('link', { name: 'referral.declined' }).click();
    await page.getByRole('heading', { name: 'relais.referral.declined.v1' }).waitFor();
    const field = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'data.reason' }) });
    await field.getByText(text('contracts', 'privacy.name.code'), { exact: true }).last().waitFor();
    const schema = await page.getByRole('link', { name: text('contracts', 'event.schema') }).getAttribute('href');
    expect((await page.request.get(new URL(schema ?? '').pathname)).status()).toBe(200);
    expect((await page.request.get('/api/v1/contracts/asyncapi.json')).status()).toBe(200);
    expect(await barriersOf(page)).toEqual([]);
    await page.getByRole('link', { name: text('contracts', 'event.ask') }).click();
    await deed(anna, 'run.start').click();
    await page.getByRole('grid').waitFor();
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('4');
    const lefts = (role: string) =>
      page.evaluate<number[]>(
        `[...document.querySelector('[role=grid] [role=row]:has([role=${role}])').children]
           .map((cell) => Math.round(cell.getBoundingClientRect().left))`,
      );
    const heads = await lefts('columnheader');
    expect(heads.length).toBeGreaterThan(25);
    expect(await lefts('gridcell')).toEqual(heads);
    expect(errorsOf(page)).toEqual([]);
  });
}
