import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import { laterPage } from '../../../shared/later.js';
import { cameBackSearch } from '../came-back-search.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    account: typeof texts;
  }
}

/** The page `/account`, of everybody who is signed in. */
export const accountRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  validateSearch: cameBackSearch,
  component: laterPage(() => withTexts('people', import('./account-page.js')), 'AccountPage'),
});
