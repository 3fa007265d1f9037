import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { root } from '../../../client/routes.js';
import { laterPage } from '../../../shared/later.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    join: typeof texts;
  }
}

/** The page `/join`, to which the link of an invitation leads; its secret stands behind `#`, which no server sees. */
export const joinRoute = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: laterPage(() => withTexts('people', import('./join-page.js')), 'JoinPage'),
});
