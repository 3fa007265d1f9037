import type { Problem } from '../kernel/problem.js';

/** What the rules of cases and referrals refuse. */
export const referralProblems = {
  'referral-unknown': {
    status: 404,
    text: {
      fr: 'Cette demande n’existe pas dans ce dossier.',
      nl: 'Deze vraag bestaat niet in dit dossier.',
      en: 'This request does not exist in this case.',
    },
  },
  'wrong-state': {
    status: 409,
    text: {
      fr: 'Cette demande est « {state} » ; cela n’est plus possible.',
      nl: 'Deze vraag is “{state}”; dit kan niet meer.',
      en: 'This request is “{state}”; that is no longer possible.',
    },
  },
  'lead-not-offered': {
    status: 409,
    text: {
      fr: 'Le pilotage de ce dossier ne vous est pas, ou plus, proposé.',
      nl: 'De trekkersrol van dit dossier is u niet, of niet meer, voorgesteld.',
      en: 'The lead of this case is not, or no longer, offered to you.',
    },
  },
  'lead-offered-already': {
    status: 409,
    text: {
      fr: 'Le pilotage est déjà proposé à un autre service : attendez sa réponse, ou la fin de son délai.',
      nl: 'De trekkersrol is al aan een andere dienst voorgesteld: wacht op zijn antwoord, of op het einde van zijn termijn.',
      en: 'The lead is offered to another service already: wait for its answer, or for the end of its time.',
    },
  },
  'lead-not-yours': {
    status: 409,
    text: {
      fr: 'Seul le pilote du dossier, ou la coordination, peut en proposer le pilotage.',
      nl: 'Alleen de trekker van het dossier, of de coördinatie, kan de trekkersrol voorstellen.',
      en: 'Only the lead of the case, or the coordinators, can offer its lead.',
    },
  },
  'undo-too-late': {
    status: 409,
    text: {
      fr: 'Cette réponse ne peut plus être annulée : plus de {minutes} minutes ont passé, ou d’autres ont déjà agi.',
      nl: 'Dit antwoord kan niet meer ongedaan gemaakt worden: er zijn meer dan {minutes} minuten voorbij, of anderen hebben al gehandeld.',
      en: 'This answer can no longer be undone: more than {minutes} minutes have passed, or others have acted already.',
    },
  },
  'not-your-referral': {
    status: 403,
    text: {
      fr: 'Cette demande n’est pas adressée à votre service.',
      nl: 'Deze vraag is niet aan uw dienst gericht.',
      en: 'This request is not addressed to your service.',
    },
  },
  'not-your-case': {
    status: 403,
    text: {
      fr: 'Seuls le pilote du dossier et la coordination peuvent faire cela.',
      nl: 'Alleen de trekker van het dossier en de coördinatie kunnen dit.',
      en: 'Only the lead of the case and the coordinators can do this.',
    },
  },
  'no-consent': {
    status: 409,
    text: {
      fr: 'L’entrepreneur n’a pas donné son accord pour : {profession}. Renouvelez d’abord l’accord.',
      nl: 'De ondernemer gaf geen toestemming voor: {profession}. Vernieuw eerst de toestemming.',
      en: 'The entrepreneur has not consented to: {profession}. Renew the consent first.',
    },
  },
  'consent-withdrawn': {
    status: 409,
    text: {
      fr: 'L’entrepreneur a retiré son accord. Il faut un nouvel accord.',
      nl: 'De ondernemer trok de toestemming in. Er is een nieuwe toestemming nodig.',
      en: 'The entrepreneur withdrew consent. A new consent is needed.',
    },
  },
  'already-asked': {
    status: 409,
    text: {
      fr: 'Ce service aide déjà ou a déjà une demande ouverte : {serviceId}.',
      nl: 'Deze dienst helpt al of heeft al een open vraag: {serviceId}.',
      en: 'This service already helps or already has an open request: {serviceId}.',
    },
  },
  'same-target-twice': {
    status: 422,
    text: {
      fr: 'Un service ne peut être choisi qu’une fois.',
      nl: 'Een dienst kan maar één keer gekozen worden.',
      en: 'A service can be chosen only once.',
    },
  },
  'lead-needs-one': {
    status: 422,
    text: {
      fr: 'Le pilotage ne peut être proposé qu’à un seul service.',
      nl: 'De trekkersrol kan maar aan één dienst voorgesteld worden.',
      en: 'The lead can be proposed to one service only.',
    },
  },
  'hold-in-past': {
    status: 422,
    text: {
      fr: 'La pause doit finir dans le futur, au plus tard dans {days} jours.',
      nl: 'De pauze moet in de toekomst eindigen, uiterlijk over {days} dagen.',
      en: 'The hold must end in the future, within {days} days.',
    },
  },
  'referrals-active': {
    status: 409,
    text: {
      fr: 'Il reste {count} demande(s) en cours. Terminez-les d’abord.',
      nl: 'Er zijn nog {count} lopende vragen. Beëindig die eerst.',
      en: '{count} request(s) are still active. End them first.',
    },
  },
  'not-in-dispatch': {
    status: 409,
    text: {
      fr: 'Ce dossier n’attend pas de répartition.',
      nl: 'Dit dossier wacht niet op verdeling.',
      en: 'This case does not wait for dispatch.',
    },
  },
  'coordinators-only': {
    status: 403,
    text: {
      fr: 'Seule la coordination peut faire cela.',
      nl: 'Alleen de coördinatie kan dit.',
      en: 'Only the coordinators can do this.',
    },
  },
  'follow-up-not-due': {
    status: 409,
    text: {
      fr: 'Ce suivi n’est pas à faire maintenant.',
      nl: 'Deze opvolging is nu niet aan de orde.',
      en: 'This follow-up is not due now.',
    },
  },
  'too-large': {
    status: 409,
    text: {
      fr: 'Ce dossier compte déjà {count} demandes ; clôturez-le et ouvrez-en un autre.',
      nl: 'Dit dossier telt al {count} vragen; sluit het af en open een ander.',
      en: 'This case already has {count} requests; close it and open another.',
    },
  },
  'already-open': {
    status: 409,
    text: { fr: 'Ce dossier est déjà ouvert.', nl: 'Dit dossier is al geopend.', en: 'This case is already open.' },
  },
  'not-open': {
    status: 409,
    text: {
      fr: 'Ce dossier est clôturé. Rouvrez-le d’abord.',
      nl: 'Dit dossier is afgesloten. Heropen het eerst.',
      en: 'This case is closed. Reopen it first.',
    },
  },
  'not-closed': {
    status: 409,
    text: {
      fr: 'Ce dossier n’est pas clôturé.',
      nl: 'Dit dossier is niet afgesloten.',
      en: 'This case is not closed.',
    },
  },
  'case-ended': {
    status: 409,
    text: {
      fr: 'La durée de conservation de ce dossier est passée.',
      nl: 'De bewaartermijn van dit dossier is voorbij.',
      en: 'The retention time of this case is over.',
    },
  },
  'notes-erased': {
    status: 409,
    text: {
      fr: 'Les notes de ce dossier ont été effacées ; on ne peut plus y écrire. Continuez sans note, ou ouvrez un nouveau dossier.',
      nl: 'De notities van dit dossier zijn gewist; er kan niets meer bij. Ga verder zonder notitie of open een nieuw dossier.',
      en: 'The notes of this case were erased; nothing can be added. Go on without a note, or open a new case.',
    },
  },
} as const satisfies Record<string, Problem>;
