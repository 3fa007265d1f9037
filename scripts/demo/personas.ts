import type { DemoPerson } from './demonstration.js';

/** The people one can sign in as: every role, and at least one actor for every service. All names are fictional. */
export const personas: readonly DemoPerson[] = [
  actor('amelie-beci', 'Amélie Warnotte', 'beci', ['beci-desk'], 'fr'),
  actor('jonas-beci', 'Jonas Verdonckt', 'beci', ['beci-legal', 'beci-desk'], 'nl'),
  actor('paul-itaa', 'Paul Descamps', 'itaa', ['itaa-accountants'], 'fr'),
  actor('lieve-itaa', 'Lieve Hertogh', 'itaa', ['itaa-public-debt', 'itaa-closing'], 'nl'),
  actor('brigitte-bemediation', 'Brigitte Lannoy', 'bemediation', ['bemediation-mediation'], 'fr'),
  actor('pieter-bemediation', 'Pieter Claessens', 'bemediation', ['bemediation-partners'], 'nl'),
  actor('yasmina-revival', 'Yasmina Ouali', 'revival', ['revival-restart'], 'fr'),
  actor('elif-oasis', 'Elif Demirel', 'oasis', ['oasis-psychology', 'oasis-family'], 'fr'),
  actor('nora-unpass', 'Nora Benali', 'un-pass-dans-l-impasse', ['unpass-psychology'], 'fr'),
  actor('sander-unpass', 'Sander Roelants', 'un-pass-dans-l-impasse', ['unpass-crisis'], 'nl'),
  actor('tom-ucm', 'Tom Vandervelde', 'ucm', ['ucm-mediation', 'ucm-coaching'], 'nl'),
  actor('claire-ucm', 'Claire Hennaut', 'ucm', ['ucm-legal', 'ucm-social-contributions'], 'fr'),
  actor(
    'inge-reload',
    'Inge Moermans',
    'reload-yourself',
    ['reload-yourself-coaching', 'reload-yourself-groups'],
    'nl',
  ),
  actor('bart-febelfin', 'Bart Willaert', 'febelfin', ['febelfin-credit'], 'nl'),
  actor('samira-hub', 'Samira Haddou', 'hub-brussels', ['hub-orientation', 'hub-retail-coaching'], 'fr'),
  actor('olivier-hub', 'Olivier Stassart', 'hub-brussels', ['hub-insolvency-lawyers'], 'fr'),
  actor(
    'eva-finance',
    'Eva Lindqvist',
    'finance-invest-brussels',
    ['finance-invest-recovery', 'finance-invest-microcredit'],
    'en',
  ),
  other('sofie-hub', 'Sofie Maertens', 'coordinator', 'hub-brussels', 'nl'),
  other('mark-febelfin', 'Mark Devreese', 'member', 'febelfin', 'nl'),
  other('anna-hub', 'Anna Kowalczyk', 'analyst', 'hub-brussels', 'en'),
  other('admin-hub', 'Admin Relais', 'administrator', 'hub-brussels', 'fr'),
  other('admin-beci', 'Denis Colpaert', 'organisation-administrator', 'beci', 'fr'),
];

function actor(
  personId: string,
  name: string,
  organisationId: string,
  serviceIds: readonly string[],
  language: DemoPerson['language'],
): DemoPerson {
  return { personId, name, roles: ['actor'], organisationId, serviceIds, language };
}

function other(
  personId: string,
  name: string,
  role: Exclude<DemoPerson['roles'][number], 'actor'>,
  organisationId: string,
  language: DemoPerson['language'],
): DemoPerson {
  return { personId, name, roles: [role], organisationId, serviceIds: [], language };
}
