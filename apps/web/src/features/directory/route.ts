import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../client/i18n.js';
import { signedIn } from '../../client/routes.js';
import type { Raw } from '../../client/search.js';
import { word } from '../../client/search.js';
import type { NavigationEntry } from '../../client/subject.js';
import { laterPage } from '../../shared/later.js';
import { IconMap } from '../../shared/icons.js';
import { rooms } from './rooms.js';
import type texts from './texts.fr.json';

declare module '../../client/texts.js' {
  interface Texts {
    directory: typeof texts;
  }
}

/** Filters of the directory as the URL carries them. */
export type DirectorySearch = {
  readonly q?: string | undefined;
  readonly profession?: string | undefined;
  readonly difficulty?: string | undefined;
  readonly stage?: string | undefined;
  readonly language?: string | undefined;
  readonly capacity?: string | undefined;
};

/** Reads the search of `/directory`. */
export function directorySearch(raw: Raw): DirectorySearch {
  return {
    q: word(raw['q']),
    profession: word(raw['profession']),
    difficulty: word(raw['difficulty']),
    stage: word(raw['stage']),
    language: word(raw['language']),
    capacity: word(raw['capacity']),
  };
}

/** The page `/directory`. */
export const directoryRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/directory',
  validateSearch: directorySearch,
  component: laterPage(() => withTexts('directory', import('./directory-page.js')), 'DirectoryPage'),
});

/** Its place in the navigation. */
export const directoryEntry: NavigationEntry = {
  group: 'platform',
  name: 'directory',
  route: directoryRoute,
  icon: IconMap,
  isOpen: rooms.directory,
};
