import type { Problem } from '../kernel/problem.js';

/** What is refused to those who correct or erase what is kept of a person: themselves, or an administrator. */
export const ownDataProblems = {
  'person-unknown': {
    status: 404,
    text: {
      fr: 'Cette personne n’est pas, ou plus, dans Relais : rechargez la page.',
      nl: 'Deze persoon staat niet of niet meer in Relais: laad de pagina opnieuw.',
      en: 'This person is not in Relais, or no longer: reload the page.',
    },
  },
  'not-yourself': {
    status: 409,
    text: {
      fr: 'Cette page était celle de quelqu’un d’autre : rechargez-la avant de continuer.',
      nl: 'Deze pagina was van iemand anders: laad ze opnieuw voor u verdergaat.',
      en: 'This page was somebody else’s: reload it before you go on.',
    },
  },
  'mail-same': {
    status: 422,
    text: {
      fr: 'C’est déjà l’adresse que Relais connaît : écrivez la nouvelle.',
      nl: 'Dit adres kent Relais al: schrijf het nieuwe.',
      en: 'This is the address that Relais knows already: write the new one.',
    },
  },
  'mail-anothers': {
    status: 409,
    text: {
      fr: 'Cette adresse e-mail est celle de quelqu’un d’autre dans Relais : choisissez-en une autre, ou demandez à l’administration de Relais ce qu’il en est.',
      nl: 'Dit e-mailadres is in Relais van iemand anders: kies een ander, of vraag het beheer van Relais hoe dat komt.',
      en: 'This e-mail address is that of somebody else in Relais: choose another one, or ask the administrators of Relais about it.',
    },
  },
  'mail-code-refused': {
    status: 403,
    text: {
      fr: 'Ce code n’est pas le bon ou n’est plus valable : vérifiez-le dans l’e-mail le plus récent, ou demandez un autre code.',
      nl: 'Deze code klopt niet of is niet meer geldig: kijk ze na in de recentste e-mail, of vraag een andere code.',
      en: 'This code is not right or no longer valid: check it in the newest e-mail, or ask for another code.',
    },
  },
  'too-many-codes': {
    status: 429,
    text: {
      fr: 'Relais a déjà envoyé {count} codes en une heure : utilisez le dernier, ou réessayez dans une heure.',
      nl: 'Relais heeft al {count} codes in één uur gestuurd: gebruik de laatste, of probeer het over een uur opnieuw.',
      en: 'Relais has sent {count} codes within an hour already: use the last one, or try again in an hour.',
    },
  },
  'code-not-sent': {
    status: 502,
    text: {
      fr: 'L’e-mail avec le code n’a pas pu partir : vérifiez l’adresse, ou réessayez dans quelques minutes.',
      nl: 'De e-mail met de code kon niet verzonden worden: kijk het adres na, of probeer het over enkele minuten opnieuw.',
      en: 'The e-mail with the code could not be sent: check the address, or try again in some minutes.',
    },
  },
  'erase-last-administrator': {
    status: 409,
    text: {
      fr: 'Plus personne n’administrerait l’organisation ou l’installation : dans « Membres », donnez d’abord ce rôle à quelqu’un d’autre.',
      nl: 'Niemand zou de organisatie of de installatie nog beheren: geef die rol eerst aan iemand anders onder “Leden”.',
      en: 'Nobody would administer the organisation or the installation any more: give this role to somebody else first, under “Members”.',
    },
  },
  'erase-work-open': {
    status: 409,
    text: {
      fr: 'Personne d’autre n’agit pour un service qui a du travail en cours : dans « Membres », l’administration de l’organisation dit d’abord qui le reprend.',
      nl: 'Niemand anders handelt voor een dienst met lopend werk: het beheer van de organisatie zegt eerst onder “Leden” wie de dienst overneemt.',
      en: 'Nobody else acts for a service with open work: the administrators of the organisation first say under “Members” who takes it over.',
    },
  },
} as const satisfies Record<string, Problem>;
