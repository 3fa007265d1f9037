import { inboxBuckets } from '#contracts/case/codes';
import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import type { Raw } from '../../../client/search.js';
import { word } from '../../../client/search.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { laterPage } from '../../../shared/later.js';
import { IconInbox } from '../../../shared/icons.js';
import type { InboxFilters } from '../queries.js';
import { rooms } from '../rooms.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    inbox: typeof texts;
  }
}

/** Search of `/inbox`: `selected` is the key of the line in the side panel. */
export type InboxSearch = InboxFilters & { readonly selected?: string | undefined };

/** Reads the search of `/inbox`. */
export function inboxSearch(raw: Raw): InboxSearch {
  const bucket = word(raw['bucket']);
  return {
    bucket: inboxBuckets.find((one) => one === bucket),
    language: word(raw['language']),
    difficulty: word(raw['difficulty']),
    serviceId: word(raw['serviceId']),
    selected: word(raw['selected']),
  };
}

/** The page `/inbox`. */
export const inboxRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: laterPage(() => withTexts('case', import('./inbox-page.js')), 'InboxPage'),
});

/** Its place in the navigation. */
export const inboxEntry: NavigationEntry = {
  group: 'work',
  name: 'inbox',
  shortName: 'inboxShort',
  route: inboxRoute,
  icon: IconInbox,
  isOpen: rooms.inbox,
};
