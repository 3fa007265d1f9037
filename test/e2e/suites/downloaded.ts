import { text } from 'node:stream/consumers';
import type { Download } from 'playwright-core';

/** What was downloaded, as text; the browser is a process elsewhere, so there is no path to it. */
export async function downloadedText(download: Download): Promise<string> {
  return text(await download.createReadStream());
}
