import type { Page } from 'playwright-core';
import type { Person } from './person.js';
import { CaseStory } from '../../support/case-story.js';

/** What the archive of these stories holds: requests to a psychologist, from several professions, of three months. */
export const stories = [
  new CaseStory(1)
    .happened('opened', '2026-01-05')
    .refer('r1', '2026-01-06', { to: 'psychologist', from: 'accountant' })
    .later('r1', 'declined', '2026-01-07', { reason: 'full', choice: 'capacity' }),
  new CaseStory(2)
    .happened('opened', '2026-02-03')
    .refer('r2', '2026-02-04', { to: 'psychologist', from: 'accountant' })
    .later('r2', 'accepted', '2026-02-05'),
  new CaseStory(3)
    .happened('opened', '2026-02-03')
    .refer('r3', '2026-02-04', { to: 'psychologist', from: 'lawyer' })
    .later('r3', 'declined', '2026-02-05', { reason: 'full', choice: 'capacity' }),
  new CaseStory(4)
    .happened('opened', '2026-04-01')
    .refer('r4', '2026-04-02', { to: 'psychologist', from: 'accountant' })
    .later('r4', 'declined', '2026-04-03', { reason: 'full', choice: 'capacity' }),
];

/** Never ends within its time: every day with every other two. */
export const endless = `SELECT count(*) FROM working_days a, working_days b, working_days c, working_days d
WHERE md5(concat(a.day, b.day, c.day, d.day)) = 'x'`;

/** Replaces the SQL as somebody types it; the second Escape leaves the editor when the first closed a list. */
export async function write({ page, text }: Person, sql: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: text('workbench', 'sql.label') });
  await page.locator('.cm-content').waitFor();
  await editor.fill(sql);
}

/** A button of the workbench, by the key of its words. */
export function deed({ page, text }: Person, key: string) {
  return page.getByRole('button', { name: text('workbench', key), exact: true });
}

/** The rows that are in the page. */
export async function rowsOf(page: Page): Promise<string[][]> {
  const rows = await page.getByRole('grid').locator('[role=row]:has([role=gridcell])').all();
  return Promise.all(rows.map((row) => row.getByRole('gridcell').allInnerTexts()));
}
