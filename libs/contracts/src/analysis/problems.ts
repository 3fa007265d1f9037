import type { Problem } from '../kernel/problem.js';

/** Errors of the analysts' room. */
export const analysisProblems = {
  'events-too-slow': {
    status: 503,
    text: {
      fr: 'Cette recherche a été arrêtée après {seconds} secondes. Choisissez une période plus courte, ou ajoutez un filtre sur le type, le dossier, la profession, la difficulté ou la commune.',
      nl: 'Deze zoekopdracht werd na {seconds} seconden gestopt. Kies een kortere periode, of filter ook op type, dossier, beroep, moeilijkheid of gemeente.',
      en: 'This search was stopped after {seconds} seconds. Narrow the time, or also filter by type, case, profession, difficulty or municipality.',
    },
  },
  'exports-off': {
    status: 403,
    text: {
      fr: 'Les exports sont désactivés dans cette installation. Un administrateur peut les activer sous « Administration ».',
      nl: 'Exporteren is uitgeschakeld in deze installatie. Een beheerder kan het inschakelen onder “Administratie”.',
      en: 'Exports are switched off in this installation. An administrator can switch them on under “Administration”.',
    },
  },
  'export-gone': {
    status: 404,
    text: {
      fr: 'Ce fichier n’existe plus : il reste une heure, pour la personne qui l’a fait. Exportez à nouveau.',
      nl: 'Dit bestand is er niet meer: het blijft een uur, voor wie het maakte. Exporteer opnieuw.',
      en: 'This file is gone: it stays for an hour, for the person who made it. Export again.',
    },
  },
  'not-yours': {
    status: 403,
    text: {
      fr: 'Seule la personne qui l’a enregistré peut le changer. Enregistrez votre propre copie.',
      nl: 'Alleen wie het bewaarde, kan het wijzigen. Bewaar een eigen kopie.',
      en: 'Only the person who saved it can change it. Save a copy of your own.',
    },
  },
} as const satisfies Record<string, Problem>;
