import { eventColumns } from '#contracts/analysis/codes';
import type { Text } from '#contracts/kernel/codes';
import { columnTypes } from '../columns.js';
import { measureColumnOf, measuredDimensions } from '../measure-columns.js';

/** A column of a table of the workbench; `type` as DuckDB calls it. */
export type TableColumn = { readonly name: string; readonly type: string; readonly meaning: Text };

/** A table of the workbench. */
export type Table = { readonly name: string; readonly meaning: Text; readonly columns: readonly TableColumn[] };

type Words = readonly [fr: string, nl: string, en: string];

function column(name: string, type: string, [fr, nl, en]: Words): TableColumn {
  return { name, type, meaning: { fr, nl, en } };
}

/** Columns that mean the same as those of an event. */
function same(...names: (keyof typeof eventColumns)[]): TableColumn[] {
  return names.map((name) => ({ name, type: columnTypes.get(name) ?? '', meaning: eventColumns[name].meaning }));
}

const imported = column('imported', 'BOOLEAN', [
  'vrai pour un dossier d’avant Relais',
  'waar voor een dossier van vóór Relais',
  'true for a case from before Relais',
]);
const caseId = column('case_id', 'VARCHAR', [
  'numéro aléatoire du dossier',
  'willekeurig nummer van het dossier',
  'random id of the case',
]);

const events: Table = {
  name: 'events',
  meaning: {
    fr: 'Tout ce qui s’est passé, une ligne par événement, avec les faits du dossier à ce moment.',
    nl: 'Alles wat gebeurde, één rij per gebeurtenis, met de feiten van het dossier op dat moment.',
    en: 'All that happened, a row per event, with the facts of the case at that moment.',
  },
  columns: same(...([...columnTypes.keys()] as (keyof typeof eventColumns)[])),
};

const cases: Table = {
  name: 'cases',
  meaning: {
    fr: 'Une ligne par dossier, avec ses derniers faits connus.',
    nl: 'Eén rij per dossier, met de laatst bekende feiten.',
    en: 'A row per case, with its last known facts.',
  },
  columns: [
    caseId,
    ...same('code'),
    column('opened_at', 'TIMESTAMP WITH TIME ZONE', ['ouverture (UTC)', 'opening (UTC)', 'when it was opened (UTC)']),
    column('closed_at', 'TIMESTAMP WITH TIME ZONE', [
      'dernière clôture (UTC), vide tant qu’il est ouvert',
      'laatste afsluiting (UTC), leeg zolang het open is',
      'when it was last closed (UTC), empty while it is open',
    ]),
    column('outcome', 'VARCHAR', [
      'résultat de cette clôture',
      'uitkomst van die afsluiting',
      'outcome of that closing',
    ]),
    ...same('municipality', 'sector', 'legal_form', 'size_band', 'age_band', 'stage', 'channel', 'urgency'),
    ...same('languages', 'difficulty', 'difficulties'),
    column('referrals', 'BIGINT', ['nombre d’orientations', 'aantal doorverwijzingen', 'number of referrals']),
    column('hops', 'INTEGER', [
      'relais passés dans la plus longue chaîne : 0 quand personne n’a passé le relais, vide sans orientation',
      'keren doorgegeven in de langste keten: 0 als niemand doorgaf, leeg zonder doorverwijzing',
      'times handed on in the longest chain: 0 when nobody handed on, empty without a referral',
    ]),
    column('reopened', 'BIGINT', ['nombre de réouvertures', 'aantal heropeningen', 'number of reopenings']),
    imported,
  ],
};

