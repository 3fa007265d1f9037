import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import type { Raw } from '../../../client/search.js';
import { word } from '../../../client/search.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { IconShieldCheck } from '../../../shared/icons.js';
import { laterPage } from '../../../shared/later.js';
import { rooms } from '../rooms.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    trail: typeof texts;
  }
}

/** Whose entries, or those of which case, as the URL carries them. */
export type TrailSearch = { readonly person?: string | undefined; readonly case?: string | undefined };

/** The page `/audit`. */
export const trailRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/audit',
  validateSearch: (raw: Raw): TrailSearch => ({ person: word(raw['person']), case: word(raw['case']) }),
  component: laterPage(() => withTexts('people', import('./trail-page.js')), 'TrailPage'),
});

/** Its place in the navigation. */
export const trailEntry: NavigationEntry = {
  group: 'system',
  name: 'trail',
  route: trailRoute,
  icon: IconShieldCheck,
  isOpen: rooms.trail,
};
