import { signIn, type Client } from '../../support/http.js';
import type { CaseView } from '#contracts/case';
import type { Locator, Page } from 'playwright-core';
import type { TestBrowser } from '../../support/browser.js';
import { until } from '../../support/wait.js';
import { signedIn, type Person } from './person.js';

/** Paul in a browser of his own, at a new case of his. */
export type AtCase = {
  readonly person: Person;
  readonly page: Page;
  readonly caseId: string;
  readonly code: string;
  /** The texts of the notes that the case has on the server. */
  readonly notes: () => Promise<readonly string[]>;
  /** Those texts once there is one: what was sent on a page another client reads a moment later. */
  readonly noted: () => Promise<readonly string[]>;
};

/** Opens a case and shows it to the one who did. */
export async function atCase(apiUrl: string, browser: TestBrowser): Promise<AtCase> {
  const paul: Client = await signIn(apiUrl, 'paul-itaa');
  const { caseId, case: view } = (await paul.openCase()).body;
  await until(async () => (await paul.get(`/cases/${caseId}`)).status === 200, 'the case can be read');
  const page = await browser.person('fr');
  const person = await signedIn(page, 'paul-itaa', 'fr');
  await person.goTo(`/cases/${caseId}`);
  await page.getByRole('heading', { level: 1, name: view.code }).waitFor();
  const notes = async () => ((await paul.get(`/cases/${caseId}`)).body as CaseView).notes.map(({ text }) => text);
  const noted = () =>
    until(async () => {
      const texts = await notes();
      return texts.length > 0 && texts;
    }, 'the case has a note');
  return { person, page, caseId, code: view.code, notes, noted };
}

/** The field of the dialog that is open. */
export const field = (page: Page) => page.getByRole('dialog').getByRole('textbox');

/** Opens the dialog of a note. */
export async function startNote({ person, page }: AtCase): Promise<void> {
  await page.getByRole('button', { name: person.text('case-page', 'timeline.note') }).click();
  await field(page).waitFor();
}

/** Sends the note. */
export async function sendNote({ person, page }: AtCase): Promise<void> {
  const name = person.text('actions', 'note.submit');
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

/** Waits until no dialog is open. */
export async function closed(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** All that the browser keeps for the page, as it stands on the device. */
export function stored(page: Page): Promise<string> {
  return page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
}

/** Waits until the device keeps what was typed. */
export async function isKept(page: Page): Promise<void> {
  await until(async () => (await stored(page)).includes('relais.kept.'), 'the draft is kept');
}

/** Waits until a field holds what was typed: it is read from the device after the form is there. */
export async function holds(one: Locator, value: string): Promise<void> {
  await until(async () => (await one.inputValue()) === value, `the field holds ${value}`);
}
