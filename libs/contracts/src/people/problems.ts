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
      fr: 'Vous n’avez pas, ou plus, ce rattachement : choisissez-en un autre dans « Votre compte ».',
      nl: 'U hebt deze aansluiting niet of niet meer: kies een andere onder “Uw account”.',
      en: 'You do not have this membership, or no longer: choose another one under “Your account”.',
    },
  },
  'mail-missing': {
    status: 409,
    text: {
      fr: 'Relais ne connaît pas d’adresse e-mail de vous : faites-vous inviter à nouveau avec la vôtre, puis réessayez.',
      nl: 'Relais kent geen e-mailadres van u: laat u opnieuw uitnodigen met het uwe en probeer het dan opnieuw.',
      en: 'Relais knows no e-mail address of yours: be invited again with yours, then try again.',
    },
  },
  'mail-not-sent': {
    status: 502,
    text: {
      fr: 'L’e-mail n’est pas parti ({code}) : vérifiez MAIL_SERVER et MAIL_FROM, et que le serveur répond, puis réessayez.',
      nl: 'De e-mail is niet vertrokken ({code}): controleer MAIL_SERVER en MAIL_FROM en of de server antwoordt, en probeer het dan opnieuw.',
      en: 'The e-mail did not leave ({code}): check MAIL_SERVER and MAIL_FROM, and that the server answers, then try again.',
    },
  },
} as const satisfies Record<string, Problem>;
