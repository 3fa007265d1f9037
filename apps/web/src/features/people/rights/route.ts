import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { IconLock } from '../../../shared/icons.js';
import { laterPage } from '../../../shared/later.js';
import { rooms } from '../rooms.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    rights: typeof texts;
  }
}

/** The page `/admin/rights`. */
export const rightsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/admin/rights',
  component: laterPage(() => withTexts('people', import('./rights-page.js')), 'RightsPage'),
});

/** Its place in the navigation. */
export const rightsEntry: NavigationEntry = {
  group: 'system',
  name: 'rights',
  route: rightsRoute,
  icon: IconLock,
  isOpen: rooms.rights,
};
