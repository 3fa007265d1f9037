import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { root } from '../../../client/routes.js';
import { laterPage } from '../../../shared/later.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    letters: typeof texts;
  }
}

/** The page `/letters`, of development: mails that were put aside instead of sent. */
export const lettersRoute = createRoute({
  getParentRoute: () => root,
  path: '/letters',
  component: laterPage(() => withTexts('people', import('./letters-page.js')), 'LettersPage'),
});
