import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Download, Page } from 'playwright-core';
import type { EventCount } from '#contracts/analysis';
import type { CommandAnswer } from '#contracts/case';
import { difficulties, professions } from '#contracts/kernel/codes';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import { signIn, type Client } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { downloadedText } from './downloaded.js';
import { signedIn, type Person } from './person.js';
import { nameOf, type Told } from './texts.js';

let stack: Stack;
let browser: TestBrowser;
let paul: Client;
let reader: Client;

/** Events of the archive, followed, filtered and exported; an archivist fills it. */
export function events(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    browser = await openBrowser(stack.apiUrl);
    paul = await signIn(stack.apiUrl, 'paul-itaa');
    reader = await signIn(stack.apiUrl, 'anna-hub');
    await archived((await openAndAsk()).case.code, 3);
    await archived((await openAndAsk()).case.code, 3);
  });

  afterEach(() => browser.leave());

  afterAll(async () => {
    await browser?.close();
  });

  /** Opens a case and asks a mediator and a psychologist for help: three events. */
  async function openAndAsk(): Promise<CommandAnswer> {
    const { caseId } = (await paul.openCase()).body;
    const serviceIds = ['bemediation-mediation', 'unpass-psychology'];
    return (await paul.command(caseId, { type: 'refer', serviceIds })).body;
  }

  /** Waits until so many events of a case are in the archive. */
  async function archived(code: string, count = 1): Promise<void> {
    const found = async () => (await reader.get<EventCount>(`/analysis/events/count?case=${code}`)).body.count >= count;
    await until(found, 'its events are in the archive');
  }

  const rows = (page: Page) => page.locator('[role=row][data-index]');
  const rowsCome = (page: Page, count: number) =>
    until(async () => (await rows(page).count()) === count, `${count} rows are shown`);

  /** How many events there are under the filters; of many only those in sight are rows. Not one while it is not known. */
  const totalOf = async (page: Page) => Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;

  async function analyst(language: Told): Promise<Person> {
    return signedIn(await browser.person(language), 'anna-hub', language);
  }

  /** Ticks one of the list behind a button of the filters. */
  async function pick(anna: Person, filter: string, option: string): Promise<void> {
    await anna.page.getByRole('button', { name: anna.text('events', filter), exact: true }).click();
    await anna.page.getByLabel(option).check();
    await anna.page.keyboard.press('Escape');
  }

  describe.each<Told>(['fr', 'nl'])('an analyst, in %s', (language) => {
    it('filters, opens an event, picks a column and a value in it, and finds the way back', async () => {
      const anna = await analyst(language);
      const { page, text } = anna;
      await anna.goTo('/analysis/events');
      await rows(page).first().waitFor();
      const all = await until(async () => {
        const total = await totalOf(page);
        return total > 0 && total;
      }, 'all are counted');
      await pick(anna, 'filter.type', text('event-names', 'relais.referral.sent.v1'));
      await until(async () => {
        const total = await totalOf(page);
        return total > 0 && total < all;
      }, 'the filter took some away');
      await pick(anna, 'filter.profession', nameOf(professions, 'psychologist', language));
      await page.waitForURL(/type=relais\.referral\.sent\.v1&profession=psychologist/);

      await page.getByRole('grid').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const panel = page.locator('[data-event]');
      await panel.waitFor();
      expect(await panel.locator('[aria-current=true]').count()).toBe(1);
      await panel.getByRole('button', { name: text('events', 'panel.previous') }).click();
      await page.waitForURL(/open=cases/);

      await page.goBack();
      await rows(page).first().click();
      const place = panel.locator('[data-column="$.to.serviceId"]');
      await place.getByRole('button', { name: text('events', 'tree.show') }).click();
      await page.getByRole('columnheader', { name: '$.to.serviceId' }).waitFor();
      await page.getByRole('button', { name: /^(Colonnes|Kolommen) \(8\)$/ }).click();
      const earlier = page.getByRole('list', { name: text('events', 'columns.order') }).locator('li:last-child button');
      await earlier.first().click();
      await page.waitForURL(
        /municipality,%24\.to\.serviceId,by_organisation|municipality%2C%24\.to\.serviceId%2Cby_organisation/,
      );
      await page.keyboard.press('Escape');
      await place.getByRole('button', { name: text('events', 'tree.filter') }).click();
      await page.waitForURL(/where=%24\.to\.serviceId\+%3D\+unpass-psychology/);
      const cells = () => rows(page).locator('[role=gridcell]:nth-last-child(2)').allInnerTexts();
      await until(async () => (await cells()).length > 0, 'the filtered rows are shown');
      expect(new Set(await cells()).size).toBe(1);

      await page.getByRole('button', { name: text('common', 'form.clear') }).click();
      await until(async () => (await totalOf(page)) >= all, 'all are there again');
      expect(errorsOf(page)).toEqual([]);
    });

    it('follows events as they come, pauses, resumes and stops', async () => {
      const anna = await analyst(language);
      const { page, text } = anna;
      const press = (key: string) => page.getByRole('button', { name: text('events', key), exact: true }).click();
      await anna.goTo('/analysis/events?type=relais.case.opened.v1');
      await rows(page).first().waitFor();
      const kept = await rows(page).count();
      await press('tail.start');
      await page.locator('[data-connection=live]').waitFor();
      // What was read stays, and what comes stands above it.
      await rowsCome(page, kept);
      const first = (await paul.openCase()).body;
      await rowsCome(page, kept + 1);
      await anna.sees(first.case.code);

      await press('tail.pause');
      await page.locator('[data-connection=paused]').waitFor();
      const second = (await paul.openCase()).body;
      await anna.sees(text('events', 'tail.waiting_one'));
      expect(await rows(page).count()).toBe(kept + 1);
      await press('tail.resume');
      await rowsCome(page, kept + 2);
      expect(await rows(page).first().innerText()).toContain(second.case.code);

      await press('tail.stop');
      await page.locator('[data-connection=stopped]').waitFor();
      const third = (await paul.openCase()).body;
      await archived(third.case.code);
      await press('tail.leave');
      await anna.sees(third.case.code);
      expect(errorsOf(page)).toEqual([]);
    });

    it('keeps a view, opens it by its address, hears that it changed, and takes it away', async () => {
      const anna = await analyst(language);
      const { page, text } = anna;
      const name = `Contributions ${language}`;
      await anna.goTo('/analysis/events?columns=time,code,difficulty');
      await pick(anna, 'filter.difficulty', nameOf(difficulties, 'social-contributions', language));
      await page.getByRole('button', { name: text('events', 'views.title'), exact: true }).click();
      await page.getByRole('button', { name: text('events', 'views.saveAs') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill(name);
      await dialog.getByRole('checkbox').check();
      await dialog.locator('button[type=submit]').click();
      await page.waitForURL(/view=/);
      const view = new URL(page.url()).searchParams.get('view');

      const sofie = await signedIn(await browser.person(language), 'sofie-hub', language);
      await sofie.goTo(`/analysis/events?view=${view}`);
      await sofie.page.waitForURL(/difficulty=social-contributions/);
      await sofie.page.getByRole('columnheader').nth(2).waitFor();
      expect(await sofie.page.getByRole('columnheader').count()).toBe(3);
      await sofie.page.getByRole('button', { name }).waitFor();
      await sofie.page.context().close();

      await page.getByRole('button', { name: text('common', 'form.clear') }).click();
      await anna.sees(text('events', 'views.changed'));
      await page.getByRole('button', { name: text('events', 'views.undo') }).click();
      await page.waitForURL(/difficulty=social-contributions/);
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('button', { name: `${text('events', 'views.remove')}: ${name}` }).click();
      await dialog.locator('button[type=submit]').click();
      await page.waitForURL((url) => !url.searchParams.has('view'));
      expect(errorsOf(page)).toEqual([]);
    });

    it('exports all that is filtered, with the columns shown, after it was counted', async () => {
      const anna = await analyst(language);
      const { page, text } = anna;
      await anna.goTo('/analysis/events?type=relais.referral.sent.v1&columns=code,%24.to.profession');
      await rows(page).first().waitFor();
      const count = await rows(page).count();
      await page.getByRole('button', { name: text('events', 'export.open'), exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(text('events', 'export.count_other')).waitFor();
      const coming = page.waitForEvent('download');
      await dialog.getByRole('button', { name: text('events', 'export.start'), exact: true }).click();
      const lines = await linesOf(await coming);
      expect(lines[0]).toBe('code;$.to.profession');
      expect(lines).toHaveLength(count + 1);
      expect(lines.slice(1).every((line) => /^[0-9A-Z]{4}-[0-9A-Z]{4};(mediator|psychologist)$/.test(line))).toBe(true);
      expect(errorsOf(page)).toEqual([]);
    });
  });

  it('what came in since is only what the filter takes, also for who comes back to a filter', async () => {
    const anna = await analyst('fr');
    const { page, text } = anna;
    const arrived = page.getByRole('button', { name: text('events', 'list.arrived_other').replace('{{number}}', '') });
    const counts = async () => (await arrived.allInnerTexts()).map((one) => Number.parseInt(one, 10));
    await anna.goTo('/analysis/events?type=relais.referral.sent.v1');
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: text('common', 'form.clear') }).click();
    await page.waitForURL((url) => !url.searchParams.has('type'));
    await rows(page).first().waitFor();
    await archived((await openAndAsk()).case.code, 3);
    await until(async () => (await counts())[0] === 3, 'without a filter all three are told');
    await pick(anna, 'filter.type', text('event-names', 'relais.referral.sent.v1'));
    await until(async () => (await counts())[0] === 2, 'the two requests are told');
    const heard = page.waitForResponse(/events\/count\?type=relais\.referral\.sent/);
    await archived((await paul.openCase()).body.case.code);
    await heard;
    expect(await counts()).toEqual([2]);
    await arrived.click();
    await arrived.waitFor({ state: 'hidden' });
    expect(errorsOf(page)).toEqual([]);
  });

  it.each<[what: string, search: string, isSaid: boolean]>([
    ['that imported history may hold', 'type=relais.referral.held.v1&from=2030-01-01', true],
    ['of imported history itself', 'type=relais.case.imported.v1&from=2030-01-01', false],
    ['where no case is', 'stream=directory&from=2030-01-01', false],
  ])('a filter that finds nothing %s says what it cannot see, when there is any', async (_, search, isSaid) => {
    const anna = await analyst('nl');
    const { page, text } = anna;
    await page.route('**/events/count?type=relais.case.imported.v1', (route) => route.fulfill({ json: { count: 7 } }));
    await anna.goTo(`/analysis/events?${search}`);
    await anna.sees(text('events', 'list.filtered'));
    await anna.sees(text('events', 'list.count_other').replace('{{number}}', '0'));
    const shown = page.getByRole('button', { name: text('events', 'list.showImported') });
    if (isSaid) {
      await shown.click();
      await page.waitForURL((url) => url.search === '?type=relais.case.imported.v1');
    }
    expect(await shown.count()).toBe(0);
    expect(errorsOf(page)).toEqual([]);
  });

  async function linesOf(download: Download): Promise<string[]> {
    const text = await downloadedText(download);
    return text
      .trim()
      .split('\n')
      .map((line) => line.trim());
  }
}
