import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { root } from '../../../client/routes.js';
import { laterPage } from '../../../shared/later.js';
import { cameBackSearch } from '../came-back-search.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    join: typeof texts;
  }
}

/** The page `/join`, to which the link of an invitation leads; its secret stands behind `#`, which no server sees. Who comes back from signing in has it in the tab. */
export const joinRoute = createRoute({
  getParentRoute: () => root,
  path: '/join',
  validateSearch: cameBackSearch,
  component: laterPage(() => withTexts('people', import('./join-page.js')), 'JoinPage'),
});
