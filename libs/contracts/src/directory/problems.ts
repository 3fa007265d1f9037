import type { Problem } from '../kernel/problem.js';

/** Refusals of questions to the directory. */
export const directoryProblems = {
  'service-unknown': {
    status: 422,
    text: {
      fr: 'Le service {serviceId} n’est pas dans l’annuaire.',
      nl: 'De dienst {serviceId} staat niet in de gids.',
      en: 'The service {serviceId} is not in the directory.',
    },
  },
} as const satisfies Record<string, Problem>;
