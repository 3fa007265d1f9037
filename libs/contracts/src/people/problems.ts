import type { Problem } from '../kernel/problem.js';

/** What is refused because of whom somebody is a member of. */
export const peopleProblems = {
  'no-organisation': {
    status: 403,
    text: {
      fr: 'On ouvre un dossier et on oriente au nom d’une organisation ; vous n’agissez pour aucune.',
      nl: 'Een dossier openen en doorverwijzen gebeurt in naam van een organisatie; u handelt voor geen enkele.',
      en: 'A case is opened and referred in the name of an organisation; you act for none.',
    },
  },
  'membership-unknown': {
    status: 403,
    text: {
      fr: 'Vous n’avez pas, ou plus, cette affiliation : choisissez-en une autre dans « Votre compte ».',
      nl: 'U hebt deze aansluiting niet of niet meer: kies een andere onder “Uw account”.',
      en: 'You do not have this membership, or no longer: choose another one under “Your account”.',
    },
  },
} as const satisfies Record<string, Problem>;
