import type { Problem } from '../kernel/problem.js';

/** What is refused to those who manage members, and to those who were invited. */
export const memberProblems = {
  'not-your-organisation': {
    status: 403,
    text: {
      fr: 'Vous gérez les membres de votre organisation seulement : choisissez celle-ci.',
      nl: 'U beheert alleen de leden van uw eigen organisatie: kies die.',
      en: 'You manage the members of your own organisation only: choose that one.',
    },
  },
  'member-unknown': {
    status: 404,
    text: {
      fr: 'Ce membre est introuvable dans les organisations que vous gérez : rechargez la page « Membres ».',
      nl: 'Dit lid is niet te vinden in de organisaties die u beheert: laad de pagina “Leden” opnieuw.',
      en: 'There is no such member in the organisations that you manage: reload the page “Members”.',
    },
  },
  'role-beyond': {
    status: 403,
    text: {
      fr: 'Vous ne pouvez ni donner ni retirer ce rôle : demandez-le à l’administration de Relais.',
      nl: 'Die rol kunt u niet geven of wegnemen: vraag het aan het beheer van Relais.',
      en: 'You can neither give nor take away this role: ask the administrators of Relais.',
    },
  },
  'service-elsewhere': {
    status: 422,
    text: {
      fr: 'Le service {serviceId} n’est pas un service de cette organisation : choisissez parmi les siens.',
      nl: 'De dienst {serviceId} is geen dienst van deze organisatie: kies uit haar diensten.',
      en: 'The service {serviceId} is not one of this organisation: choose among its own.',
    },
  },
  'last-administrator': {
    status: 409,
    text: {
      fr: 'Plus personne ne gérerait ces membres : donnez d’abord ce rôle à quelqu’un d’autre.',
      nl: 'Niemand zou deze leden nog beheren: geef die rol eerst aan iemand anders.',
      en: 'Nobody would manage these members any more: give the role to somebody else first.',
    },
  },
  'last-coordinator': {
    status: 409,
    text: {
      fr: 'Plus personne n’assurerait la coordination : dans « Membres », l’administration de Relais donne d’abord ce rôle à quelqu’un d’autre.',
      nl: 'Niemand zou de coördinatie nog verzorgen: het beheer van Relais geeft die rol eerst aan iemand anders onder “Leden”.',
      en: 'Nobody would coordinate any more: the administrators of Relais first give this role to somebody else, under “Members”.',
    },
  },
  'membership-over': {
    status: 409,
    text: {
      fr: 'Ce rattachement est terminé : annulez d’abord sa fin, ou invitez la personne à nouveau.',
      nl: 'Deze aansluiting is beëindigd: annuleer eerst het einde, of nodig de persoon opnieuw uit.',
      en: 'This membership has ended: cancel its end first, or invite the person again.',
    },
  },
  'work-unshared': {
    status: 409,
    text: {
      fr: 'Personne d’autre n’agit pour un service qui a du travail en cours : dites qui le reprend, ou laissez-le à la coordination.',
      nl: 'Niemand anders handelt voor een dienst met lopend werk: zeg wie de dienst overneemt, of laat hem aan de coördinatie.',
      en: 'Nobody else acts for a service with open work: say who takes it over, or leave it to the coordinators.',
    },
  },
  'successor-unknown': {
    status: 422,
    text: {
      fr: 'Un service est repris par un acteur de la même organisation qui y reste : choisissez-en un dans la liste.',
      nl: 'Een dienst wordt overgenomen door een actor van dezelfde organisatie die er blijft: kies er een uit de lijst.',
      en: 'A service is taken over by an actor of the same organisation who stays: choose one of the list.',
    },
  },
  'absence-unknown': {
    status: 404,
    text: {
      fr: 'Cette absence n’existe pas, ou elle est terminée : rechargez la page.',
      nl: 'Deze afwezigheid bestaat niet of is voorbij: laad de pagina opnieuw.',
      en: 'There is no such absence, or it is over: reload the page.',
    },
  },
  'absence-without-work': {
    status: 409,
    text: {
      fr: 'Cette personne n’agit pour aucun service à ce moment-là : il n’y a rien à reprendre.',
      nl: 'Deze persoon handelt dan voor geen enkele dienst: er is niets over te nemen.',
      en: 'This person acts for no service at that time: there is nothing to take over.',
    },
  },
  'substitute-unknown': {
    status: 422,
    text: {
      fr: 'Le remplaçant est un autre acteur de la même organisation, qui y reste jusqu’à la fin de l’absence : choisissez-le dans la liste.',
      nl: 'De vervanger is een andere actor van dezelfde organisatie, die er tot het einde van de afwezigheid blijft: kies er een uit de lijst.',
      en: 'The substitute is another actor of the same organisation, who stays until the absence ends: choose one of the list.',
    },
  },
  'substitute-absent': {
    status: 409,
    text: {
      fr: 'Cette personne est elle-même absente pendant une partie de cette période : choisissez quelqu’un d’autre ou d’autres dates.',
      nl: 'Deze persoon is in een deel van die periode zelf afwezig: kies iemand anders of andere data.',
      en: 'This person is absent themselves for a part of that time: choose somebody else or other dates.',
    },
  },
  'absence-overlaps': {
    status: 409,
    text: {
      fr: 'Une autre absence est déjà indiquée pour ces jours : terminez-la d’abord, ou choisissez d’autres dates.',
      nl: 'Voor die dagen is al een andere afwezigheid aangegeven: beëindig die eerst, of kies andere data.',
      en: 'Another absence is set for these days already: end it first, or choose other dates.',
    },
  },
  'already-member': {
    status: 409,
    text: {
      fr: 'Cette personne est déjà membre de cette organisation : modifiez ses rôles et services dans la liste.',
      nl: 'Deze persoon is al lid van deze organisatie: wijzig de rollen en diensten in de lijst.',
      en: 'This person is a member of this organisation already: change their roles and services in the list.',
    },
  },
  'invitation-open': {
    status: 409,
    text: {
      fr: 'Cette personne est déjà invitée dans cette organisation : renvoyez l’invitation, ou retirez-la d’abord.',
      nl: 'Deze persoon is al uitgenodigd bij deze organisatie: verzend de uitnodiging opnieuw, of trek ze eerst in.',
      en: 'This person is invited to this organisation already: send the invitation again, or withdraw it first.',
    },
  },
  'too-many-invitations': {
    status: 429,
    text: {
      fr: 'Trop d’invitations sont parties en 24 heures : réessayez dans {hours} h.',
      nl: 'Er zijn in 24 uur te veel uitnodigingen verzonden: probeer het opnieuw over {hours} u.',
      en: 'Too many invitations were sent within 24 hours: try again in {hours} h.',
    },
  },
  'too-many-letters': {
    status: 429,
    text: {
      fr: 'Assez d’invitations sont parties vers cette adresse en 24 heures : demandez à la personne de regarder aussi parmi ses messages indésirables (spam), ou réessayez dans {hours} h.',
      nl: 'Naar dit adres zijn in 24 uur al genoeg uitnodigingen verzonden: laat de persoon ook bij de ongewenste berichten (spam) kijken, of probeer het opnieuw over {hours} u.',
      en: 'Enough invitations were sent to this address within 24 hours: have the person look among their unwanted messages (spam), or try again in {hours} h.',
    },
  },
  'letter-not-sent': {
    status: 502,
    text: {
      fr: 'L’e-mail n’a pas pu partir, et l’invitation n’est pas valable : réessayez dans quelques minutes.',
      nl: 'De e-mail kon niet verzonden worden en de uitnodiging geldt niet: probeer het over enkele minuten opnieuw.',
      en: 'The e-mail could not be sent, and the invitation is not valid: try again in some minutes.',
    },
  },
  'account-needed': {
    status: 409,
    text: {
      fr: 'Ici, on se connecte avec un compte : rejoignez Relais avec le vôtre, sinon vous ne pourriez plus revenir.',
      nl: 'Hier meldt men zich aan met een account: sluit u aan met het uwe, anders kunt u later niet meer binnen.',
      en: 'Here one signs in with an account: join with yours, or you could not come back.',
    },
  },
} as const satisfies Record<string, Problem>;