const referrals: Table = {
  name: 'referrals',
  meaning: {
    fr: 'Une ligne par orientation : qui a demandé quoi à qui, et ce qu’il en est advenu. Faits du dossier au moment de l’envoi.',
    nl: 'Eén rij per doorverwijzing: wie vroeg wat aan wie, en wat ervan kwam. Feiten van het dossier bij het verzenden.',
    en: 'A row per referral: who asked whom, and what came of it. Facts of the case when it was sent.',
  },
  columns: [
    caseId,
    ...same('code'),
    column('referral_id', 'VARCHAR', [
      'numéro aléatoire ; vide avant Relais',
      'willekeurig nummer; leeg vóór Relais',
      'random id; empty before Relais',
    ]),
    column('parent_referral_id', 'VARCHAR', [
      'orientation qui a été passée plus loin',
      'doorverwijzing die werd doorgegeven',
      'the referral that was handed on',
    ]),
    ...same('sender', 'profession', 'organisation', 'service'),
    column('sent_at', 'TIMESTAMP WITH TIME ZONE', ['envoi (UTC)', 'verzonden (UTC)', 'when it was sent (UTC)']),
    column('answer', 'VARCHAR', [
      'accepted, motif du refus (full, …) ou expired ; vide sans réponse',
      'accepted, reden van weigering (full, …) of expired; leeg zonder antwoord',
      'accepted, reason of the decline (full, …) or expired; empty without an answer',
    ]),
    column('choice', 'VARCHAR', [
      'à qui tient le refus ; capacity : manque de capacité ; vide avant Relais',
      'aan wie de weigering ligt; capacity: gebrek aan capaciteit; leeg vóór Relais',
      'whose choice a decline was; capacity: lack of capacity; empty before Relais',
    ]),
    column('answered_at', 'TIMESTAMP WITH TIME ZONE', [
      'réponse (UTC)',
      'antwoord (UTC)',
      'when it was answered (UTC)',
    ]),
    column('first_contact_at', 'TIMESTAMP WITH TIME ZONE', [
      'premier contact (UTC)',
      'eerste contact (UTC)',
      'first contact (UTC)',
    ]),
    column('ended_at', 'TIMESTAMP WITH TIME ZONE', [
      'fin de l’aide, rappel ou libération (UTC)',
      'einde van de hulp, terugroeping of vrijgave (UTC)',
      'end of the help, recall or release (UTC)',
    ]),
    column('outcome', 'VARCHAR', ['résultat de l’aide', 'uitkomst van de hulp', 'outcome of the help']),
    column('state', 'VARCHAR', [
      'état actuel (sent, accepted, declined, closed, …)',
      'huidige staat (sent, accepted, declined, closed, …)',
      'state now (sent, accepted, declined, closed, …)',
    ]),
    ...same('hop', 'urgency', 'municipality', 'sector', 'stage', 'difficulty'),
    imported,
  ],
};

const measures: Table = {
  name: 'measures',
  meaning: {
    fr: 'Les comptages exacts du tableau de bord : par cube, semaine et codes. Un code est vide quand le cube ne le distingue pas.',
    nl: 'De exacte tellingen van het dashboard: per kubus, week en codes. Een code is leeg als de kubus die niet onderscheidt.',
    en: 'The exact counts of the dashboard: per cube, week and codes. A code is empty when the cube does not tell it apart.',
  },
  columns: [
    column('cube', 'VARCHAR', ['nom du cube', 'naam van de kubus', 'name of the cube']),
    column('week', 'VARCHAR', ['semaine ISO, 2026-W48', 'ISO-week, 2026-W48', 'ISO week, 2026-W48']),
    ...measuredDimensions.map((dimension) =>
      column(measureColumnOf(dimension), 'VARCHAR', [
        `code de la liste « ${dimension} »`,
        `code van de lijst “${dimension}”`,
        `code of the list “${dimension}”`,
      ]),
    ),
    imported,
    column('count', 'INTEGER', ['combien', 'hoeveel', 'how many']),
  ],
};

const labels: Table = {
  name: 'labels',
  meaning: {
    fr: 'Les codes en mots, dans les trois langues.',
    nl: 'De codes in woorden, in de drie talen.',
    en: 'The codes in words, in the three languages.',
  },
  columns: [
    column('list', 'VARCHAR', [
      'liste, du nom de la colonne (profession, sector, …)',
      'lijst, met de naam van de kolom (profession, sector, …)',
      'list, named like the column (profession, sector, …)',
    ]),
    column('code', 'VARCHAR', ['code', 'code', 'code']),
    column('fr', 'VARCHAR', ['en français', 'in het Frans', 'in French']),
    column('nl', 'VARCHAR', ['en néerlandais', 'in het Nederlands', 'in Dutch']),
    column('en', 'VARCHAR', ['en anglais', 'in het Engels', 'in English']),
  ],
};

const workingDays: Table = {
  name: 'working_days',
  meaning: {
    fr: 'Le calendrier de travail de la région. working_hours(début, fin) compte les heures ouvrables entre deux moments.',
    nl: 'De werkkalender van het gewest. working_hours(begin, einde) telt de werkuren tussen twee momenten.',
    en: 'The working calendar of the region. working_hours(start, end) counts working hours between two moments.',
  },
  columns: [
    column('day', 'DATE', ['jour', 'dag', 'day']),
    column('working', 'BOOLEAN', ['jour ouvrable', 'werkdag', 'working day']),
    column('minutes_before', 'INTEGER', [
      'minutes ouvrables depuis le premier jour, avant ce jour',
      'werkminuten sinds de eerste dag, vóór deze dag',
      'working minutes since the first day, before this day',
    ]),
  ],
};

/** The tables one can ask, in the order in which they are shown. */
export const tables: readonly Table[] = [events, cases, referrals, measures, labels, workingDays];

/** Their names, as the gate takes them. */
export const tableNames: ReadonlySet<string> = new Set(tables.map((one) => one.name));
