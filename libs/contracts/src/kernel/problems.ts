import type { Problem } from './problem.js';

/** Refusals of any request. */
export const kernelProblems = {
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
  'wrong-host': {
    status: 421,
    text: {
      fr: 'Relais ne répond pas sous ce nom. Ouvrez {address} ; si le nom est le bon, indiquez-le dans PUBLIC_URL.',
      nl: 'Relais antwoordt niet onder deze naam. Open {address}; is de naam de juiste, zet hem dan in PUBLIC_URL.',
      en: 'Relais does not answer under this name. Open {address}; if the name is right, set it as PUBLIC_URL.',
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
  'not-found': {
    status: 404,
    text: {
      fr: 'Introuvable, ou pas visible pour vous.',
      nl: 'Niet gevonden, of niet zichtbaar voor u.',
      en: 'Not found, or not visible to you.',
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
  'key-forgotten': {
    status: 409,
    text: {
      fr: 'Cette commande date de trop longtemps : Relais ne sait plus si elle a été exécutée. Regardez d’abord le dossier ; s’il le faut, recommencez avec une nouvelle clé.',
      nl: 'Deze opdracht werd te lang geleden gegeven: Relais weet niet meer of ze werd uitgevoerd. Kijk eerst het dossier na; begin zo nodig opnieuw met een nieuwe sleutel.',
      en: 'This command was asked too long ago: Relais no longer knows whether it was carried out. Look at the case first; if need be, ask again with a new key.',
    },
  },
  'identifier-found': {
    status: 422,
    text: {
      fr: 'Le texte contient de quoi reconnaître quelqu’un : « {excerpt} ». Retirez-le ; Relais ne garde que des dossiers anonymes.',
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
  'too-many-waiting': {
    status: 429,
    text: {
      fr: 'Trop de vos demandes attendent déjà leur tour. Réessayez dans quelques secondes.',
      nl: 'Er wachten al te veel van uw aanvragen op hun beurt. Probeer het over enkele seconden opnieuw.',
      en: 'Too many of your requests wait for their turn already. Try again in a few seconds.',
    },
  },
  busy: {
    status: 503,
    text: {
      fr: 'Relais lit déjà plusieurs fichiers. Rien n’est perdu : réessayez dans quelques secondes.',
      nl: 'Relais leest al verscheidene bestanden. Er is niets verloren: probeer het over enkele seconden opnieuw.',
      en: 'Relais is reading several files already. Nothing is lost: try again in a few seconds.',
    },
  },
  'too-heavy': {
    status: 422,
    text: {
      fr: 'Ce fichier demande trop de temps ou de mémoire : la lecture a été arrêtée et rien n’est enregistré. Divisez-le en fichiers plus petits.',
      nl: 'Dit bestand vraagt te veel tijd of geheugen: het lezen werd gestopt en er is niets bewaard. Splits het op in kleinere bestanden.',
      en: 'This file takes too much time or memory: reading was stopped and nothing is stored. Split it into smaller files.',
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
} as const satisfies Record<string, Problem>;
