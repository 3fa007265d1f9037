import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import { laterPage } from '../../../shared/later.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    packs: typeof texts;
  }
}

/** The page `/trends/packs`. */
export const packsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/trends/packs',
  component: laterPage(() => withTexts('monitoring', import('./packs-page.js')), 'PacksPage'),
});
