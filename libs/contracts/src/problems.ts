import type { Text } from './codes/index.js';
import { monitoringProblems } from './problems.monitoring.js';

type Problem = { readonly status: number; readonly text: Text };

/** Every error Relais answers with: its HTTP status and what the caller can do, `{name}` standing for a parameter. */
export const problems = {
  ...monitoringProblems,
  'bad-input': {
    status: 422,
    text: {
      fr: 'La demande n’est pas valable : {detail}.',
      nl: 'De aanvraag is niet geldig: {detail}.',
      en: 'The request is not valid: {detail}.',
    },
  },
  'signed-out': { status: 401, text: { fr: 'Connectez-vous d’abord.', nl: 'Meld u eerst aan.', en: 'Sign in first.' } },
  'wrong-origin': {
    status: 403,
    text: {
      fr: 'La demande vient d’un autre site.',
      nl: 'De aanvraag komt van een andere site.',
      en: 'The request comes from another site.',
    },
  },
  forbidden: {
    status: 403,
    text: {
      fr: 'Vous n’avez pas le droit de faire cela.',
      nl: 'U hebt niet het recht om dit te doen.',
      en: 'You are not allowed to do this.',
    },
  },
  'exact-figures': {
    status: 403,
    text: {
      fr: 'Les chiffres exacts sont réservés à la coordination ; une organisation voit ceux de ses propres services. Les chiffres publiés sont ouverts à tous.',
      nl: 'Exacte cijfers zijn voor de coördinatie; een organisatie ziet die van haar eigen diensten. De gepubliceerde cijfers zijn voor iedereen.',
      en: 'Exact figures are for the coordinators; an organisation sees those of its own services. The published figures are open to all.',
    },
  },
  'not-found': {
    status: 404,
    text: {
      fr: 'Introuvable, ou pas visible pour vous.',
      nl: 'Niet gevonden, of niet zichtbaar voor u.',
      en: 'Not found, or not visible to you.',
    },
  },
  'case-not-found': {
    status: 404,
    text: {
      fr: 'Ce dossier n’existe pas ou n’est pas visible pour vous.',
      nl: 'Dit dossier bestaat niet of is niet zichtbaar voor u.',
      en: 'This case does not exist or is not visible to you.',
    },
  },
  'key-missing': {
    status: 400,
    text: {
      fr: 'L’en-tête Idempotency-Key manque : envoyez une clé de 8 à 100 caractères, nouvelle pour chaque commande.',
      nl: 'De header Idempotency-Key ontbreekt: stuur een sleutel van 8 tot 100 tekens, nieuw voor elke opdracht.',
      en: 'The Idempotency-Key header is missing: send a key of 8 to 100 characters, a new one for each command.',
    },
  },
  'key-reused': {
    status: 422,
    text: {
      fr: 'Cette clé a déjà servi à une autre commande. Prenez-en une nouvelle.',
      nl: 'Deze sleutel diende al voor een andere opdracht. Neem een nieuwe.',
      en: 'This key was already used for another command. Take a new one.',
    },
  },
  'identifier-found': {
    status: 422,
    text: {
      fr: 'Le texte contient de quoi reconnaître quelqu’un : « {excerpt} ». Retirez-le ; Relais ne garde que des dossiers anonymes.',
      nl: 'De tekst bevat iets waaraan men iemand herkent: “{excerpt}”. Haal het weg; Relais bewaart alleen anonieme dossiers.',
      en: 'The text contains something that identifies a person: “{excerpt}”. Remove it; Relais keeps anonymous cases only.',
    },
  },
  'engine-away': {
    status: 503,
    text: {
      fr: 'Relais ne peut pas traiter cela pour l’instant. Rien n’est perdu : réessayez dans un moment.',
      nl: 'Relais kan dit nu niet verwerken. Er is niets verloren: probeer het zo meteen opnieuw.',
      en: 'Relais cannot do this right now. Nothing is lost: try again in a moment.',
    },
  },
  'too-busy': {
    status: 429,
    text: {
      fr: 'Trop de commandes à la fois sur ce dossier. Réessayez dans un moment.',
      nl: 'Te veel opdrachten tegelijk op dit dossier. Probeer het zo meteen opnieuw.',
      en: 'Too many commands at once on this case. Try again in a moment.',
    },
  },
  unexpected: {
    status: 500,
    text: {
      fr: 'Une erreur inattendue s’est produite. Elle est consignée sous {traceId}.',
      nl: 'Er deed zich een onverwachte fout voor. Ze is genoteerd als {traceId}.',
      en: 'Something unexpected went wrong. It is recorded as {traceId}.',
    },
  },
  'service-unknown': {
    status: 422,
    text: {
      fr: 'Le service {serviceId} n’est pas dans le répertoire.',
      nl: 'De dienst {serviceId} staat niet in de gids.',
      en: 'The service {serviceId} is not in the directory.',
    },
  },
  'import-refused': {
    status: 422,
    text: {
      fr: 'Le fichier contient {count} erreur(s) ; rien n’a été importé.',
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
  'still-broken': {
    status: 409,
    text: {
      fr: 'Cet enregistrement ne peut toujours pas être appliqué : {reason}.',
      nl: 'Dit record kan nog altijd niet toegepast worden: {reason}.',
      en: 'This record still cannot be applied: {reason}.',
    },
  },
  'already-open': {
    status: 409,
    text: { fr: 'Ce dossier est déjà ouvert.', nl: 'Dit dossier is al geopend.', en: 'This case is already open.' },
  },
  'not-open': {
    status: 409,
    text: {
      fr: 'Ce dossier est clos. Rouvrez-le d’abord.',
      nl: 'Dit dossier is afgesloten. Heropen het eerst.',
      en: 'This case is closed. Reopen it first.',
    },
  },
  'not-closed': {
    status: 409,
    text: { fr: 'Ce dossier n’est pas clos.', nl: 'Dit dossier is niet afgesloten.', en: 'This case is not closed.' },
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
      fr: 'Les notes de ce dossier ont été effacées ; on ne peut plus y écrire. Continuez sans note, ou ouvrez un nouveau dossier.',
      nl: 'De notities van dit dossier zijn gewist; er kan niets meer bij. Ga verder zonder notitie of open een nieuw dossier.',
      en: 'The notes of this case were erased; nothing can be added. Go on without a note, or open a new case.',
    },
  },
  'referral-unknown': {
    status: 404,
    text: {
      fr: 'Ce relais n’existe pas dans ce dossier.',
      nl: 'Deze doorverwijzing bestaat niet in dit dossier.',
      en: 'This referral does not exist in this case.',
    },
  },
  'wrong-state': {
    status: 409,
    text: {
      fr: 'Ce relais est « {state} » ; cela n’est plus possible.',
      nl: 'Deze doorverwijzing is “{state}”; dit kan niet meer.',
      en: 'This referral is “{state}”; that is no longer possible.',
    },
  },
  'not-your-referral': {
    status: 403,
    text: {
      fr: 'Ce relais n’est pas adressé à votre service.',
      nl: 'Deze doorverwijzing is niet aan uw dienst gericht.',
      en: 'This referral is not addressed to your service.',
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
      fr: 'L’entrepreneur n’a pas donné son accord pour : {profession}. Renouvelez d’abord l’accord.',
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
      fr: 'Ce service aide déjà ou a déjà une demande ouverte : {serviceId}.',
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
      fr: 'Il reste {count} relais actif(s). Terminez-les d’abord.',
      nl: 'Er zijn nog {count} lopende doorverwijzing(en). Beëindig die eerst.',
      en: '{count} referral(s) are still active. End them first.',
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
      fr: 'Ce dossier compte déjà {count} relais ; clôturez-le et ouvrez-en un autre.',
      nl: 'Dit dossier telt al {count} doorverwijzingen; sluit het af en open een ander.',
      en: 'This case already has {count} referrals; close it and open another.',
    },
  },
} as const satisfies Record<string, Problem>;
export type ProblemCode = keyof typeof problems;

/** What the pure core answers instead of events: a code of `problems`, where it applies, and what fills its sentence. */
export type Refusal = {
  readonly code: ProblemCode;
  /** Path of the field in the command. */
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
};
