import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { root } from '../../../client/routes.js';
import { ownPath } from '../../../client/search.js';
import { laterPage } from '../../../shared/later.js';
import { type CameBackSearch, cameBackSearch } from '../came-back-search.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    'sign-in': typeof texts;
  }
}

/** The page `/sign-in`. */
export const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>): CameBackSearch & { to?: string } => ({
    ...cameBackSearch(raw),
    ...ownPath(raw['to']),
  }),
  component: laterPage(() => withTexts('people', import('./sign-in-page.js')), 'SignInPage'),
});

/** The page `/sign-in/link`, where the link of a mail leads. */
export const signInLinkRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/link',
  component: laterPage(() => withTexts('people', import('./link-page.js')), 'LinkPage'),
});
