import { isDeepStrictEqual } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Backlog } from '#contracts/monitoring';
import { sayIn } from '#figures';
import { errorsOf, openBrowser, type TestBrowser } from '../../support/browser.js';
import { signIn, type Client } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import { emptied, type System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { signedIn, type Person } from './person.js';
import type { Told } from './texts.js';

let stack: Stack;
let browser: TestBrowser;
let coordinator: Client;

/** The figures of an organisation, on what no suite before has left. */
export function ownFigures(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    stack = system().stack;
    browser = await openBrowser(stack.apiUrl);
    coordinator = await signIn(stack.apiUrl, 'sofie-hub');
    const desk = await signIn(stack.apiUrl, 'amelie-beci');
    const { caseId } = (await desk.openCase()).body;
    await desk.command(caseId, { type: 'refer', serviceIds: ['bemediation-mediation'] });
    await until(async () => (await openNow()) === 1, 'the request has been counted');
  });

  afterEach(() => browser.leave());

  afterAll(async () => {
    await browser?.close();
  });

  /** All requests that are not ended, of all services. */
  async function openNow(): Promise<number> {
    const { services } = (await coordinator.get<Backlog>('/monitoring/exact/backlog')).body;
    return services.reduce((sum, { open }) => sum + open, 0);
  }

  async function enter(personId: string, language: Told, width: 'desk' | 'phone' = 'desk'): Promise<Person> {
    return signedIn(await browser.person(language, width), personId, language);
  }

  const nameOfService: Readonly<Record<Told, string>> = { fr: 'Comptables de garde', nl: 'Accountants van wacht' };
  const counters = ['open', 'unanswered', 'overdue'] as const;
  const answers = ['received', 'accepted', 'declined', 'expired'] as const;
  type Figure = (typeof counters)[number] | (typeof answers)[number];
  type Figures = Readonly<Record<Figure, number>>;

  /** What a screen of own figures says: the counters now, and what came and was answered in the running week. */
  async function figuresOf({ page }: Person): Promise<Figures> {
    const row = page.locator('[data-figure="own-received"] tbody tr').last();
    const week = (await row.count()) === 0 ? [] : await row.locator('td').allInnerTexts();
    const now = await page.locator('[data-counter] dd').allInnerTexts();
    const told = [...now, ...answers.map((_, place) => week[place] ?? '0')].map((text) => Number.parseInt(text, 10));
    return Object.fromEntries([...counters, ...answers].map((name, place) => [name, told[place]])) as Figures;
  }

  /** Waits until a screen says something. */
  async function reads(person: Person, wanted: Figures, what: string): Promise<void> {
    await until(async () => isDeepStrictEqual(await figuresOf(person), wanted), what);
  }

  describe.each<Told>(['fr', 'nl'])('the figures of an organisation, in %s', (language) => {
    it('move by themselves when it accepts on another screen, and those of others do not', async () => {
      const watcher = await enter('paul-itaa', language, 'phone');
      await watcher.goTo('/figures?table=own-received');
      await watcher.sees(watcher.text('own-figures', 'exact.own'));
      const stranger = await enter('tom-ucm', language);
      await stranger.goTo('/figures?service=itaa-accountants');
      await stranger.sees(stranger.text('own-figures', 'empty.title'));
      await watcher.page.locator('[data-counter="open"]').waitFor();
      const before = await figuresOf(watcher);
      const nothing = await figuresOf(stranger);
      expect(Object.values(nothing)).toEqual([0, 0, 0, 0, 0, 0, 0]);

      const lead = await enter('amelie-beci', language);
      const code = await lead.openCase('vat');
      await lead.ask([nameOfService[language]]);
      const asked = {
        ...before,
        open: before.open + 1,
        unanswered: before.unanswered + 1,
        received: before.received + 1,
      };
      await reads(watcher, asked, 'the request arrived on the screen');

      const accountant = await enter('paul-itaa', language);
      await accountant.goToCase(code);
      await accountant.start('accept');
      const accepted = { ...asked, unanswered: before.unanswered, accepted: before.accepted + 1 };
      await reads(watcher, accepted, 'the answer arrived on the screen');

      expect(await figuresOf(stranger)).toEqual(nothing);
      await stranger.page.reload();
      await stranger.sees(stranger.text('own-figures', 'empty.title'));
      expect(await figuresOf(stranger)).toEqual(nothing);
      for (const person of [watcher, stranger, lead, accountant]) {
        expect(errorsOf(person.page)).toEqual([]);
      }
    });
  });

  it('a coordinator sees all services and chooses one; the choices stand in the address', async () => {
    const { page, goTo, sees, text } = await enter('sofie-hub', 'fr');
    await goTo('/trends');
    await page.getByRole('link', { name: text('names', 'ownFigures') }).click();
    await page.getByRole('heading', { name: sayIn('fr')('own-answers.title') }).waitFor();
    expect(await page.locator('[data-counter="open"] dd').innerText()).toBe(String(await openNow()));
    await page.getByLabel(text('own-figures', 'service.label'), { exact: true }).selectOption('ucm-legal');
    await sees(text('own-figures', 'empty.title'));
    await page.getByLabel(text('own-figures', 'weeks.label'), { exact: true }).selectOption('52');
    await until(() => Promise.resolve(page.url().includes('weeks=52')), 'the choice is in the address');
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ service: 'ucm-legal', weeks: '52' });
  });

  it('the requests to answer lead to their drawer of the inbox', async () => {
    const { page, goTo } = await enter('paul-itaa', 'nl');
    await goTo('/figures');
    await page.locator('[data-counter="unanswered"] a').click();
    await page.waitForURL((url) => url.pathname === '/inbox' && url.searchParams.get('bucket') === 'to-answer');
  });

  it('a member has no figures of their own', async () => {
    const { page, goTo, sees, text } = await enter('mark-febelfin', 'nl');
    await goTo('/figures');
    await sees(text('common', 'state.forbidden'));
    expect(await page.getByRole('link', { name: text('names', 'ownFigures') }).count()).toBe(0);
  });
}
