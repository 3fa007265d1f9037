import type { Problem } from '../kernel/problem.js';

/** Refusals of cases that come in, and of history that is imported. */
export const intakeProblems = {
  'case-not-found': {
    status: 404,
    text: {
      fr: 'Ce dossier n’existe pas ou n’est pas visible pour vous.',
      nl: 'Dit dossier bestaat niet of is niet zichtbaar voor u.',
      en: 'This case does not exist or is not visible to you.',
    },
  },
  'import-refused': {
    status: 422,
    text: {
      fr: 'Le fichier contient {count} erreur(s) ; rien n’a été importé.',
      nl: 'Het bestand bevat {count} fout(en); er werd niets geïmporteerd.',
      en: 'The file has {count} error(s); nothing was imported.',
    },
  },
  'import-repeated': {
    status: 409,
    text: {
      fr: 'Ce fichier a déjà été importé.',
      nl: 'Dit bestand werd al geïmporteerd.',
      en: 'This file was already imported.',
    },
  },
} as const satisfies Record<string, Problem>;
