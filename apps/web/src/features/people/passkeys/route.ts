import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { root } from '../../../client/routes.js';
import { ownPath } from '../../../client/search.js';
import { laterPage } from '../../../shared/later.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    passkeys: typeof texts;
  }
}

/** The page `/passkey`, before all others of a session that waits for one. */
export const passkeyRoute = createRoute({
  getParentRoute: () => root,
  path: '/passkey',
  validateSearch: (raw: Record<string, unknown>): { to?: string } => ownPath(raw['to']),
  component: laterPage(() => withTexts('people', import('./passkey-page.js')), 'PasskeyPage'),
});
