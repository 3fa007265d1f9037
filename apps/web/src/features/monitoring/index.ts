import type { Subject } from '../../client/subject.js';
import type eventNames from './event-names.fr.json';
import type names from './names.fr.json';
import { ownFiguresEntry, ownFiguresRoute } from './own-figures/route.js';
import { packsRoute } from './packs/route.js';
import { publicFigureRoute, publicHowWeCountRoute, publicRoute } from './public/route.js';
import { howWeCountRoute, projectionRoute, trendsEntry, trendsRoute } from './trends/route.js';

type SubjectNames = typeof names;
type SubjectEventNames = typeof eventNames;

declare module '../../client/texts.js' {
  interface Names extends SubjectNames {}
  interface EventNames extends SubjectEventNames {}
}

/** Figures: trends, an organisation’s own, packs of plenaries, and what is public. */
export const monitoring = {
  openRoutes: [publicRoute, publicHowWeCountRoute, publicFigureRoute],
  routes: [trendsRoute, projectionRoute, howWeCountRoute, packsRoute, ownFiguresRoute],
  keys: { where: 'figures', rows: [{ keys: ['←', '→'], does: 'screens' }] },
  navigation: [trendsEntry, ownFiguresEntry],
  stale: {
    case: () => [['own-figures']],
    monitoring: () => [['figures', 'exact'], ['own-figures']],
    published: () => [['figures', 'published']],
    withdrawn: () => [['packs'], ['shared-figures']],
  },
} satisfies Subject;
