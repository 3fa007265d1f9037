import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource } from '#persistence/kernel';
import { seedOutside } from '../../../scripts/demo/outside.js';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import type { Stack } from '../../support/processes.js';
import { emptied, type System } from '../../support/system.js';
import { barriersOf, overflowOf } from './barriers.js';
import { signedIn, type Person } from './person.js';
import type { Told } from './texts.js';

let stack: Stack;
let browser: TestBrowser;

/** Public series, with nothing of our own beside them. */
export function outside(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    stack = system().stack;
    const source = await createDataSource(stack.databaseUrl, { connections: 2 }).initialize();
    await seedOutside(source, new Date('2026-11-24T10:00:00Z'));
    await source.destroy();
    browser = await openBrowser(stack.apiUrl);
  });

  afterEach(() => browser.leave());

  afterAll(async () => {
    await browser?.close();
  });

  async function choose({ page }: Person, name: string, text: string): Promise<void> {
    await page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  }

  /** Says in the dialog what the series is. */
  async function describeSeries({ page, text }: Person, titled: string): Promise<void> {
    const dialog = page.getByRole('dialog');
    for (const lang of ['FR', 'NL', 'EN']) {
      await dialog.getByLabel(`${text('outside', 'field.title')}${lang})`).fill(titled);
      await dialog.getByLabel(`${text('outside', 'field.unit')}${lang})`).fill('procédures');
    }
    await dialog.getByLabel(text('outside', 'field.source'), { exact: false }).first().fill('Office inventé');
    await dialog.getByLabel(text('outside', 'field.licence')).fill('CC BY 4.0');
  }

  describe.each<readonly [Told, 'desk' | 'phone']>([
    ['fr', 'desk'],
    ['nl', 'phone'],
  ])('a coordinator, in %s at %s width', (language, width) => {
    it('sees what is wrong with a file by row and column, chooses what to take, imports it, and reads it in words, chart and table', async () => {
      const sofie = await signedIn(await browser.person(language, width), 'sofie-hub', language);
      const { page, text } = sofie;
      const dialog = page.getByRole('dialog');
      await sofie.goTo('/trends/outside');
      await sofie.sees(text('outside', 'list.demonstration'));
      await sofie.sees(text('outside', 'chart.noOwn'));
      await page.getByRole('button', { name: text('outside', 'import.open') }).click();
      const send = dialog.getByRole('button', { name: text('outside', 'import.send'), exact: true });
      await choose(sofie, 'bad.csv', 'period,municipality,value\n2026-13,21001,5\n2026-01,21001,beaucoup\n');
      const faults = dialog.getByRole('table');
      await faults.waitFor();
      const wrong = await faults.locator('tbody tr').all();
      const cells = await Promise.all(
        wrong.map(async (row) => (await row.locator('td').allTextContents()).slice(0, 2)),
      );
      expect(cells).toEqual([
        ['2', 'period'],
        ['3', 'value'],
      ]);
      expect(await send.isDisabled()).toBe(true);
      expect(await barriersOf(page)).toEqual([]);

      const months = (year: number, value: number) =>
        ['08', '09', '10'].map((month) => `B,M,04000,${year}-${month},${value}`);
      const good = [
        'DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE',
        ...months(2025, 100),
        ...months(2026, 110),
        'B,A,04000,2025,1200',
      ];
      await choose(sofie, 'good.csv', good.join('\n'));
      await dialog.getByLabel(text('outside', 'file.dimension') + ' FREQ').selectOption('M');
      expect(await send.isDisabled()).toBe(true);
      await dialog.getByRole('combobox', { name: /NIS/ }).selectOption('nis');
      await dialog.getByRole('status').getByText('SDMX-CSV').waitFor();
      const sample = dialog.getByRole('group', { name: text('outside', 'found.sample') }).locator('tbody tr');
      expect(await sample.count()).toBe(5);
      expect(await sample.first().innerText()).toMatch(/2025.*100$/s);
      const titled = `Procédures ${width}`;
      await describeSeries(sofie, titled);
      expect(await barriersOf(page)).toEqual([]);
      await send.click();
      await dialog.waitFor({ state: 'hidden' });

      const reading = page.getByRole('region', { name: text('outside', 'reading.label') });
      await reading.getByText(titled).waitFor();
      const words = await reading.innerText();
      expect(words).toContain('300');
      expect(words).toContain('330');
      await page.getByRole('img', { name: titled }).waitFor();
      expect(await barriersOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await page.getByRole('button', { name: text('outside', 'asTable') }).click();
      const rows = page.getByRole('table').locator('tbody tr');
      expect(await rows.count()).toBe(6);
      expect(await rows.last().innerText()).toContain('110');
      const link = page.getByRole('link', { name: /^CSV/ });
      const file = await page.request.get((await link.getAttribute('href')) ?? '');
      expect((await file.text()).split('\r\n')[1]).toMatch(/^2025-08[;,]{2}100[;,]/);
      expect(await barriersOf(page)).toEqual([]);
      expect(errorsOf(page)).toEqual([]);
    });
  });

  it.each<readonly [Told, 'desk' | 'phone']>([
    ['fr', 'desk'],
    ['nl', 'phone'],
  ])(
    'says once what the columns of a table mean, in %s at %s width; the next file is read in the same way',
    async (language, width) => {
      const sofie = await signedIn(await browser.person(language, width), 'sofie-hub', language);
      const { page, text } = sofie;
      const dialog = page.getByRole('dialog');
      const send = dialog.getByRole('button', { name: text('outside', 'import.send'), exact: true });
      const suggested = dialog.getByRole('button', { name: text('outside', 'file.suggested') });
      const question = (count: number) => dialog.getByRole('combobox').nth(count);
      const rows = (weeks: readonly number[]) =>
        [
          'nombre|annee|semaine|classe|nis',
          ...weeks.map((week) => `${week}|2026|${week}|a|21001`),
          '2|2026|1|b|21001',
        ].join('\n');
      await sofie.goTo('/trends/outside');
      await page.getByRole('button', { name: text('outside', 'import.open') }).click();
      await choose(sofie, 'weeks.txt', rows([1, 3]));
      await dialog.getByRole('columnheader', { name: 'semaine' }).waitFor();
      expect(await barriersOf(page)).toEqual([]);
      for (const answered of [3, 4, 5, 6]) {
        await question(answered - 1).waitFor();
        expect(await send.isDisabled()).toBe(true);
        await suggested.click();
      }
      await question(6).selectOption('zero');
      await dialog.getByRole('status').getByText('CSV').waitFor();
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await describeSeries(sofie, `Semaines ${width}`);
      await send.click();
      await dialog.waitFor({ state: 'hidden' });

      await page
        .getByRole('heading', { name: new RegExp(`Semaines ${width}`) })
        .first()
        .waitFor();
      await page.getByRole('button', { name: text('outside', 'import.replace') }).click();
      await choose(sofie, 'weeks.txt', rows([1, 3, 4]));
      await dialog.getByRole('status').getByText('CSV').waitFor();
      expect(await send.isEnabled()).toBe(true);
      await send.click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: text('outside', 'asTable') }).click();
      const cells = await page.getByRole('table').locator('tbody tr td:nth-of-type(1)').allTextContents();
      expect(cells.slice(0, 4).map(Number)).toEqual([3, 0, 3, 4]);
      expect(errorsOf(page)).toEqual([]);
    },
  );

  it('shows a break, a provisional and a confidential value as what they are, and compares nothing over a break', async () => {
    const sofie = await signedIn(await browser.person('fr'), 'sofie-hub', 'fr');
    const { page, text } = sofie;
    const dialog = page.getByRole('dialog');
    const months = ['08', '09', '10'];
    const lines = [2025, 2026].flatMap((year) =>
      months.map((month) => {
        const [value, flag] = year === 2026 && month === '08' ? ['9', 'b'] : month === '10' ? ['7', 'p'] : ['5', ''];
        return `B,BE10,${year}-${month},${value},${flag}`;
      }),
    );
    await sofie.goTo('/trends/outside');
    await page.getByRole('button', { name: text('outside', 'import.open') }).click();
    await choose(
      sofie,
      'flags.csv',
      ['DATAFLOW,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG', ...lines, 'B,BE10,2026-01,,c'].join('\n'),
    );
    await dialog.getByRole('status').getByText('rupture de série (1)').waitFor();
    await describeSeries(sofie, 'Signalées');
    await dialog.getByRole('button', { name: text('outside', 'import.send'), exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    const reading = page.getByRole('region', { name: text('outside', 'reading.label') });
    await reading.getByText('Signalées').waitFor();
    expect(await reading.innerText()).toContain('les deux ne se comparent pas');
    for (const flag of ['break', 'provisional', 'confidential'] as const) {
      await sofie.sees(text('outside', `flag.${flag}`));
    }
    await page.getByRole('button', { name: text('outside', 'asTable') }).click();
    const secret = page.getByRole('row', { name: /janv/ });
    expect(await secret.innerText()).toMatch(/– \(confidentiel\)/);
    expect(await barriersOf(page)).toEqual([]);
    expect(errorsOf(page)).toEqual([]);
  });

  it('a member reads the series by municipality, and imports nothing', async () => {
    const mark = await signedIn(await browser.person('nl'), 'mark-febelfin', 'nl');
    const { page, text } = mark;
    await mark.goTo('/trends');
    await page.getByRole('link', { name: text('names', 'outside') }).click();
    await mark.sees('Faillissementen (verzonnen gegevens)');
    expect(await page.getByRole('button', { name: text('outside', 'import.open') }).count()).toBe(0);
    await page.getByLabel(text('outside', 'filter.municipality')).selectOption({ label: 'Elsene' });
    await page.getByRole('heading', { name: 'Elsene' }).waitFor();
    expect(new URL(page.url()).searchParams.get('municipality')).toBe('21009');
    expect(errorsOf(page)).toEqual([]);
  });
}
