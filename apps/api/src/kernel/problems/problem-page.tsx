import type { ProblemDetails } from '#contracts/catalogue';
import type { Language, Text } from '#contracts/kernel/codes';
import { renderToStaticMarkup } from 'react-dom/server';

const back: Text = { fr: 'Retour à Relais', nl: 'Terug naar Relais', en: 'Back to Relais' };

const look = `
body { max-width: 620px; margin: 0 auto; padding: 48px 16px; color: #191b2c; background: #fff;
  font: 16px/1.5 Inter, "Segoe UI", "Noto Sans", Arial, sans-serif; }
h1 { margin: 0 0 20px; font-size: 20px; line-height: 1.35; }
a { color: #3b3eb8; }
`;

/** What the page needs beyond itself: nothing. */
export const problemPagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** A problem as a page, for who follows a link to a print, a preview or a file: there is no screen that could say it. */
export function problemPage({ detail }: ProblemDetails, language: Language): string {
  const page = (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Relais</title>
        <style>{look}</style>
      </head>
      <body>
        <h1>{detail}</h1>
        <p>
          <a href="/">{back[language]}</a>
        </p>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}
