import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import type { Raw } from '../../../client/search.js';
import { word } from '../../../client/search.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { laterPage } from '../../../shared/later.js';
import { IconRoute } from '../../../shared/icons.js';
import { rooms } from '../rooms.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    dispatch: typeof texts;
  }
}

/** Search of `/dispatch`. */
export type DispatchSearch = {
  readonly bucket?: 'dispatch' | 'escalated' | undefined;
  readonly selected?: string | undefined;
};

/** Reads the search of `/dispatch`. */
export function dispatchSearch(raw: Raw): DispatchSearch {
  const bucket = word(raw['bucket']);
  return {
    bucket: bucket === 'dispatch' || bucket === 'escalated' ? bucket : undefined,
    selected: word(raw['selected']),
  };
}

/** The page `/dispatch`. */
export const dispatchRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/dispatch',
  validateSearch: dispatchSearch,
  component: laterPage(() => withTexts('case', import('./dispatch-page.js')), 'DispatchPage'),
});

/** Its place in the navigation. */
export const dispatchEntry: NavigationEntry = {
  group: 'work',
  name: 'dispatch',
  route: dispatchRoute,
  icon: IconRoute,
  isOpen: rooms.dispatch,
};
