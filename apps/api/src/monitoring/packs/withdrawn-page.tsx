import type { Language } from '#contracts/kernel/codes';
import type { Pack, Withdrawal } from '#contracts/monitoring';
import { withdrawalReasons } from '#contracts/monitoring/codes';
import { renderToStaticMarkup } from 'react-dom/server';
import { packStyle } from './pack-style.js';
import { dayIn } from '../../kernel/problems/wording.js';
import { packTexts } from './pack-texts.js';

/** What stands where a pack was: that it was withdrawn, when and why. */
export function withdrawnPage({ until, hash }: Pack, { at, reason }: Withdrawal, language: Language): string {
  const texts = packTexts[language];
  const title = texts.title(dayIn(`${until}T12:00:00.000Z`, language));
  const page = (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
        <style>{packStyle(1)}</style>
      </head>
      <body>
        <h1>{title}</h1>
        <p className="headline">
          {texts.withdrawn(dayIn(at, language), withdrawalReasons[reason].label[language], hash)}
        </p>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}
