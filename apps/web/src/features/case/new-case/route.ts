import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { laterPage } from '../../../shared/later.js';
import { IconPlus } from '../../../shared/icons.js';
import { rooms } from '../rooms.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    'new-case': typeof texts;
  }
}

/** The page `/cases/new`. */
export const newCaseRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases/new',
  component: laterPage(() => withTexts('case', import('./new-case-page.js')), 'NewCasePage'),
});

/** Its place in the navigation. */
export const newCaseEntry: NavigationEntry = {
  group: 'work',
  name: 'newCase',
  shortName: 'newCaseShort',
  route: newCaseRoute,
  icon: IconPlus,
  isOpen: rooms.newCase,
};
