import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import type { Raw } from '../../../client/search.js';
import { word } from '../../../client/search.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { laterPage } from '../../../shared/later.js';
import { IconTerminal2 } from '../../../shared/icons.js';
import { rooms } from '../rooms.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    workbench: typeof texts;
  }
}

/** Search of `/analysis/workbench`: a ready or saved query, SQL that is in neither, and `p.<name>` for each parameter. */
export type WorkbenchSearch = {
  readonly query?: string | undefined;
  readonly sql?: string | undefined;
  readonly [parameter: `p.${string}`]: string | undefined;
};

/** Reads the search of `/analysis/workbench`. */
export function workbenchSearch(raw: Raw): WorkbenchSearch {
  const parameters = Object.entries(raw).filter(([name]) => /^p\.[a-z][a-z0-9_]{0,40}$/.test(name));
  return {
    ...Object.fromEntries(parameters.map(([name, value]) => [name, word(value)])),
    query: word(raw['query']),
    sql: word(raw['sql']),
  };
}

/** The page `/analysis/workbench`. */
export const workbenchRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/analysis/workbench',
  validateSearch: workbenchSearch,
  // Opening a query is a step of the browser’s history; running it only rewrites the address of its step.
  beforeLoad: ({ location }) => ({ step: location.state.__TSR_index }),
  component: laterPage(() => withTexts('analysis', import('./workbench-page.js')), 'WorkbenchPage'),
});

/** Its place in the navigation. */
export const workbenchEntry: NavigationEntry = {
  group: 'analysis',
  name: 'workbench',
  route: workbenchRoute,
  icon: IconTerminal2,
  isOpen: rooms.workbench,
};
