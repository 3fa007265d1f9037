import { type Language, languages, type Text } from '#contracts/kernel/codes';
import { fill } from '../kernel/problems/wording.js';

/** What only a person can say of a file of statistics. */
const questions = {
  entry: {
    fr: 'L’archive contient plusieurs fichiers. Lequel faut-il lire ?',
    nl: 'Het archief bevat meerdere bestanden. Welk moet gelezen worden?',
    en: 'The archive holds several files. Which one is to be read?',
  },
  sheet: {
    fr: 'Le classeur contient plusieurs feuilles. Laquelle faut-il lire ?',
    nl: 'De werkmap bevat meerdere bladen. Welk moet gelezen worden?',
    en: 'The workbook has several sheets. Which one is to be read?',
  },
  dataset: {
    fr: 'Le fichier contient plusieurs jeux de données. Lequel faut-il lire ?',
    nl: 'Het bestand bevat meerdere datasets. Welke moet gelezen worden?',
    en: 'The file holds several datasets. Which one is to be read?',
  },
  value: {
    fr: 'Quelle colonne contient les valeurs ?',
    nl: 'Welke kolom bevat de waarden?',
    en: 'Which column holds the values?',
  },
  period: {
    fr: 'Quelle colonne dit quand (période, date ou année) ?',
    nl: 'Welke kolom zegt wanneer (periode, datum of jaar)?',
    en: 'Which column says when (period, date or year)?',
  },
  part: {
    fr: 'Quelle colonne dit quelle partie de l’année ?',
    nl: 'Welke kolom zegt welk deel van het jaar?',
    en: 'Which column says which part of the year?',
  },
  place: {
    fr: 'Quelle colonne dit quelle commune ?',
    nl: 'Welke kolom zegt welke gemeente?',
    en: 'Which column says which municipality?',
  },
  days: {
    fr: '« {value} » peut être lu de deux façons. Que vient-il en premier dans les dates ?',
    nl: '“{value}” kan op twee manieren gelezen worden. Wat staat eerst in de datums?',
    en: '“{value}” can be read in two ways. What comes first in the dates?',
  },
  grain: {
    fr: 'Par quelle durée faut-il compter ?',
    nl: 'Per welke duur moet er geteld worden?',
    en: 'By which length of time is it to be counted?',
  },
  sum: {
    fr: 'Lignes du même lieu et de la même période qu’une autre : {count}. Faut-il les additionner ?',
    nl: 'Regels met dezelfde plaats en periode als een andere: {count}. Moeten ze opgeteld worden?',
    en: 'Rows of the same place and period as another one: {count}. Are they to be added up?',
  },
  zero: {
    fr: 'Lieux et périodes sans ligne, de {first} à {last} : {count}. Qu’est-ce que cela veut dire ?',
    nl: 'Plaatsen en periodes zonder regel, van {first} tot {last}: {count}. Wat betekent dat?',
    en: 'Places and periods without a row, from {first} to {last}: {count}. What does that mean?',
  },
  numbers: {
    fr: '« {value} » peut être lu de deux façons. Laquelle vaut pour ce fichier ?',
    nl: '“{value}” kan op twee manieren gelezen worden. Welke geldt voor dit bestand?',
    en: '“{value}” can be read in two ways. Which one holds for this file?',
  },
  places: {
    fr: 'De quelle liste viennent les codes comme {code} ? Dans la liste NIS, {code} est {ours} ; le fichier l’appelle « {theirs} ».',
    nl: 'Uit welke lijst komen codes zoals {code}? In de NIS-lijst is {code} {ours}; het bestand noemt het “{theirs}”.',
    en: 'Which list are codes such as {code} from? In the NIS list {code} is {ours}; the file calls it “{theirs}”.',
  },
  'places-bare': {
    fr: 'De quelle liste viennent les codes comme {code} ? Dans la liste NIS, {code} est {ours} ; le fichier ne le dit pas.',
    nl: 'Uit welke lijst komen codes zoals {code}? In de NIS-lijst is {code} {ours}; het bestand zegt het niet.',
    en: 'Which list are codes such as {code} from? In the NIS list {code} is {ours}; the file does not say.',
  },
  'left-out': {
    fr: '{share} % des observations ({count}) sont hors de la région et seraient laissées de côté. Est-ce le bon fichier ?',
    nl: '{share} % van de waarnemingen ({count}) ligt buiten het gewest en zou weggelaten worden. Is dit het juiste bestand?',
    en: '{share}% of the observations ({count}) are outside the region and would be left out. Is this the right file?',
  },
} as const satisfies Record<string, Text>;
export type QuestionKey = keyof typeof questions;

