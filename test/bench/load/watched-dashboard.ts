import { performance } from 'node:perf_hooks';
import type { Page } from 'playwright-core';
import { endChromium, openBrowser } from '../../support/browser.js';
import { consent, facts } from '../../support/builders.js';
import { waitFor } from '../core/waiting.js';
import type { Installation } from '../ground/installation.js';
import { send } from './http-caller.js';

/** Milliseconds: of opening the dashboard in a new browser until its first chart is there, and from an answer to the figure that moved. */
export type DashboardSeen = { readonly firstViews: readonly number[]; readonly moves: readonly number[] };

/** Looks at the dashboard with a real browser, so many times. */
export async function watchDashboard(
  { apiUrl, coordinator, people }: Installation,
  { times }: { readonly times: number },
): Promise<DashboardSeen> {
  const browser = await openBrowser(apiUrl);
  const enter = async (): Promise<Page> => {
    const page = await browser.person('nl');
    const [name = '', value = ''] = coordinator.cookie.split(/=(.*)/s);
    // The cookie is one of secure sites only; browsers take this machine for one.
    await page.context().addCookies([{ name, value, url: apiUrl.replace('http:', 'https:'), secure: true }]);
    return page;
  };
  try {
    const firstViews: number[] = [];
    for (let time = 0; time < times; time++) {
      const page = await enter();
      const from = performance.now();
      await page.goto('/trends?open=trend', { waitUntil: 'commit' });
      await page.locator('[data-figure="trend"] svg').first().waitFor();
      firstViews.push(performance.now() - from);
      await page.context().close();
    }
    const page = await enter();
    await page.goto('/trends?tier=exact&table=trend&difficulty=rent');
    const shown = () => page.locator('[data-figure="trend"] tbody tr').last().locator('td').first().innerText();
    const moves: number[] = [];
    for (let time = 0; time < times; time++) {
      const before = await shown();
      const difficulties = [{ difficulty: 'rent' as const, severity: 3 as const }];
      await send(people.lead, '/cases', { facts: facts({ difficulties }), consent: consent() });
      const from = performance.now();
      await waitFor(async () => (await shown()) !== before, 'the figure moved');
      moves.push(performance.now() - from);
    }
    return { firstViews, moves };
  } finally {
    await endChromium();
  }
}
