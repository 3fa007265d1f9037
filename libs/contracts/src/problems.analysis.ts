/** Errors of the analysts' room. */
export const analysisProblems = {
  'events-too-slow': {
    status: 503,
    text: {
      fr: 'Cette recherche a été arrêtée après {seconds} secondes. Réduisez la période, ou ajoutez un filtre sur le type, le dossier, la profession, la difficulté ou la commune.',
      nl: 'Deze zoekopdracht werd na {seconds} seconden gestopt. Kies een kortere periode, of filter ook op type, dossier, beroep, moeilijkheid of gemeente.',
      en: 'This search was stopped after {seconds} seconds. Narrow the time, or also filter by type, case, profession, difficulty or municipality.',
    },
  },
} as const;
