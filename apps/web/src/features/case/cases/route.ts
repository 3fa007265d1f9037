import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import type { Raw } from '../../../client/search.js';
import { word } from '../../../client/search.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { laterPage } from '../../../shared/later.js';
import { IconFolderOpen } from '../../../shared/icons.js';
import type { CaseFilters } from '../queries.js';
import { rooms } from '../rooms.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    cases: typeof texts;
  }
}

/** Reads the search of `/cases`. */
export function caseSearch(raw: Raw): CaseFilters {
  return { status: word(raw['status']), difficulty: word(raw['difficulty']), code: word(raw['code']) };
}

/** The page `/cases`. */
export const casesRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases',
  validateSearch: caseSearch,
  component: laterPage(() => withTexts('case', import('./cases-page.js')), 'CasesPage'),
});

/** Its place in the navigation. */
export const casesEntry: NavigationEntry = {
  group: 'work',
  name: 'cases',
  route: casesRoute,
  icon: IconFolderOpen,
  isOpen: rooms.cases,
};
