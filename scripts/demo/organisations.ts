import type { DemoOrganisation } from './demonstration.js';

/** The eleven member institutions of the demonstration. */
export const organisations: readonly DemoOrganisation[] = [
  { organisationId: 'beci', name: 'BECI', website: 'https://www.beci.be' },
  { organisationId: 'itaa', name: 'ITAA', website: 'https://www.itaa.be' },
  { organisationId: 'bemediation', name: 'BeMediation', website: null },
  { organisationId: 'revival', name: 'Revival', website: null },
  { organisationId: 'oasis', name: 'Oasis', website: null },
  { organisationId: 'un-pass-dans-l-impasse', name: 'Un pass dans l’impasse', website: null },
  { organisationId: 'ucm', name: 'UCM', website: 'https://www.ucm.be' },
  { organisationId: 'reload-yourself', name: 'Reload Yourself', website: null },
  { organisationId: 'febelfin', name: 'Febelfin', website: 'https://www.febelfin.be' },
  { organisationId: 'hub-brussels', name: 'hub.brussels', website: 'https://hub.brussels' },
  { organisationId: 'finance-invest-brussels', name: 'finance&invest.brussels', website: 'https://finance.brussels' },
];
