import type { Problem } from '../kernel/problem.js';

/** Errors about published figures. */
export const monitoringProblems = {
  'closing-under-way': {
    status: 409,
    text: {
      fr: 'Les chiffres sont en train d’être arrêtés ; réessayez dans un instant.',
      nl: 'De cijfers worden net afgesloten; kijk dadelijk opnieuw.',
      en: 'The figures are being closed just now; look again in a moment.',
    },
  },
  'closings-spent': {
    status: 409,
    text: {
      fr: 'Les chiffres ont déjà été arrêtés {count} fois avant terme ; le prochain arrêté a lieu à la date prévue.',
      nl: 'De cijfers zijn al {count} keer vervroegd afgesloten; de volgende afsluiting komt op de geplande datum.',
      en: 'The figures were already closed early {count} times; the next closing comes at its date.',
    },
  },
  'nothing-published': {
    status: 409,
    text: {
      fr: 'Aucun chiffre n’est encore publié : clôturez d’abord une période.',
      nl: 'Er zijn nog geen cijfers gepubliceerd: sluit eerst een periode af.',
      en: 'No figures are published yet: close a period first.',
    },
  },
  withdrawn: {
    status: 410,
    text: {
      fr: 'Retiré le {day} : {withdrawal}.',
      nl: 'Ingetrokken op {day}: {withdrawal}.',
      en: 'Withdrawn on {day}: {withdrawal}.',
    },
  },
  'no-printer': {
    status: 501,
    text: {
      fr: 'Cette installation n’a pas de Chromium : imprimez la page depuis votre navigateur.',
      nl: 'Deze installatie heeft geen Chromium: druk de pagina af vanuit uw browser.',
      en: 'This installation has no Chromium: print the page from your browser.',
    },
  },
  'exact-figures': {
    status: 403,
    text: {
      fr: 'Les chiffres exacts sont réservés à la coordination ; une organisation voit ceux de ses propres services. Les chiffres publiés sont ouverts à tous.',
      nl: 'Exacte cijfers zijn voor de coördinatie; een organisatie ziet die van haar eigen diensten. De gepubliceerde cijfers zijn voor iedereen.',
      en: 'Exact figures are for the coordinators; an organisation sees those of its own services. The published figures are open to all.',
    },
  },
} as const satisfies Record<string, Problem>;
