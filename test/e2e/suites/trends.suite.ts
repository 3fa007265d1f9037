import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sectorGroups } from '#contracts/case/codes';
import { problems } from '#contracts/catalogue';
import { difficulties } from '#contracts/kernel/codes';
import type { EpochView } from '#contracts/monitoring';
import { withdrawalReasons } from '#contracts/monitoring/codes';
import { sayIn } from '#figures';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import { facts } from '../../support/builders.js';
import { signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import { emptied, type System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { signedIn } from './person.js';
import { nameOf, texts, type Told } from './texts.js';

let stack: Stack;
let browser: TestBrowser;

/** The figures of the region, from before the first closing on. */
export function trends(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    stack = system().stack;
    browser = await openBrowser(stack.apiUrl);
    const paul = await signIn(stack.apiUrl, 'paul-itaa');
    for (let opened = 0; opened < 12; opened += 1) {
      await paul.openCase({
        facts: facts({ sector: 'horeca', difficulties: [{ difficulty: 'energy', severity: 2 }] }),
      });
    }
  });

  afterEach(() => browser.leave());

  afterAll(async () => {
    await browser?.close();
  });

  describe('a member of the assembly', () => {
    it('reads that nothing is published yet, and the figures by themselves once an epoch is closed', async () => {
      const member = await signedIn(await browser.person('fr'), 'mark-febelfin', 'fr');
      await member.goTo('/trends?tier=exact');
      await member.sees(member.text('trends', 'empty.title'));
      expect(await member.page.getByRole('button', { name: member.text('trends', 'tier.exact') }).count()).toBe(0);

      const sofie = await signIn(stack.apiUrl, 'sofie-hub');
      const closed = await sofie.post<EpochView>('/monitoring/epochs', undefined, { key: randomUUID() });
      expect(closed.status).toBe(200);
      // Five figures first; the charts are behind the contents.
      await member.page.locator('[data-key="opened"]').waitFor();
      await member.sees(member.text('trends', 'foot.rounded'));
      expect(await member.page.locator('[data-key]').count()).toBe(5);
      expect(await member.page.locator('[data-figure]').count()).toBe(0);
      const height = await member.page.evaluate<number>('document.documentElement.scrollHeight');
      expect(height).toBeLessThan(1400);

      // By keyboard: what is opened has the focus, and says that it is open.
      const entry = member.page.getByRole('button', { name: sayIn('fr')('map.title'), exact: true });
      await entry.focus();
      await member.page.keyboard.press('Enter');
      await member.page.locator('[data-figure="map"] svg').waitFor();
      expect(await entry.getAttribute('aria-expanded')).toBe('true');
      expect(await member.page.evaluate('document.activeElement.id')).toBe('figure-map');
      await entry.press('Enter');
      await member.page.locator('[data-figure="map"]').waitFor({ state: 'detached' });
      expect(await entry.getAttribute('aria-expanded')).toBe('false');
      expect(errorsOf(member.page)).toEqual([]);
    });
  });

  describe('somebody without a session', () => {
    it('reads what is published and how it is counted, and no more', async () => {
      const page = await browser.person('nl');
      const text = texts('nl');
      const refused: string[] = [];
      page.on('response', (response) => response.status() >= 400 && refused.push(response.url()));
      await page.goto('/public?tier=exact&table=trend&difficulty=energy');
      await page.getByText(text('trends', 'foot.rounded')).first().waitFor();
      await page.locator('[data-figure="trend"] tbody tr').first().waitFor();
      expect(await page.getByRole('button', { name: text('trends', 'tier.exact') }).count()).toBe(0);
      await page.getByRole('link', { name: text('trends', 'howWeCount.title') }).click();
      await page.getByRole('heading', { level: 1, name: text('trends', 'howWeCount.title') }).waitFor();
      expect([refused, errorsOf(page)]).toEqual([[], []]);
      await page.goto('/trends');
      await page.waitForURL((url) => url.pathname === '/sign-in');
    });
  });

  describe('an analyst', () => {
    it('composes a published figure and shares it; everybody reads it in their language', async () => {
      const { page, goTo, text } = await signedIn(await browser.person('nl'), 'anna-hub', 'nl');
      await goTo('/analysis/share');
      await page.getByLabel(text('sharing', 'cube'), { exact: true }).selectOption('mentions');
      await page.getByRole('heading', { name: /^Vermelde moeilijkheden: moeilijkheid$/ }).waitFor();
      const sector = page.getByLabel('alleen: sector', { exact: true });
      await sector.selectOption('horeca');
      await page.locator('[data-figure="shared-preview"] svg').waitFor();
      await page.getByLabel(text('sharing', 'remark')).fill('Energie in de horeca');
      await page.getByLabel(text('sharing', 'pin')).check();
      await page.getByRole('button', { name: text('sharing', 'shareNow') }).click();
      const link = page.getByRole('link', { name: /^Vermelde moeilijkheden/ });
      const address = await link.getAttribute('href');
      expect(errorsOf(page)).toEqual([]);

      const reader = await browser.person('fr');
      await reader.goto(address ?? '');
      await reader.getByRole('heading', { level: 1, name: 'Difficultés mentionnées : difficulté' }).waitFor();
      await reader.getByRole('paragraph').filter({ hasText: 'Energie in de horeca' }).waitFor();
      await reader.getByRole('button', { name: /^En tableau/ }).click();
      const row = reader.locator('[data-figure] tbody tr', { hasText: nameOf(difficulties, 'energy', 'fr') });
      // Twelve cases, published as a multiple of five next to them.
      expect(['10', '15']).toContain(await row.locator('td').innerText());
      expect(errorsOf(reader)).toEqual([]);

      await page.getByRole('button', { name: text('common', 'withdrawal.title.remark') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(nameOf(withdrawalReasons, 'names-somebody', 'nl')).check();
      await dialog.getByRole('button', { name: text('common', 'withdrawal.send') }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText(/^Opmerking ingetrokken op .*: iemand was erin te herkennen\.$/).waitFor();
      await reader.reload();
      await reader.getByText(/^Remarque retirée le .*\s: quelqu’un pouvait y être reconnu\.$/).waitFor();
      expect(await reader.getByText('Energie in de horeca').count()).toBe(0);

      await page.getByRole('button', { name: text('sharing', 'remove'), exact: true }).click();
      await link.waitFor({ state: 'detached' });
      await reader.reload();
      await reader.getByText(problems['not-found'].text.fr).waitFor();
    });
  });

  describe.each<Told>(['fr', 'nl'])('a coordinator, in %s', (language) => {
    it('keeps filters and tables in the address and goes through the figures before an assembly', async () => {
      const { page, goTo, text, sees } = await signedIn(await browser.person(language), 'sofie-hub', language);
      const say = sayIn(language);
      await goTo('/trends');
      await page.getByRole('button', { name: text('trends', 'tier.exact'), exact: true }).click();
      await sees(text('trends', 'foot.exact'));

      await page.getByLabel(text('trends', 'filter.sector'), { exact: true }).selectOption('horeca');
      await page.getByLabel(text('trends', 'filter.difficulty'), { exact: true }).selectOption('energy');
      await page.getByRole('heading', { name: nameOf(difficulties, 'energy', language) }).waitFor();
      await page.getByRole('button', { name: say('matrix.title'), exact: true }).click();
      await page.getByRole('button', { name: `${text('common', 'figure.asTable')} ${say('matrix.title')}` }).click();
      const row = page.locator('[data-figure="matrix"] tbody tr', {
        hasText: nameOf(difficulties, 'energy', language),
      });
      const place = Object.keys(sectorGroups).indexOf('horeca');
      await until(
        async () => (await row.locator('td').nth(place).innerText()) === '12',
        'the twelve cases are counted',
      );
      const { searchParams } = new URL(page.url());
      expect(Object.fromEntries(searchParams)).toEqual({
        tier: 'exact',
        sector: 'horeca',
        difficulty: 'energy',
        open: 'trend,matrix',
        table: 'matrix',
      });

      await page.getByRole('button', { name: text('trends', 'project') }).click();
      await page.getByRole('heading', { level: 1, name: text('trends', 'reading') }).waitFor();
      await page.keyboard.press('ArrowLeft');
      await page.getByRole('heading', { level: 1, name: say('followUp.title') }).waitFor();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.locator('dialog [data-figure="trend"] svg[role="img"]').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('[data-figure="matrix"] table').waitFor();
      expect(new URL(page.url()).pathname).toBe('/trends');
      expect(errorsOf(page)).toEqual([]);
    });

    it('makes the pack of a plenary, which opens as a page of its own', async () => {
      const { page, goTo, text } = await signedIn(await browser.person(language), 'sofie-hub', language);
      await goTo('/trends');
      await page.getByRole('button', { name: text('trends', 'packs') }).click();
      await page.getByRole('button', { name: text('packs', 'open'), exact: true }).click();
      const dialog = page.getByRole('dialog');
      const day = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
      // The same period over the same figures would be the same pack.
      await dialog.getByLabel(text('packs', 'since.quarter'), { exact: true }).fill(day(language === 'fr' ? 90 : 60));
      await dialog.getByLabel(text('packs', 'until'), { exact: true }).fill(day(0));
      // What it would be is looked at first, and nothing is kept of it.
      const looking = page.context().waitForEvent('page');
      await dialog.getByRole('link', { name: text('packs', 'preview') }).click();
      const preview = await looking;
      await preview.getByRole('heading', { level: 2, name: sayIn('fr')('slopes.title') }).waitFor();
      await preview.getByRole('heading', { level: 2, name: sayIn('nl')('slopes.title') }).waitFor();
      const kept = await page.getByRole('rowheader').count();
      await dialog.getByRole('button', { name: text('packs', 'makeNow'), exact: true }).click();
      await page
        .getByRole('status')
        .filter({ hasText: text('packs', 'made') })
        .waitFor();
      await until(async () => (await page.getByRole('rowheader').count()) === kept + 1, 'one pack is listed');
      const row = page.getByRole('row', { name: text('packs', 'language.both') }).first();
      const opening = page.context().waitForEvent('page');
      await row.getByRole('rowheader').getByRole('link').click();
      const pack = await opening;
      await pack.getByRole('heading', { level: 2, name: sayIn(language)('slopes.title') }).waitFor();
      expect(await pack.locator('svg[role="img"]').count()).toBeGreaterThan(8);
      expect(errorsOf(page)).toEqual([]);
    });
  });
}
