import http from 'node:http';
import process from 'node:process';

/**
 * Offers one Chromium to all files of tests: it starts when the first asks, and each has contexts of its own in it.
 * @param {{ executablePath: string, args: string[], env: Record<string, string> }} found
 * @returns {Promise<{ url: string, stop(): Promise<void> }>} what is asked at `url` is answered with the address of its socket
 */
export async function offerBrowser({ executablePath, args, env }) {
  /** @type {Promise<import('playwright-core').BrowserServer> | undefined} */
  let started;
  const start = async () => {
    const { chromium } = await import('playwright-core');
    // The signals of `npm test` are its own to answer: the browser ends with the rest.
    const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
    return chromium.launchServer({ executablePath, args, env: { ...process.env, ...env }, ...signals });
  };
  const door = http.createServer((_, response) => {
    started ??= start();
    started.then(
      (browser) => response.end(browser.wsEndpoint()),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise((resolve) => door.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = door.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    stop: async () => {
      door.close();
      door.closeAllConnections();
      await (await started?.catch(() => undefined))?.close();
    },
  };
}
