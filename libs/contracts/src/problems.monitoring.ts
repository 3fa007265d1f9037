/** Errors about published figures. */
export const monitoringProblems = {
  'closing-under-way': {
    status: 409,
    text: {
      fr: 'Les chiffres sont en train d’être arrêtés ; regardez à nouveau dans un instant.',
      nl: 'De cijfers worden net afgesloten; kijk dadelijk opnieuw.',
      en: 'The figures are being closed just now; look again in a moment.',
    },
  },
  'closings-spent': {
    status: 409,
    text: {
      fr: 'Les chiffres ont déjà été arrêtés {count} fois avant terme ; le prochain arrêté a lieu à la date prévue.',
      nl: 'De cijfers zijn al {count} keer vervroegd afgesloten; de volgende afsluiting komt op de geplande datum.',
      en: 'The figures were already closed early {count} times; the next closing comes at its date.',
    },
  },
} as const;
