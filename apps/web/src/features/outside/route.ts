import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../client/i18n.js';
import { signedIn } from '../../client/routes.js';
import type { Raw } from '../../client/search.js';
import { word } from '../../client/search.js';
import type { NavigationEntry } from '../../client/subject.js';
import { laterPage } from '../../shared/later.js';
import { IconBuildingBank } from '../../shared/icons.js';
import { rooms } from './rooms.js';
import type texts from './texts.fr.json';

declare module '../../client/texts.js' {
  interface Texts {
    outside: typeof texts;
  }
}

/** Search of `/trends/outside`: years shown, `all` for everything. */
export type OutsideSearch = {
  readonly series?: string | undefined;
  readonly municipality?: string | undefined;
  readonly span?: string | undefined;
  readonly view?: string | undefined;
};

/** Reads the search of `/trends/outside`. */
export function outsideSearch(raw: Raw): OutsideSearch {
  return {
    series: word(raw['series']),
    municipality: word(raw['municipality']),
    span: word(raw['span']),
    view: word(raw['view']),
  };
}

/** The page `/trends/outside`. */
export const outsideRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/trends/outside',
  validateSearch: outsideSearch,
  component: laterPage(() => withTexts('outside', import('./outside-page.js')), 'OutsidePage'),
});

/** Its place in the navigation. */
export const outsideEntry: NavigationEntry = {
  group: 'platform',
  name: 'outside',
  route: outsideRoute,
  icon: IconBuildingBank,
  isOpen: rooms.outside,
};
