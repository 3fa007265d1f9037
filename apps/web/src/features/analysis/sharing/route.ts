import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import type { Raw } from '../../../client/search.js';
import { word } from '../../../client/search.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { laterPage } from '../../../shared/later.js';
import { IconShare2 } from '../../../shared/icons.js';
import { rooms } from '../rooms.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    sharing: typeof texts;
  }
}

/** Search of `/analysis/share`: a question to the published figures. */
export type ShareSearch = {
  readonly cube?: string | undefined;
  readonly by?: string | undefined;
  readonly where?: string | undefined;
  readonly span?: string | undefined;
  readonly grain?: string | undefined;
};

/** Reads the search of `/analysis/share`. */
export function shareSearch(raw: Raw): ShareSearch {
  return {
    cube: word(raw['cube']),
    by: word(raw['by']),
    where: word(raw['where']),
    span: word(raw['span']),
    grain: word(raw['grain']),
  };
}

/** The page `/analysis/share`. */
export const shareRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/analysis/share',
  validateSearch: shareSearch,
  component: laterPage(() => withTexts('analysis', import('./share-page.js')), 'SharePage'),
});

/** Its place in the navigation. */
export const shareEntry: NavigationEntry = {
  group: 'analysis',
  name: 'share',
  route: shareRoute,
  icon: IconShare2,
  isOpen: rooms.share,
};
