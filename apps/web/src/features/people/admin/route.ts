import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { IconServerCog } from '../../../shared/icons.js';
import { laterPage } from '../../../shared/later.js';
import { type CameBackSearch, cameBackSearch } from '../came-back-search.js';
import { rooms } from '../rooms.js';
import { type Raw, word } from '../../../client/search.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    admin: typeof texts;
  }
}

/** The page `/admin`; `q` is whom one looks for. */
export const adminRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/admin',
  validateSearch: (raw: Raw): CameBackSearch & { readonly q?: string | undefined } => ({
    ...cameBackSearch(raw),
    q: word(raw['q']),
  }),
  component: laterPage(() => withTexts('operations', withTexts('people', import('./admin-page.js'))), 'AdminPage'),
});

/** Its place in the navigation. */
export const adminEntry: NavigationEntry = {
  group: 'system',
  name: 'admin',
  route: adminRoute,
  icon: IconServerCog,
  isOpen: rooms.admin,
};
