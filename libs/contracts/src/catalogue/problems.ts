import type { Text } from '../kernel/codes/index.js';
import { analysisProblems } from '../analysis/problems.js';
import { monitoringProblems } from '../monitoring/problems.js';
import { referralProblems } from '../case/problems.js';

type Problem = { readonly status: number; readonly text: Text };

/** Every error Relais answers with: its HTTP status and what the caller can do, `{name}` standing for a parameter. */
export const problems = {
  ...analysisProblems,
  ...monitoringProblems,
  ...referralProblems,
  'bad-input': {
    status: 422,
    text: {
      fr: 'La demande n’est pas valable : {detail}.',
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
      fr: 'Les chiffres exacts sont réservés à la coordination ; une organisation voit ceux de ses propres services. Les chiffres publiés sont ouverts à tous.',
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
      fr: 'L’en-tête Idempotency-Key manque : envoyez une clé de 8 à 100 caractères, nouvelle pour chaque commande.',
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
      fr: 'Le texte contient de quoi reconnaître quelqu’un : « {excerpt} ». Retirez-le ; Relais ne garde que des dossiers anonymes.',
      nl: 'De tekst bevat iets waaraan men iemand herkent: “{excerpt}”. Haal het weg; Relais bewaart alleen anonieme dossiers.',
      en: 'The text contains something that identifies a person: “{excerpt}”. Remove it; Relais keeps anonymous cases only.',
    },
  },
  'engine-away': {
    status: 503,
    text: {
      fr: 'Relais ne peut pas traiter cela pour l’instant. Rien n’est perdu : réessayez dans un moment.',
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
  'series-refused': {
    status: 422,
    text: {
      fr: 'Le fichier contient {count} erreur(s) ; la série n’a pas changé.',
      nl: 'Het bestand bevat {count} fout(en); de reeks is niet gewijzigd.',
      en: 'The file has {count} error(s); the series has not changed.',
    },
  },
  'still-broken': {
    status: 409,
    text: {
      fr: 'Cet enregistrement ne peut toujours pas être appliqué : {reason}.',
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
      fr: 'Les notes de ce dossier ont été effacées ; on ne peut plus y écrire. Continuez sans note, ou ouvrez un nouveau dossier.',
      nl: 'De notities van dit dossier zijn gewist; er kan niets meer bij. Ga verder zonder notitie of open een nieuw dossier.',
      en: 'The notes of this case were erased; nothing can be added. Go on without a note, or open a new case.',
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
