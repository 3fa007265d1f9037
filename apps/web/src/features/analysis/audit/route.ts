import { createRoute } from '@tanstack/react-router';
import { withTexts } from '../../../client/i18n.js';
import { signedIn } from '../../../client/routes.js';
import type { Raw } from '../../../client/search.js';
import { word } from '../../../client/search.js';
import type { NavigationEntry } from '../../../client/subject.js';
import { laterPage } from '../../../shared/later.js';
import { IconShieldCheck } from '../../../shared/icons.js';
import { rooms } from '../rooms.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    audit: typeof texts;
  }
}

/** Filters of the audit as the URL carries them. */
export type AuditSearch = { readonly person?: string | undefined; readonly kind?: string | undefined };

/** Reads the search of `/analysis/audit`. */
export function auditSearch(raw: Raw): AuditSearch {
  return { person: word(raw['person']), kind: word(raw['kind']) };
}

/** The page `/analysis/audit`. */
export const auditRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/analysis/audit',
  validateSearch: auditSearch,
  component: laterPage(() => withTexts('analysis', import('./analysis-audit-page.js')), 'AnalysisAuditPage'),
});

/** Its place in the navigation. */
export const auditEntry: NavigationEntry = {
  group: 'analysis',
  name: 'analysisAudit',
  route: auditRoute,
  icon: IconShieldCheck,
  isOpen: rooms.analysisAudit,
};
