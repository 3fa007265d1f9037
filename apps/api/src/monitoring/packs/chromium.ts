/** Without a display, root's sandbox or the network. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const patience = 60_000;

/** Version of how a page is printed; another one makes PDFs that are kept be printed again. */
export const template = '1';

/** Turns pages into PDF. */
export class PagePrinter {
  /** @param program path of a Chromium, undefined where there is none */
  constructor(private readonly program: string | undefined) {}

  get isThere(): boolean {
    return this.program !== undefined;
  }

  /**
   * The page as tagged PDF with an outline; nothing that the page names is fetched.
   * @throws Error when there is no Chromium, or it fails or takes longer than a minute
   */
  async print(page: string): Promise<Buffer> {
    if (this.program === undefined) {
      throw new Error('there is no Chromium');
    }
    // Loaded when the first pack is printed; most processes never do.
    const { chromium } = await import('playwright-core');
    const browser = await chromium.launch({ executablePath: this.program, args, timeout: patience });
    try {
      const context = await browser.newContext({ offline: true, javaScriptEnabled: false });
      const sheet = await context.newPage();
      await sheet.setContent(page, { timeout: patience });
      return await sheet.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
    } finally {
      await browser.close();
    }
  }
}
