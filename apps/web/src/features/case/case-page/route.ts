import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import { laterPage } from '../../../shared/later.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    'case-page': typeof texts;
  }
}

/** The page `/cases/$caseId`. */
export const caseRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases/$caseId',
  component: laterPage(() => withTexts('case', import('./case-page.js')), 'CasePage'),
});
