import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { CommandAnswer } from '#contracts/case';
import { openBrowser, type TestBrowser } from '../../support/browser.js';
import { signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import {
  bringAxe,
  cutOffIn,
  cutOnPaperIn,
  greyFieldsIn,
  outOfOrderIn,
  overflowOf,
  unseenStatesIn,
  violationsIn,
} from './barriers.js';
import { signedIn, type Person } from './person.js';
import { pagesOfWeb, texts, type Told } from './texts.js';

let stack: Stack;
let browser: TestBrowser;
let answer: CommandAnswer;

/** Every room at two widths and in two languages, on screens light and dark. */
export function accessibility(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    browser = await openBrowser(stack.apiUrl);
    const paul = await signIn(stack.apiUrl, 'paul-itaa');
    const { caseId } = (await paul.openCase()).body;
    const serviceIds = ['bemediation-mediation', 'unpass-psychology'];
    answer = (await paul.command(caseId, { type: 'refer', serviceIds })).body;
    await until(async () => (await paul.get(`/cases/${caseId}`)).status === 200, 'the case can be read');
    const anna = await signIn(stack.apiUrl, 'anna-hub');
    const archived = async () => (await anna.get(`/analysis/events/cases/${caseId}/1`)).status === 200;
    await until(archived, 'its events are in the archive');
  });

  afterAll(async () => {
    await browser?.close();
  });

  const rooms: readonly (readonly [string, (caseId: string) => string])[] = [
    ['brigitte-bemediation', () => '/inbox'],
    ['brigitte-bemediation', (caseId) => `/cases/${caseId}`],
    ['brigitte-bemediation', () => '/cases'],
    ['brigitte-bemediation', () => '/cases/new'],
    ['brigitte-bemediation', () => '/figures'],
    ['brigitte-bemediation', () => '/figures?table=own-received,own-from,wait-answer'],
    ['sofie-hub', () => '/figures?weeks=52'],
    ['mark-febelfin', () => '/figures'],
    ['sofie-hub', () => '/dispatch'],
    ['sofie-hub', () => '/trends'],
    ['sofie-hub', () => '/trends/outside'],
    ['sofie-hub', () => '/trends/packs'],
    ['sofie-hub', () => '/trends?tier=exact&open=all'],
    ['sofie-hub', () => '/trends?tier=exact&table=trend,slopes,matrix,map,flow,wait-answer'],
    ['sofie-hub', () => '/trends/project?tier=exact&figure=flow'],
    ['mark-febelfin', () => '/trends/how-we-count'],
    ['mark-febelfin', () => '/public'],
    ['mark-febelfin', () => '/public/how-we-count'],
    ['mark-febelfin', () => '/accessibility'],
    ['mark-febelfin', () => '/directory'],
    ['mark-febelfin', () => '/inbox'],
    ['admin-hub', () => '/operations'],
    ['admin-beci', () => '/members'],
    ['mark-febelfin', () => '/join'],
    ['anna-hub', () => '/analysis/workbench?query=declined-for-capacity'],
    ['anna-hub', () => '/analysis/contracts'],
    ['anna-hub', () => '/analysis/contracts?type=relais.referral.sent.v1'],
    ['admin-hub', () => '/analysis/audit'],
    ['admin-hub', () => '/admin/rights'],
    ['admin-hub', () => '/audit'],
    ['admin-hub', () => '/admin'],
    ['amelie-beci', () => '/account'],
    ['amelie-beci', () => '/passkey'],
    ['anna-hub', () => '/analysis/share'],
    ['anna-hub', () => '/analysis/events'],
    ['anna-hub', (caseId) => `/analysis/events?open=cases/${caseId}/1`],
    ['anna-hub', () => '/analysis/events?tail=1'],
    ['mark-febelfin', () => '/analysis/events'],
    ['mark-febelfin', () => '/sign-in'],
    ['mark-febelfin', () => '/sign-in/link'],
    ['mark-febelfin', () => '/letters'],
    ['mark-febelfin', () => '/account'],
  ];

  // A figure that is shared needs one that is published; it is drawn by the parts of the others.
  const unseen = ['/public/figures/$figureId'];

  it('every page of the web is a room that is looked at', () => {
    const looked = rooms.map(([, room]) => room('$caseId').replace(/\?.*/, ''));
    expect(pagesOfWeb().filter((page) => !looked.includes(page))).toEqual(unseen);
  });

  /** Whether charts come once the page is there. */
  function isDrawn(personId: string, path: string): boolean {
    return path.includes('tier=exact') || (path.startsWith('/figures') && personId !== 'mark-febelfin');
  }

  /** Rooms whose colours say most; the others share their parts. */
  const coloured = [
    '/inbox',
    '/cases/',
    '/cases',
    '/cases/new',
    '/dispatch',
    '/trends?tier=exact&table=trend,slopes,matrix,map,flow,wait-answer',
    '/trends?tier=exact&open=all',
    '/trends/project?tier=exact&figure=flow',
    '/trends/outside',
    '/operations',
    '/analysis/workbench?query=declined-for-capacity',
    '/analysis/contracts?type=relais.referral.sent.v1',
    '/analysis/audit',
    '/analysis/events?open=cases//1',
  ];

  type Screen = { readonly language: Told; readonly width: 'desk' | 'phone'; readonly scheme: 'light' | 'dark' };
  const people = new Map<string, Person>();

  /** Somebody who signed in once for all the rooms they look at on such a screen. */
  async function personAt({ language, width, scheme }: Screen, personId: string): Promise<Person> {
    const key = `${language} ${width} ${personId}`;
    const known = people.get(key) ?? (await signedIn(await browser.person(language, width), personId, language));
    people.set(key, known);
    await known.page.emulateMedia({ colorScheme: scheme });
    return known;
  }

  /** The page rests when nothing has moved for some frames; what is drawn to the size of the page is by then. */
  const atRest = `new Promise((resolve) => {
    let frames = 0;
    const look = () => {
      frames = document.getAnimations().length === 0 ? frames + 1 : 0;
      frames > 5 ? resolve() : requestAnimationFrame(look);
    };
    look();
  })`;

  /** Where each page stands. */
  const standing = new WeakMap<Page, string>();

  /** Goes to a room, unless the page is there already: from the first one on as by a link, because a page that is opened anew costs several times as much. */
  async function enter(page: Page, personId: string, room: string): Promise<void> {
    if (standing.get(page) === room) {
      return;
    }
    const isOpen = standing.delete(page);
    await (isOpen ? follow(page, room) : page.goto(room));
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('load');
    await until(async () => (await page.locator('[data-loading]').count()) === 0, 'what the room shows has come');
    if (isDrawn(personId, room)) {
      await page.locator('[data-figure]').first().waitFor();
    }
    if (room.includes('open=cases/')) {
      await page.locator('[data-event]').waitFor();
      await page.locator('[role=row][data-index]').first().waitFor({ state: 'attached' });
    }
    if (!isOpen) {
      await bringAxe(page);
    }
    standing.set(page, room);
  }

  /** Goes on within the application, and waits until the other room is on the screen. */
  async function follow(page: Page, room: string): Promise<void> {
    const router = 'self.__TSR_ROUTER__';
    await page.evaluate(`${router}.navigate({ href: ${JSON.stringify(room)} })`);
    const shown = `${router}.state.status === 'idle' && ${router}.state.resolvedLocation?.href === ${router}.state.location.href`;
    await until(() => page.evaluate<boolean>(shown), `${room} is on the screen`);
    await page.evaluate('scrollTo(0, 0)');
  }

  /** Says what axe finds in a room, and by how much the page runs off the screen. */
  async function look(screen: Screen, personId: string, room: string): Promise<unknown> {
    const { page } = await personAt(screen, personId);
    await enter(page, personId, room);
    const schemeOf = () => page.evaluate<string>('getComputedStyle(document.body).colorScheme');
    await until(async () => (await schemeOf()) === screen.scheme, `the page is ${screen.scheme}`);
    const isDark = screen.scheme === 'dark';
    // Who asks that nothing moves sees the other colours at once.
    const dark = isDark && {
      moving: await page.evaluate<number>('document.getAnimations().length'),
      greyFields: await greyFieldsIn(page),
    };
    await page.evaluate(atRest);
    // Light comes first, and the page stays.
    const violations = await violationsIn(page, { colours: isDark });
    const over = await overflowOf(page);
    const statement = await page.locator('a[href="/accessibility"]').count();
    return { violations, over: Math.max(0, over), scheme: await schemeOf(), statement: statement > 0, ...dark };
  }

  /** What keeps somebody out who sees the room in another way: at four times its size, on paper, in the colours of their system, or by the Tab key. */
  async function lookOtherwise(screen: Screen, personId: string): Promise<unknown> {
    const { page } = await personAt(screen, personId);
    const size = page.viewportSize() ?? { width: 0, height: 0 };
    const outOfOrder = screen.width === 'phone' ? await outOfOrderIn(page) : [];
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(atRest);
    const cutOff = await cutOffIn(page);
    await page.setViewportSize(size);
    let unseen: string[] = [];
    let cutOnPaper: string[] = [];
    if (screen.width === 'desk') {
      await page.emulateMedia({ forcedColors: 'active' });
      await page.evaluate(atRest);
      unseen = await unseenStatesIn(page);
      await page.emulateMedia({ forcedColors: 'none', media: 'print' });
      cutOnPaper = await cutOnPaperIn(page);
      await page.emulateMedia({ media: 'screen' });
    }
    await page.evaluate(atRest);
    return { outOfOrder, cutOff, unseen, cutOnPaper };
  }

  // Light and dark one after the other, so that a room is opened once for both.
  describe.each<readonly [Told, 'desk' | 'phone']>([
    ['fr', 'desk'],
    ['nl', 'phone'],
  ])('in %s at %s width', (language, width) => {
    describe.each(rooms)('%s in room %#', (personId, room) => {
      it('finds no barrier (WCAG 2.2 AA), and nothing runs off the screen', async () => {
        const screen = { language, width, scheme: 'light' } as const;
        const seen = await look(screen, personId, room(answer.caseId));
        expect(seen).toEqual({
          violations: [],
          over: 0,
          scheme: 'light',
          statement: room(answer.caseId) !== '/accessibility',
        });
      });

      it('keeps nobody out at 320 pixels, by the Tab key, in forced colours or on paper', async () => {
        const screen = { language, width, scheme: 'light' } as const;
        const { page } = await personAt(screen, personId);
        await enter(page, personId, room(answer.caseId));
        const nothing = { outOfOrder: [], cutOff: [], unseen: [], cutOnPaper: [] };
        expect(await lookOtherwise(screen, personId)).toEqual(nothing);
      });

      if (coloured.includes(room(''))) {
        it('finds no barrier on a dark screen', async () => {
          const screen = { language, width, scheme: 'dark' } as const;
          const seen = await look(screen, personId, room(answer.caseId));
          const dark = { moving: 0, greyFields: [] };
          expect(seen).toEqual({ violations: [], over: 0, scheme: 'dark', statement: true, ...dark });
        });
      }
    });
  });

  it('says to somebody who is not signed in, in every language, what does not hold yet and where to complain', async () => {
    const page = await browser.person('fr');
    await page.goto('/sign-in');
    await page.getByRole('link', { name: texts('fr')('common', 'app.accessibility') }).click();
    for (const language of ['fr', 'nl'] as const) {
      const text = texts(language);
      await page.getByRole('button', { name: language.toUpperCase(), exact: true }).click();
      await page.getByRole('heading', { level: 1, name: text('accessibility', 'title') }).waitFor();
      for (const part of ['status', 'barriers', 'preparation', 'feedback', 'enforcement']) {
        await page.getByRole('heading', { level: 2, name: text('accessibility', `${part}.title`) }).waitFor();
      }
      await page.getByText(text('accessibility', 'feedback.unknown')).waitFor();
      await page.getByRole('link', { name: `https://www.ombuds.brussels/${language}` }).waitFor();
      await page.getByRole('link', { name: 'https://equal.brussels' }).waitFor();
    }
    await page.context().close();
  });
}
