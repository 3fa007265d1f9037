import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const patience = 60_000;

/** A Chromium that prints pages: no display, no network, no profile that outlives the page. */
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
  '--export-tagged-pdf',
  '--generate-pdf-document-outline',
];

/** Turns pages into PDF. */
export class PagePrinter {
  /** @param program path of a Chromium, undefined where there is none */
  constructor(private readonly program: string | undefined) {}

  get isThere(): boolean {
    return this.program !== undefined;
  }

  /**
   * The page as tagged PDF.
   * @throws Error when there is no Chromium, or it fails or takes longer than a minute
   */
  async print(page: Buffer): Promise<Buffer> {
    if (this.program === undefined) {
      throw new Error('there is no Chromium');
    }
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'relais-pack-'));
    try {
      const [from, to] = [path.join(folder, 'pack.html'), path.join(folder, 'pack.pdf')];
      await fs.writeFile(from, page);
      const where = [`--user-data-dir=${path.join(folder, 'profile')}`, `--print-to-pdf=${to}`];
      await run(this.program, [...args, ...where, pathToFileURL(from).href], { timeout: patience });
      return await fs.readFile(to);
    } finally {
      await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}
