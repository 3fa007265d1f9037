import type { Problem } from '../kernel/problem.js';

/** Refusals of files of public series. */
export const outsideProblems = {
  'series-refused': {
    status: 422,
    text: {
      fr: 'Le fichier contient {count} erreur(s) ; la série n’a pas changé.',
      nl: 'Het bestand bevat {count} fout(en); de reeks is niet gewijzigd.',
      en: 'The file has {count} error(s); the series has not changed.',
    },
  },
} as const satisfies Record<string, Problem>;
