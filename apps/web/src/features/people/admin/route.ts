import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { IconServerCog } from '../../../shared/icons.js';
import { laterPage } from '../../../shared/later.js';
import { cameBackSearch } from '../came-back-search.js';
import { rooms } from '../rooms.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    admin: typeof texts;
  }
}

/** The page `/admin`. */
export const adminRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/admin',
  validateSearch: cameBackSearch,
  component: laterPage(() => withTexts('people', import('./admin-page.js')), 'AdminPage'),
});

/** Its place in the navigation. */
export const adminEntry: NavigationEntry = {
  group: 'system',
  name: 'admin',
  route: adminRoute,
  icon: IconServerCog,
  isOpen: rooms.admin,
};
