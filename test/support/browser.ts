import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { script } from './scripts.js';

/** A browser of the tests; every person gets a context of their own, as if on a machine of their own. */
export type TestBrowser = {
  /** A page of a person who has not signed in, in their language. */
  readonly person: (language: 'fr' | 'nl' | 'en', width?: 'desk' | 'phone') => Promise<Page>;
  /** Everybody leaves: a page that stays open follows, and asks again, whatever the tests after do. */
  readonly leave: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const sizes = { desk: { width: 1360, height: 860 }, phone: { width: 390, height: 844 } };

/** A browser whose person has asked it to save data; a second session of the developer tools, which could say so, undoes what the first has set. */
const savingData = `Object.defineProperty(NetworkInformation.prototype, 'saveData', { get: () => true })`;

type BrowserOptions = {
  /** Whether pages fetch ahead what may be needed without a connection; else they save data, which is as much again as the page itself. */
  readonly ahead?: boolean;
};

/** Contexts in the one Chromium of this process, which starts when the first is asked for; console errors of pages fail the test that asks `errorsOf`. */
export async function openBrowser(baseURL: string, { ahead = false }: BrowserOptions = {}): Promise<TestBrowser> {
  started ??= startChromium();
  const browser = await started;
  const contexts: BrowserContext[] = [];
  const leave = async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  };
  return {
    leave,
    person: async (language, width = 'desk') => {
      const locale = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' }[language];
      const context = await browser.newContext({
        baseURL,
        locale,
        viewport: sizes[width],
        timezoneId: 'Europe/Brussels',
        // Nothing is waited for that only moves, and no frame is drawn for it.
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      // A page that shows what was waited for goes on at once; the limit is for one that never will, on however busy a machine.
      context.setDefaultTimeout(240_000);
      if (!ahead) {
        await context.addInitScript({ content: savingData });
      }
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      pageErrors.set(page, errors);
      return page;
    },
    close: leave,
  };
}

let started: Promise<Browser> | undefined;

/** Ends the Chromium of this process, and whoever is still in it. */
export async function endChromium(): Promise<void> {
  await (await started?.catch(() => undefined))?.close();
  started = undefined;
}

async function startChromium(): Promise<Browser> {
  const { resolve } = await script('servers/chromium');
  const { executablePath, args, env } = await resolve();
  return chromium.launch({
    executablePath,
    args: [...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
}

const pageErrors = new WeakMap<Page, string[]>();

/** The uncaught errors of a page so far. */
export function errorsOf(page: Page): readonly string[] {
  return pageErrors.get(page) ?? [];
}
