import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import type { Raw } from '../../../client/search.js';
import { word } from '../../../client/search.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { laterPage } from '../../../shared/later.js';
import { IconChartBar } from '../../../shared/icons.js';
import { rooms } from '../rooms.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    'own-figures': typeof texts;
  }
}

/** Search of `/figures`; the feature reads what makes sense. */
export type OwnFiguresSearch = {
  /** How many weeks, the running one included. */
  readonly weeks?: string | undefined;
  /** One service only. */
  readonly service?: string | undefined;
  /** Figures shown as tables, comma-separated. */
  readonly table?: string | undefined;
};

/** Reads the search of `/figures`. */
export function ownFiguresSearch(raw: Raw): OwnFiguresSearch {
  return { weeks: word(raw['weeks']), service: word(raw['service']), table: word(raw['table']) };
}

/** The page `/figures`. */
export const ownFiguresRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/figures',
  validateSearch: ownFiguresSearch,
  component: laterPage(() => withTexts('monitoring', import('./own-figures-page.js')), 'OwnFiguresPage'),
});

/** Its place in the navigation. */
export const ownFiguresEntry: NavigationEntry = {
  group: 'platform',
  name: 'ownFigures',
  route: ownFiguresRoute,
  icon: IconChartBar,
  isOpen: rooms.ownFigures,
};
