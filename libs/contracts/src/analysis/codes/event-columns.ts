import type { Text } from '../../kernel/codes/code-list.js';
import type { PrivacyClass } from '../../kernel/codes/privacy.js';

/** Kinds of values: whole number, text, moment (UTC), list of texts, JSON. */
export type ColumnType = 'integer' | 'text' | 'time' | 'text-list' | 'json';

type Column<Type extends ColumnType = ColumnType> = {
  readonly type: Type;
  readonly privacy: PrivacyClass;
  readonly meaning: Text;
};

function column<Type extends ColumnType>(
  type: Type,
  privacy: PrivacyClass,
  [fr, nl, en]: readonly [string, string, string],
): Column<Type> {
  return { type, privacy, meaning: { fr, nl, en } };
}

/**
 * What an analyst sees of an event, in PostgreSQL (`archive.event`), in the Parquet files and in every export, in this order. Facts of the
 * case and of the referral stand beside each event as they were at that moment. A new column comes with a migration and a rebuild.
 */
export const eventColumns = {
  position: column('integer', 'technical', [
    'ordre d’arrivée dans l’archive',
    'volgorde van aankomst in het archief',
    'order of arrival in the archive',
  ]),
  stream: column('text', 'code', [
    'flux : cases, directory ou platform',
    'stroom: cases, directory of platform',
    'stream: cases, directory or platform',
  ]),
  type: column('text', 'code', ['type de l’événement', 'type van de gebeurtenis', 'type of the event']),
  subject: column('text', 'case', [
    'numéro aléatoire du dossier, ou service, ou partie de la plateforme',
    'willekeurig nummer van het dossier, of dienst, of deel van het platform',
    'random id of the case, or service, or part of the platform',
  ]),
  code: column('text', 'case', ['code court du dossier', 'korte code van het dossier', 'short code of the case']),
  sequence: column('integer', 'technical', [
    'rang de l’événement dans son dossier ou autre sujet, à partir de 1',
    'rang van de gebeurtenis in haar dossier of ander onderwerp, vanaf 1',
    'rank of the event in its case or other subject, from 1',
  ]),
  event_id: column('text', 'case', [
    'identifiant de l’événement : sujet et rang',
    'kenmerk van de gebeurtenis: onderwerp en rang',
    'id of the event: subject and rank',
  ]),
  time: column('time', 'time', [
    'moment où c’est arrivé (UTC)',
    'moment waarop het gebeurde (UTC)',
    'when it happened (UTC)',
  ]),
  by_kind: column('text', 'code', [
    'origine : person, unaffiliated (personne sans organisation), entrepreneur, link, clock ou import',
    'oorsprong: person, unaffiliated (persoon zonder organisatie), entrepreneur, link, clock of import',
    'origin: person, unaffiliated (a person without organisation), entrepreneur, link, clock or import',
  ]),
  by_organisation: column('text', 'organisation', [
    'organisation qui a agi',
    'organisatie die handelde',
    'organisation that acted',
  ]),
  by_service: column('text', 'organisation', ['service qui a agi', 'dienst die handelde', 'service that acted']),
  municipality: column('text', 'code', [
    'commune (code NIS) à ce moment',
    'gemeente (NIS-code) op dat moment',
    'municipality (NIS code) at that moment',
  ]),
  sector: column('text', 'code', ['secteur d’activité', 'sector', 'sector of activity']),
  legal_form: column('text', 'code', ['forme juridique', 'rechtsvorm', 'legal form']),
  size_band: column('text', 'code', [
    'taille (équivalents temps plein)',
    'omvang (voltijdequivalenten)',
    'size (full-time equivalents)',
  ]),
  age_band: column('text', 'code', ['âge de l’entreprise', 'leeftijd van de onderneming', 'age of the business']),
  stage: column('text', 'code', ['phase', 'fase', 'stage']),
  channel: column('text', 'code', ['canal d’arrivée', 'kanaal van aankomst', 'channel in']),
  urgency: column('text', 'code', ['urgence du dossier', 'dringendheid van het dossier', 'urgency of the case']),
  languages: column('text-list', 'code', [
    'langues dans lesquelles aider',
    'talen om in te helpen',
    'languages to help in',
  ]),
  difficulty: column('text', 'code', ['difficulté principale', 'voornaamste moeilijkheid', 'main difficulty']),
  difficulties: column('text-list', 'code', [
    'toutes les difficultés, la principale d’abord',
    'alle moeilijkheden, de voornaamste eerst',
    'all difficulties, the main one first',
  ]),
  referral_id: column('text', 'case', [
    'numéro aléatoire de l’orientation',
    'willekeurig nummer van de doorverwijzing',
    'random id of the referral',
  ]),
  sender: column('text', 'code', [
    'qui a orienté : profession, first-line ou coordination',
    'wie doorverwees: beroep, first-line of coordination',
    'who referred: profession, first-line or coordination',
  ]),
  profession: column('text', 'code', [
    'profession à qui l’aide est demandée',
    'beroep waaraan hulp gevraagd wordt',
    'profession that is asked for help',
  ]),
  organisation: column('text', 'organisation', [
    'organisation à qui l’aide est demandée',
    'organisatie waaraan hulp gevraagd wordt',
    'organisation that is asked for help',
  ]),
  service: column('text', 'organisation', [
    'service à qui l’aide est demandée',
    'dienst waaraan hulp gevraagd wordt',
    'service that is asked for help',
  ]),
  hop: column('integer', 'code', [
    'orientations avant celle-ci dans sa chaîne',
    'doorverwijzingen vóór deze in haar keten',
    'referrals before this one in its chain',
  ]),
  reason: column('text', 'code', [
    'motif (refus, mise en pause, retrait, réouverture, file)',
    'reden (weigering, pauze, intrekking, heropening, wachtrij)',
    'reason (decline, hold, recall, reopening, queue)',
  ]),
  choice: column('text', 'code', ['à qui tient le refus', 'aan wie de weigering ligt', 'whose choice a decline was']),
  outcome: column('text', 'code', [
    'résultat du dossier ou de l’orientation',
    'resultaat van het dossier of de doorverwijzing',
    'outcome of the case or the referral',
  ]),
  data: column('json', 'code', [
    'tout ce que dit l’événement, sans personnes ni notes',
    'alles wat de gebeurtenis zegt, zonder personen of notities',
    'all that the event says, without persons and notes',
  ]),
} as const satisfies Record<string, Column>;
export type EventColumn = keyof typeof eventColumns;

/** Names of the columns, in order. */
export const eventColumnNames = Object.keys(eventColumns) as readonly EventColumn[];
