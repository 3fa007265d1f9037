import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/case';
import type { Pack } from '#contracts/monitoring';
import type { Series } from '#contracts/outside';
import type { Request } from 'playwright-core';
import { openBrowser, type TestBrowser } from '../../support/browser.js';
import { dialogPlaces, type DialogPlace } from '../../support/dialogs.js';
import { signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';
import { askedCase, declinedCase, hasFocus, says } from './asked.js';
import { cutOffIn } from './barriers.js';
import { signedIn, type Person } from './person.js';

let stack: Stack;
let browser: TestBrowser;
let caseId: string;
let queryId: string;

const pack: Pack = {
  packId: '01940000-0000-7000-8000-000000000001',
  since: '2026-09-01',
  until: '2026-11-29',
  language: 'both',
  epoch: 1,
  hash: '0'.repeat(64),
  bytes: 1,
  madeAt: '2026-11-29T10:00:00.000Z',
  madeBy: 'sofie-hub',
  withdrawn: null,
};
const words = { fr: 'faillites', nl: 'faillissementen', en: 'bankruptcies' };
const series: Series = {
  seriesId: 'bankruptcies',
  title: words,
  unit: words,
  source: 'demo',
  sourceUrl: null,
  licence: 'CC0',
  publishedOn: '2026-11-01',
  adds: true,
  counts: null,
  grain: 'month',
  places: [],
  wholeRegion: true,
  first: '2026-01',
  last: '2026-02',
  points: 2,
  hash: '0'.repeat(64),
  importedAt: '2026-11-01T10:00:00.000Z',
  importedBy: 'sofie-hub',
  importedByName: 'Sofie',
  demonstration: false,
  recipe: { where: [], answers: [] },
};

/** Everything that the page of a case can offer, as no single case does. */
function everythingOf({ referrals }: CaseView): CaseView['actions'] {
  const [referral] = referrals;
  const ofReferral = [
    'answer-recall',
    'answer-lead',
    'record-progress',
    'hold',
    'decline',
    'hand-on',
    'close-referral',
    'recall',
  ];
  const ofCase = ['resolve-dispatch', 'reopen-case', 'close-case', 'add-note', 'amend-facts', 'renew-consent'];
  return [
    ...ofReferral.map((type) => ({ type, referralId: referral?.referralId })),
    ...ofCase.map((type) => ({ type })),
    { type: 'refer' },
    { type: 'withdraw-consent' },
    { type: 'record-follow-up', month: 6 },
  ] as unknown as CaseView['actions'];
}

/** What has the focus: where in a dialog it begins, or why that is not where somebody begins. */
const beginning = `(() => {
  const one = document.activeElement;
  const dialog = document.querySelector('[role=dialog]');
  if (dialog === null || !dialog.contains(one)) return 'outside';
  if (one.matches('input, select, textarea') || one.closest('[data-faulty]') !== null) return 'field';
  return one.hasAttribute('data-harmless') ? 'harmless' : one.outerHTML.slice(0, 200);
})()`;

/** What has the focus after a dialog was sent with nothing in it, and whether the dialog says what it lacks. */
const faulty = `(() => {
  const dialog = document.querySelector('[role=dialog]');
  const one = document.activeElement;
  if (dialog === null || !dialog.contains(one)) return 'outside';
  const isMarked = (field) => field.matches(':invalid, [aria-invalid=true]') || field.closest('[data-faulty]') !== null;
  const fields = [...dialog.querySelectorAll('input, select, textarea')];
  const isSaid = dialog.querySelector('[role=alert], [data-faulty] [id$=-error]') !== null;
  return (fields.some(isMarked) ? isMarked(one) : fields.includes(one)) ? (isSaid ? 'told' : 'not told') : one.outerHTML.slice(0, 200);
})()`;

/** Every dialog as those use it who have only a keyboard and the narrowest screen. */
export function dialogs(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    browser = await openBrowser(stack.apiUrl);
    const anna = await signIn(stack.apiUrl, 'anna-hub');
    caseId = await askedCase(stack.apiUrl);
    await declinedCase(stack.apiUrl);
    const content = { kind: 'query', sql: 'SELECT 1', parameters: {}, chart: null };
    const saved = await anna.post<{ savedId: string }>('/analysis/saved', { name: 'x', shared: false, content });
    queryId = saved.body.savedId;
    const view = { kind: 'view', search: {}, columns: [] };
    await anna.post('/analysis/saved', { name: 'y', shared: false, content: view });
  });

  afterAll(async () => {
    await browser?.close();
  });

  const people = new Map<string, Person>();

  /** Somebody in a room, who stays there from one of its dialogs to the next. */
  async function enter(place: DialogPlace): Promise<Person> {
    const known = people.get(`${place.personId} ${place.room}`);
    if (known !== undefined) {
      await known.page.keyboard.press('Escape');
      return known;
    }
    const person = await signedIn(await browser.person('nl', 'phone'), place.personId, 'nl');
    await person.page.setViewportSize({ width: 320, height: 640 });
    await person.page.route(`**/api/v1/cases/${caseId}*`, async (route) => {
      const answer = await route.fetch();
      const view = (await answer.json()) as CaseView;
      await route.fulfill({ response: answer, json: { ...view, actions: everythingOf(view) } });
    });
    await person.page.route('**/api/v1/packs', (route) => route.fulfill({ json: [pack] }));
    await person.page.route('**/api/v1/outside/series', (route) => route.fulfill({ json: [series] }));
    const rooms: Readonly<Record<string, string>> = {
      case: `/cases/${caseId}`,
      query: `/analysis/workbench?query=${queryId}`,
    };
    await person.goTo(rooms[place.room] ?? place.room);
    await person.page.getByRole('heading', { level: 1 }).first().waitFor();
    people.set(`${place.personId} ${place.room}`, person);
    // What waits for a service to be called back lies folded.
    if (place.room === 'case') {
      await person.page.locator('main details summary').first().click();
    }
    return person;
  }

  const button = ({ page, text }: Person, by: string) => {
    const [catalogue = '', key = ''] = by.split(' ');
    return by === 'line'
      ? page.locator('main [data-line]').first()
      : page.getByRole('button', { name: text(catalogue, key) }).first();
  };

  it.each(dialogPlaces.map((place) => [`${place.of}, by ${place.by.at(-1) ?? ''}`, place] as const))(
    '%s: begins at its first field or harmless button, says what it lacks, and gives the focus back',
    async (_, place) => {
      const person = await enter(place);
      const { page } = person;
      const dialog = page.getByRole('dialog');
      const sent: string[] = [];
      const note = (request: Request) => sent.push(...(request.method() === 'GET' ? [] : [request.url()]));
      if (place.written !== undefined) {
        const [label, text] = place.written;
        const [catalogue = '', key = ''] = label.split(' ');
        await page.getByLabel(person.text(catalogue, key)).fill(text);
      }
      for (const by of place.by) {
        await button(person, by).focus();
        await page.keyboard.press('Enter');
      }
      await dialog.waitFor();
      const hasFields = (await dialog.locator('input, select, textarea').count()) > 0;
      const wanted = hasFields ? 'field' : 'harmless';
      await says(page, beginning, wanted);
      expect(await cutOffIn(page)).toEqual([]);
      if (place.empty !== undefined) {
        page.on('request', note);
        await dialog.locator('[type=submit]').focus();
        await page.keyboard.press('Enter');
        await says(page, faulty, place.empty);
        expect(sent).toEqual([]);
        page.off('request', note);
      }
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      const opener = button(person, place.back ?? place.by.at(-1) ?? '');
      await until(() => hasFocus(opener), 'the focus is back at what opened the dialog');
    },
  );
}
