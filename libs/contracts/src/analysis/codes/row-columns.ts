import type { Text } from '../../kernel/codes/code-list.js';
import { eventColumns, type ColumnType, type EventColumn } from './event-columns.js';

/** What a column of a row holds: as a column of an event, or yes and no. */
export type RowColumnType = ColumnType | 'boolean';

type Kept<Type extends RowColumnType = RowColumnType, Null extends boolean = boolean> = {
  readonly type: Type;
  readonly nullable: Null;
  readonly meaning: Text;
};
/** The same values under the name they once had, so that queries of yesterday go on. */
type Renamed<Of extends string = string> = { readonly of: Of; readonly meaning: Text };
/** A column of a row of a case or of a referral. */
export type RowColumn = Kept | Renamed;

type Words = readonly [fr: string, nl: string, en: string];

function always<Type extends RowColumnType>(type: Type, [fr, nl, en]: Words): Kept<Type, false> {
  return { type, nullable: false, meaning: { fr, nl, en } };
}

function perhaps<Type extends RowColumnType>(type: Type, [fr, nl, en]: Words): Kept<Type, true> {
  return { type, nullable: true, meaning: { fr, nl, en } };
}

/** A column that means the same as that of an event, and is never empty. */
function same<Name extends EventColumn>(name: Name): Kept<(typeof eventColumns)[Name]['type'], false> {
  const { type, meaning } = eventColumns[name];
  return { type, nullable: false, meaning };
}

/** A column that means the same as that of an event. */
function sameOrEmpty<Name extends EventColumn>(name: Name): Kept<(typeof eventColumns)[Name]['type'], true> {
  return { ...same(name), nullable: true };
}

function formerly<Of extends string>(of: Of): Renamed<Of> {
  return { of, meaning: { fr: `ancien nom de ${of}`, nl: `vroegere naam van ${of}`, en: `former name of ${of}` } };
}

const caseId = always('text', [
  'numéro aléatoire du dossier',
  'willekeurig nummer van het dossier',
  'random id of the case',
]);
const imported = always('boolean', [
  'vrai pour un dossier d’avant Relais',
  'waar voor een dossier van vóór Relais',
  'true for a case from before Relais',
]);

/**
 * What an analyst sees of a case as it is now, in PostgreSQL (`analytics.cases`) and in the workbench (`cases`), in this order. All of it is
 * derived from the state of the case by `caseRowOf`. New columns come at the end, so that views of others stay, with a migration that
 * makes the projections anew. Moments are UTC.
 */
export const caseColumns = {
  case_id: caseId,
  code: same('code'),
  imported,
  opened_at: always('time', ['ouverture (UTC)', 'opening (UTC)', 'when it was opened (UTC)']),
  closed_at: perhaps('time', [
    'dernière clôture (UTC), vide tant qu’il est ouvert',
    'laatste afsluiting (UTC), leeg zolang het open is',
    'when it was last closed (UTC), empty while it is open',
  ]),
  outcome: perhaps('text', ['issue à cette clôture', 'afloop bij die afsluiting', 'outcome of that closing']),
  reopenings: always('integer', ['nombre de réouvertures', 'aantal heropeningen', 'number of reopenings']),
  referrals: always('integer', ['nombre d’orientations', 'aantal doorverwijzingen', 'number of referrals']),
  queued: always('integer', [
    'nombre de passages dans la file de la coordination',
    'aantal keren in de wachtrij van de coördinatie',
    'how often it came into the dispatch queue',
  ]),
  municipality: always('text', [
    'commune (code NIS), comme connue maintenant',
    'gemeente (NIS-code), zoals nu bekend',
    'municipality (NIS code), as known now',
  ]),
  sector: same('sector'),
  legal_form: same('legal_form'),
  size_band: same('size_band'),
  age_band: same('age_band'),
  stage: same('stage'),
  channel: same('channel'),
  urgency: same('urgency'),
  languages: same('languages'),
  difficulty: sameOrEmpty('difficulty'),
  difficulties: same('difficulties'),
  hops: perhaps('integer', [
    'relais passés dans la plus longue chaîne : 0 quand personne n’a passé le relais, vide sans orientation',
    'keren doorgegeven in de langste keten: 0 als niemand doorgaf, leeg zonder doorverwijzing',
    'times handed on in the longest chain: 0 when nobody handed on, empty without a referral',
  ]),
  reopened: formerly('reopenings'),
} as const satisfies Record<string, RowColumn>;

/**
 * What an analyst sees of a referral as it is now, in PostgreSQL (`analytics.referrals`) and in the workbench (`referrals`), in this order;
 * derived by `referralRowOf`. Facts are those of the case when help was asked. Moments are UTC.
 */
