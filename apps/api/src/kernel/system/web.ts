import fs from 'node:fs';
import path from 'node:path';
import { buildOf } from '#contracts/kernel/codes';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

/** The build of apps/web, beside this program's own. */
const folder = path.resolve(import.meta.dirname, '../../../../../web');

/** In whatever letters: whoever writes them so means the API, and gets no page. */
const notPages = /^\/(api|health|metrics|docs|schemas)(\/|$)/i;
const oneYear = 31_536_000_000;

/** Forms in which the build lays a file beside itself, the smallest first: what makes them smaller is done once, and not for each who asks. */
const forms = { br: '.br', gzip: '.gz' } as const;

/** The build of the web application that this process serves, null when it serves none. */
export function webBuild(): string | null {
  const page = path.join(folder, 'index.html');
  return fs.existsSync(page) ? buildOf(fs.readFileSync(page, 'utf8')) : null;
}

/** Serves the web application; every address that is not the API's is one of its pages. */
export function serveWeb(app: NestExpressApplication): void {
  const page = path.join(folder, 'index.html');
  if (!fs.existsSync(page)) {
    return;
  }
  app.use('/assets', smallest);
  app.useStaticAssets(folder, { index: false, setHeaders });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const wanted = (request.method === 'GET' || request.method === 'HEAD') && !notPages.test(request.path);
    if (!wanted || !asksForPage(request)) {
      next();
      return;
    }
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(page);
  });
}

/** Leads to the smallest form of a part of the application that its reader takes. */
function smallest(request: Request, _response: Response, next: NextFunction): void {
  const form = Object.entries(forms).find(
    ([coding, ending]) =>
      request.acceptsEncodings(coding) !== false && fs.existsSync(path.join(folder, 'assets', request.path + ending)),
  );
  request.url += form?.[1] ?? '';
  next();
}

/** What is said of a file that is sent. */
function setHeaders(response: Response, file: string): void {
  // Vite puts a hash of the content into the names under assets.
  const hashed = file.startsWith(path.join(folder, 'assets') + path.sep);
  response.setHeader('cache-control', hashed ? `public, max-age=${oneYear / 1_000}, immutable` : 'no-cache');
  response.vary('Accept-Encoding');
  const [coding, ending = ''] = Object.entries(forms).find((form) => file.endsWith(form[1])) ?? [];
  if (coding !== undefined) {
    response.setHeader('content-encoding', coding);
    response.type(path.extname(path.basename(file, ending)));
  }
}

/** A part of the application that is gone is no page, whatever its reader takes; a browser that goes to an address says that it wants one. */
function asksForPage(request: Request): boolean {
  return path.extname(request.path) === ''
    ? request.accepts('html') !== false
    : request.accepts(['json', 'html']) === 'html';
}
