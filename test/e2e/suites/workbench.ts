import type { Page } from 'playwright-core';
import type { Person } from './person.js';

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