export const referralColumns = {
  case_id: caseId,
  code: same('code'),
  referral_id: perhaps('text', [
    'numéro aléatoire ; vide avant Relais',
    'willekeurig nummer; leeg vóór Relais',
    'random id; empty before Relais',
  ]),
  imported,
  sent_at: always('time', ['envoi (UTC)', 'verzonden (UTC)', 'when it was sent (UTC)']),
  sender: same('sender'),
  profession: same('profession'),
  organisation: sameOrEmpty('organisation'),
  service: sameOrEmpty('service'),
  hop: same('hop'),
  accepted_at: perhaps('time', ['acceptation (UTC)', 'aanvaarding (UTC)', 'when it was accepted (UTC)']),
  declined_at: perhaps('time', ['refus (UTC)', 'weigering (UTC)', 'when it was declined (UTC)']),
  decline_reason: perhaps('text', ['motif du refus', 'reden van de weigering', 'why it was declined']),
  decline_choice: formerly('choice'),
  first_contact_at: perhaps('time', ['premier contact (UTC)', 'eerste contact (UTC)', 'first contact (UTC)']),
  expired_at: perhaps('time', [
    'expiration sans réponse (UTC)',
    'vervallen zonder antwoord (UTC)',
    'when it expired (UTC)',
  ]),
  recalled_at: perhaps('time', ['retrait (UTC)', 'intrekking (UTC)', 'when it was recalled (UTC)']),
  released_at: perhaps('time', [
    'libération, quand un autre service a pris l’offre (UTC)',
    'vrijgave, toen een andere dienst het aanbod nam (UTC)',
    'when another service took the offer (UTC)',
  ]),
  ended_at: perhaps('time', [
    'fin, quelle qu’elle soit : refus, expiration, retrait, libération ou fin de l’aide (UTC) ; vide tant qu’elle est en cours, ou si elle date d’avant Relais et n’est pas notée',
    'einde, hoe dan ook: weigering, verval, intrekking, vrijgave of einde van de hulp (UTC); leeg zolang ze loopt, of als het van vóór Relais is en niet genoteerd',
    'when it ended, however: declined, expired, recalled, released or closed (UTC); empty while it goes on, or when it was before Relais and not written down',
  ]),
  outcome: perhaps('text', ['résultat de l’aide', 'resultaat van de hulp', 'outcome of the help']),
  municipality: always('text', [
    'commune (code NIS) à l’envoi',
    'gemeente (NIS-code) bij het verzenden',
    'municipality (NIS code) when it was sent',
  ]),
  sector: same('sector'),
  stage: same('stage'),
  difficulty: sameOrEmpty('difficulty'),
  parent_referral_id: perhaps('text', [
    'orientation qui a été passée plus loin',
    'doorverwijzing die werd doorgegeven',
    'the referral that was handed on',
  ]),
  urgency: always('text', [
    'urgence de l’orientation',
    'dringendheid van de doorverwijzing',
    'urgency of the referral',
  ]),
  answer: perhaps('text', [
    'accepted, motif du refus (full, …) ou expired ; vide sans réponse',
    'accepted, reden van weigering (full, …) of expired; leeg zonder antwoord',
    'accepted, reason of the decline (full, …) or expired; empty without an answer',
  ]),
  choice: perhaps('text', [
    'à qui tient le refus ; capacity : manque de capacité ; vide avant Relais',
    'aan wie de weigering ligt; capacity: gebrek aan capaciteit; leeg vóór Relais',
    'whose choice a decline was; capacity: lack of capacity; empty before Relais',
  ]),
  answered_at: perhaps('time', [
    'réponse, ou expiration sans réponse (UTC)',
    'antwoord, of verval zonder antwoord (UTC)',
    'when it was answered, or expired unanswered (UTC)',
  ]),
  state: always('text', [
    'état actuel (sent, accepted, declined, closed, …)',
    'huidige staat (sent, accepted, declined, closed, …)',
    'state now (sent, accepted, declined, closed, …)',
  ]),
} as const satisfies Record<string, RowColumn>;

/** The columns that are kept, without those that repeat another under its former name. */
export function keptColumns(columns: Readonly<Record<string, RowColumn>>): [string, Kept][] {
  return Object.entries(columns).flatMap(([name, column]) => ('of' in column ? [] : [[name, column]]));
}

/** What stands for each column in a list of those to be selected: itself, or the one that has its values now. */
export function selectedColumns(columns: Readonly<Record<string, RowColumn>>): [name: string, kept: string][] {
  return Object.entries(columns).map(([name, column]) => [name, 'of' in column ? column.of : name]);
}
