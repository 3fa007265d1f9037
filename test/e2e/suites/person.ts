import { ageBands, channels, consentChannels, legalForms, sectors, sizeBands } from '#contracts/case/codes';
import { difficulties, professions, stages, type Difficulty } from '#contracts/kernel/codes';
import type { Page } from 'playwright-core';
import { nameOf, texts, type Told } from './texts.js';

/** What a person does with Relais in a browser, in words of the stories. */
export type Person = {
  readonly page: Page;
  /** Writes a new case down and opens it, which leads to the dialog that asks for help; answers its code. */
  readonly openCase: (difficulty: Difficulty, note?: string) => Promise<string>;
  /** Finds a case by its code with the search field and opens it. */
  readonly goToCase: (code: string) => Promise<void>;
  readonly goTo: (path: string) => Promise<void>;
  /** Presses the button of an action. */
  readonly start: (action: string) => Promise<void>;
  /** Picks options of the open dialog by their labels and sends it. */
  readonly answer: (options: readonly string[], submit: string) => Promise<void>;
  /** In the open dialog: picks services by organisation or name, the mode when there are several, and sends. */
  readonly ask: (services: readonly string[], mode?: 'each' | 'offer') => Promise<void>;
  /** Closes the dialog that is open without doing anything. */
  readonly dismiss: () => Promise<void>;
  /** Waits until the page shows the text. */
  readonly sees: (text: string) => Promise<void>;
  readonly text: (catalogue: string, key: string) => string;
};

/** Signs a person in on the page for it, as people do, and says what they can do. */
export async function signedInByHand(page: Page, personId: string, language: Told): Promise<Person> {
  await speaks(page, language);
  await page.goto('/sign-in');
  await page.locator(`[data-person="${personId}"]`).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return personAt(page, language);
}

/** Signs a person in before any page is there, and says what they can do. */
export async function signedIn(page: Page, personId: string, language: Told): Promise<Person> {
  await speaks(page, language);
  const answer = await page.request.post('/api/v1/session', { data: { personId } });
  if (!answer.ok()) {
    throw new Error(`${personId} could not sign in: ${answer.status()}`);
  }
  return personAt(page, language);
}

function speaks(page: Page, language: Told): Promise<unknown> {
  return page.addInitScript({ content: `localStorage.setItem('relais.language', '${language}')` });
}

/** Somebody who is signed in on the page by another way. */
export function personAt(page: Page, language: Told): Person {
  const text = texts(language);
  const dialog = () => page.getByRole('dialog');
  const goTo = async (path: string) => {
    await page.goto(path);
  };
  const choose = async (field: string, label: string) => {
    await page.locator(`#new-case-${field}`).getByText(label, { exact: true }).click();
  };
  return {
    page,
    text,
    goTo,
    openCase: async (difficulty, note) => {
      await goTo('/cases/new');
      await choose('languages', language === 'fr' ? 'français' : 'Nederlands');
      await page.locator('#new-case-municipality select').selectOption('21009');
      await page.locator('#new-case-sector select').selectOption({ label: nameOf(sectors, 'horeca', language) });
      await choose('legalForm', nameOf(legalForms, 'company', language));
      await choose('sizeBand', nameOf(sizeBands, '1-4', language));
      await choose('ageBand', nameOf(ageBands, '3-4', language));
      await choose('stage', nameOf(stages, 'restructuring', language));
      await choose('difficulties', nameOf(difficulties, difficulty, language));
      await choose('channel', nameOf(channels, 'phone', language));
      for (const profession of ['mediator', 'accountant', 'psychologist', 'coach'] as const) {
        await choose('professions', nameOf(professions, profession, language));
      }
      await choose('consentChannel', nameOf(consentChannels, 'oral', language));
      if (note !== undefined) {
        await page.locator('#new-case-note textarea').fill(note);
      }
      await page.getByRole('button', { name: text('new-case', 'send') }).click();
      await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
      const heading = page.getByRole('heading', { level: 1, name: /^[0-9A-Z]{4}-[0-9A-Z]{4}$/ });
      return await heading.innerText();
    },
    goToCase: async (code) => {
      if (page.url() === 'about:blank') {
        await goTo('/');
        await page.getByRole('heading', { level: 1 }).first().waitFor();
      }
      await page.keyboard.press('/');
      await page.getByRole('combobox', { name: text('common', 'search.label') }).fill(code);
      await page.getByRole('option', { name: code }).first().click();
      await page.getByRole('heading', { level: 1, name: code }).waitFor();
    },
    start: async (action) => {
      await page
        .getByRole('button', { name: text('actions', `button.${action}`) })
        .first()
        .click();
    },
    answer: async (options, submit) => {
      for (const option of options) {
        await dialog().getByText(option, { exact: true }).click();
      }
      await dialog().getByRole('button', { name: submit, exact: true }).click();
      await dialog().waitFor({ state: 'hidden' });
    },
    ask: async (services, mode) => {
      await dialog().waitFor();
      const search = dialog().getByRole('searchbox');
      await dialog().getByLabel(text('refer', 'filter.difficulty'), { exact: true }).selectOption('');
      await dialog().getByLabel(text('refer', 'filter.language'), { exact: true }).selectOption('');
      for (const service of services) {
        await search.fill(service);
        await dialog().locator('li label', { hasText: service }).first().locator('input').check();
      }
      if (mode !== undefined) {
        await dialog()
          .getByText(text('refer', `mode.${mode}`))
          .click();
      }
      await dialog().locator('button[type=submit]').click();
      await dialog().waitFor({ state: 'hidden' });
    },
    dismiss: async () => {
      await dialog().waitFor();
      await page.keyboard.press('Escape');
      await dialog().waitFor({ state: 'hidden' });
    },
    sees: async (shown) => {
      await page.getByText(shown).filter({ visible: true }).first().waitFor();
    },
  };
}
