import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import type { Raw } from '../../../client/search.js';
import { word } from '../../../client/search.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { laterPage } from '../../../shared/later.js';
import { IconFileText } from '../../../shared/icons.js';
import { rooms } from '../rooms.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    contracts: typeof texts;
  }
}

/** Search of `/analysis/contracts`: the words searched for, and the type of event that is open. */
export type ContractSearch = { readonly q?: string | undefined; readonly type?: string | undefined };

/** Reads the search of `/analysis/contracts`. */
export function contractSearch(raw: Raw): ContractSearch {
  return { q: word(raw['q']), type: word(raw['type']) };
}

/** The page `/analysis/contracts`. */
export const contractsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/analysis/contracts',
  validateSearch: contractSearch,
  component: laterPage(() => withTexts('analysis', import('./contracts-page.js')), 'ContractsPage'),
});

/** Its place in the navigation. */
export const contractsEntry: NavigationEntry = {
  group: 'analysis',
  name: 'contracts',
  route: contractsRoute,
  icon: IconFileText,
  isOpen: rooms.contracts,
};
