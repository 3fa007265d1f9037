import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import type { Raw } from '../../../client/search.js';
import { word } from '../../../client/search.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { laterPage } from '../../../shared/later.js';
import { IconTrendingUp } from '../../../shared/icons.js';
import { rooms } from '../rooms.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    trends: typeof texts;
  }
}

/** Search of `/trends` and the pages below it, as it stands in the address; the feature reads what makes sense. */
export type TrendSearch = {
  /** A week, `2026-W25`. */
  readonly since?: string | undefined;
  readonly against?: string | undefined;
  readonly sector?: string | undefined;
  readonly area?: string | undefined;
  readonly group?: string | undefined;
  readonly difficulty?: string | undefined;
  readonly tier?: string | undefined;
  /** Figures that are open below the contents, comma-separated; `all` opens every one. */
  readonly open?: string | undefined;
  /** Figures shown as tables, comma-separated; these are open too. */
  readonly table?: string | undefined;
  /** The figure on the screen of an assembly. */
  readonly figure?: string | undefined;
};

/** Reads the search of `/trends`. */
export function trendSearch(raw: Raw): TrendSearch {
  return {
    since: word(raw['since']),
    against: word(raw['against']),
    sector: word(raw['sector']),
    area: word(raw['area']),
    group: word(raw['group']),
    difficulty: word(raw['difficulty']),
    tier: word(raw['tier']),
    open: word(raw['open']),
    table: word(raw['table']),
    figure: word(raw['figure']),
  };
}

/** The page `/trends`. */
export const trendsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/trends',
  validateSearch: trendSearch,
  component: laterPage(() => withTexts('monitoring', import('./trends-page.js')), 'TrendsPage'),
});

/** The page `/trends/project`. */
export const projectionRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/trends/project',
  validateSearch: trendSearch,
  component: laterPage(() => withTexts('monitoring', import('./projection-page.js')), 'ProjectionPage'),
});

/** The page `/trends/how-we-count`. */
export const howWeCountRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/trends/how-we-count',
  component: laterPage(() => withTexts('monitoring', import('./how-we-count-page.js')), 'HowWeCountPage'),
});

/** Its place in the navigation. */
export const trendsEntry: NavigationEntry = {
  group: 'platform',
  name: 'trends',
  route: trendsRoute,
  icon: IconTrendingUp,
  isOpen: rooms.trends,
};
