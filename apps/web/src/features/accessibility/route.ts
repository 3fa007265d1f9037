import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../client/i18n.js';
import { root } from '../../client/routes.js';
import { laterPage } from '../../shared/later.js';
import type texts from './texts.fr.json';

declare module '../../client/texts.js' {
  interface Texts {
    accessibility: typeof texts;
  }
}

/** The page `/accessibility`. */
export const statementRoute = createRoute({
  getParentRoute: () => root,
  path: '/accessibility',
  component: laterPage(() => withTexts('accessibility', import('./statement-page.js')), 'StatementPage'),
});
