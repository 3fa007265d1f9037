import {
  caseColumns,
  eventColumns,
  keptColumns,
  referralColumns,
  selectedColumns,
  type RowColumn,
} from '#contracts/analysis/codes';
import type { Text } from '#contracts/kernel/codes';
import { columnTypes, duckTypes } from '../columns.js';
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

/** Columns of a list that the core fills, those of a former name with the type of the one they repeat. */
function derived(columns: Readonly<Record<string, RowColumn>>): TableColumn[] {
  const types = new Map(keptColumns(columns).map(([name, { type }]) => [name, duckTypes[type]]));
  return selectedColumns(columns).flatMap(([name, kept]) => {
    const [type, meaning] = [types.get(kept), columns[name]?.meaning];
    return type === undefined || meaning === undefined ? [] : [{ name, type, meaning }];
  });
}

const imported = column('imported', 'BOOLEAN', [
  'vrai pour un dossier d’avant Relais',
  'waar voor een dossier van vóór Relais',
  'true for a case from before Relais',
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
    fr: 'Une ligne par dossier, avec ses derniers faits connus. Les dossiers dont l’accord est retiré ou la conservation terminée n’y sont plus.',
    nl: 'Eén rij per dossier, met de laatst bekende feiten. Dossiers waarvan de toestemming ingetrokken of de bewaartijd voorbij is, staan er niet meer in.',
    en: 'A row per case, with its last known facts. Cases whose consent was withdrawn or whose retention time is over are gone.',
  },
  columns: derived(caseColumns),
};

const referrals: Table = {
  name: 'referrals',
  meaning: {
    fr: 'Une ligne par orientation : qui a demandé quoi à qui, et ce qu’il en est advenu. Faits du dossier au moment de l’envoi.',
    nl: 'Eén rij per doorverwijzing: wie vroeg wat aan wie, en wat ervan kwam. Feiten van het dossier bij het verzenden.',
    en: 'A row per referral: who asked whom, and what came of it. Facts of the case when it was sent.',
  },
  columns: derived(referralColumns),
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
      dimension === 'service'
        ? column('service', 'VARCHAR', ['service', 'dienst', 'service'])
        : column(measureColumnOf(dimension), 'VARCHAR', [
            `code de la liste « ${measureColumnOf(dimension)} »`,
            `code van de lijst “${measureColumnOf(dimension)}”`,
            `code of the list “${measureColumnOf(dimension)}”`,
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
