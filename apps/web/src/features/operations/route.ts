import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../client/i18n.js';
import { signedIn } from '../../client/routes.js';
import type { NavigationEntry } from '../../client/subject.js';
import { laterPage } from '../../shared/later.js';
import { IconDatabase } from '../../shared/icons.js';
import { rooms } from './rooms.js';
import type texts from './texts.fr.json';

declare module '../../client/texts.js' {
  interface Texts {
    operations: typeof texts;
  }
}

/** The page `/operations`. */
export const operationsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/operations',
  component: laterPage(() => withTexts('operations', import('./operations-page.js')), 'OperationsPage'),
});

/** Its place in the navigation. */
export const operationsEntry: NavigationEntry = {
  group: 'system',
  name: 'operations',
  route: operationsRoute,
  icon: IconDatabase,
  isOpen: rooms.operations,
};
