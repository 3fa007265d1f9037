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
} as const satisfies Record<string, Problem>;