/** What can be answered, where it is not a name out of the file. */
const options = {
  'whole-region': {
    fr: 'aucune : les valeurs sont de toute la région',
    nl: 'geen: de waarden zijn van het hele gewest',
    en: 'none: the values are of the whole region',
  },
  'whole-year': {
    fr: 'aucune : les valeurs sont d’années entières',
    nl: 'geen: de waarden zijn van hele jaren',
    en: 'none: the values are of whole years',
  },
  'part-week': { fr: '{name} (semaines ISO)', nl: '{name} (ISO-weken)', en: '{name} (ISO weeks)' },
  'part-month': { fr: '{name} (mois)', nl: '{name} (maanden)', en: '{name} (months)' },
  'part-quarter': { fr: '{name} (trimestres)', nl: '{name} (kwartalen)', en: '{name} (quarters)' },
  'day-first': { fr: 'le jour', nl: 'de dag', en: 'the day' },
  'month-first': { fr: 'le mois', nl: 'de maand', en: 'the month' },
  week: { fr: 'par semaine', nl: 'per week', en: 'by week' },
  month: {
    fr: 'par mois (une semaine compte dans le mois de son jeudi)',
    nl: 'per maand (een week telt in de maand van haar donderdag)',
    en: 'by month (a week counts in the month of its Thursday)',
  },
  quarter: { fr: 'par trimestre', nl: 'per kwartaal', en: 'by quarter' },
  year: { fr: 'par année', nl: 'per jaar', en: 'by year' },
  add: { fr: 'oui, les additionner', nl: 'ja, optellen', en: 'yes, add them up' },
  refuse: {
    fr: 'non, ce serait une erreur du fichier',
    nl: 'nee, dat zou een fout in het bestand zijn',
    en: 'no, it would be an error of the file',
  },
  zero: { fr: 'la valeur est zéro', nl: 'de waarde is nul', en: 'the value is zero' },
  unknown: { fr: 'la valeur est inconnue', nl: 'de waarde is onbekend', en: 'the value is unknown' },
  point: {
    fr: 'le point sépare les décimales : « {value} » vaut environ {about}',
    nl: 'de punt scheidt de decimalen: “{value}” is ongeveer {about}',
    en: 'the point separates decimals: “{value}” is about {about}',
  },
  comma: {
    fr: 'la virgule sépare les décimales : « {value} » vaut environ {about}',
    nl: 'de komma scheidt de decimalen: “{value}” is ongeveer {about}',
    en: 'the comma separates decimals: “{value}” is about {about}',
  },
  nis: {
    fr: 'la liste NIS (INS) de Statbel',
    nl: 'de NIS-lijst van Statbel',
    en: 'the NIS list of Statbel',
  },
  other: { fr: 'une autre liste', nl: 'een andere lijst', en: 'another list' },
  'left-out': {
    fr: 'oui, laisser de côté jusqu’à {share} %',
    nl: 'ja, tot {share} % weglaten',
    en: 'yes, leave out up to {share}%',
  },
} as const satisfies Record<string, Text>;
export type OptionKey = keyof typeof options;

/** What is filled into a sentence; a text is itself in three languages. */
export type Params = Readonly<Record<string, string | number | Text>>;

/** A sentence in one language, its parameters filled in. */
export function sentence(text: Text, language: Language, params: Params = {}): string {
  const told = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' ? value[language] : value,
  ]);
  return fill(text, language, Object.fromEntries(told) as Record<string, string | number>);
}

/** Something said in every language; numbers as each language writes them. */
function said(text: Text, params: Params): Text {
  return Object.fromEntries(languages.map((language) => [language, sentence(text, language, params)])) as Text;
}

/** The sentence of a question. */
export const questionOf = (key: QuestionKey, params: Params): Text => said(questions[key], params);

/** The sentence of an answer. */
export const optionOf = (key: OptionKey, params: Params = {}): Text => said(options[key], params);

/** A name out of the file, in every language the same. */
export const nameOf = (name: string): Text => ({ fr: name, nl: name, en: name });
