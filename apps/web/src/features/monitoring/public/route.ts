import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { root } from '../../../client/routes.js';
import { laterPage } from '../../../shared/later.js';
import { trendSearch } from '../trends/route.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    public: typeof texts;
  }
}

/** The page `/public`. */
export const publicRoute = createRoute({
  getParentRoute: () => root,
  path: '/public',
  validateSearch: trendSearch,
  component: laterPage(() => withTexts('monitoring', import('./public-page.js')), 'PublicPage'),
});

/** The page `/public/how-we-count`. */
export const publicHowWeCountRoute = createRoute({
  getParentRoute: () => root,
  path: '/public/how-we-count',
  component: laterPage(() => withTexts('monitoring', import('./public-how-we-count-page.js')), 'PublicHowWeCountPage'),
});

/** The page `/public/figures/$figureId`. */
export const publicFigureRoute = createRoute({
  getParentRoute: () => root,
  path: '/public/figures/$figureId',
  component: laterPage(() => withTexts('monitoring', import('./public-figure-page.js')), 'PublicFigurePage'),
});
