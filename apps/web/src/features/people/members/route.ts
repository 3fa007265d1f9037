import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import { type Raw, word } from '../../../client/search.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { IconUsers } from '../../../shared/icons.js';
import { laterPage } from '../../../shared/later.js';
import { rooms } from '../rooms.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    members: typeof texts;
  }
}

/** The page `/members`; `organisation` is one of those that an administrator manages, all when it is missing. */
export const membersRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/members',
  validateSearch: (raw: Raw): { readonly organisation?: string | undefined } => ({
    organisation: word(raw['organisation']),
  }),
  component: laterPage(() => withTexts('people', import('./members-page.js')), 'MembersPage'),
});

/** Its place in the navigation. */
export const membersEntry: NavigationEntry = {
  group: 'system',
  name: 'members',
  route: membersRoute,
  icon: IconUsers,
  isOpen: rooms.members,
};
