import type { Language, Text } from '#contracts/kernel/codes';
import { fileFaults } from '../../kernel/files/faults.js';
import { fill } from '../../kernel/problems/wording.js';

/** What can be wrong with an imported file. */
const faults = {
  ...fileFaults,
  workbook: {
    fr: 'le classeur ne peut pas être lu, ou il a plusieurs feuilles : gardez celle des dossiers, en .xlsx sans mot de passe, ou enregistrez-la en CSV',
    nl: 'de werkmap kan niet gelezen worden of heeft meerdere bladen: hou dat van de dossiers, als .xlsx zonder wachtwoord, of bewaar het als CSV',
    en: 'the workbook cannot be read, or it has several sheets: keep the one of the cases, as .xlsx without a password, or save it as CSV',
  },
  empty: {
    fr: 'le fichier ne contient aucun dossier',
    nl: 'het bestand bevat geen dossiers',
    en: 'the file holds no cases',
  },
  'column-missing': { fr: 'la colonne manque', nl: 'de kolom ontbreekt', en: 'the column is missing' },
  'column-unknown': { fr: 'colonne inconnue', nl: 'onbekende kolom', en: 'unknown column' },
  'column-twice': {
    fr: 'la colonne figure deux fois',
    nl: 'de kolom staat er twee keer',
    en: 'the column occurs twice',
  },
  cells: {
    fr: '{count} cellules au lieu de {expected}',
    nl: '{count} cellen in plaats van {expected}',
    en: '{count} cells instead of {expected}',
  },
  missing: { fr: 'valeur manquante', nl: 'waarde ontbreekt', en: 'value is missing' },
  code: { fr: 'code inconnu : « {value} »', nl: 'onbekende code: “{value}”', en: 'unknown code: “{value}”' },
  twice: { fr: 'deux fois le même code', nl: 'twee keer dezelfde code', en: 'the same code twice' },
  many: { fr: 'au plus {count} codes', nl: 'hoogstens {count} codes', en: 'at most {count} codes' },
  severity: {
    fr: 'écrivez code:gravité avec une gravité de 1 à 3, séparés par |',
    nl: 'schrijf code:ernst met een ernst van 1 tot 3, gescheiden door |',
    en: 'write code:severity with a severity of 1 to 3, joined by |',
  },
  date: {
    fr: 'date attendue comme 2024-03-31',
    nl: 'datum verwacht zoals 2024-03-31',
    en: 'a date like 2024-03-31 is expected',
  },
  'date-order': {
    fr: '« {value} » peut être le {first} ou le {second}, et rien dans le fichier ne dit lequel : écrivez-le ainsi',
    nl: '“{value}” kan {first} of {second} zijn, en niets in het bestand zegt welke: schrijf het zo',
    en: '“{value}” may be {first} or {second}, and nothing in the file tells: write it like that',
  },
  'band-date': {
    fr: '« {value} » : le tableur a fait une date d’une tranche ; écrivez l’une de : {codes} (cellules au format Texte)',
    nl: '“{value}”: het rekenblad maakte van een klasse een datum; schrijf een van: {codes} (cellen met opmaak Tekst)',
    en: '“{value}”: the spreadsheet has made a date of a band; write one of: {codes} (cells formatted as text)',
  },
  'reference-cut': {
    fr: '« {value} » : le tableur a raccourci un long numéro ; écrivez-le en entier (cellules au format Texte)',
    nl: '“{value}”: het rekenblad heeft een lang nummer ingekort; schrijf het voluit (cellen met opmaak Tekst)',
    en: '“{value}”: the spreadsheet has shortened a long number; write it in full (cells formatted as text)',
  },
  future: { fr: 'date dans le futur', nl: 'datum in de toekomst', en: 'a date in the future' },
  order: {
    fr: 'la clôture précède l’ouverture',
    nl: 'de afsluiting ligt vóór de opening',
    en: 'closed before it was opened',
  },
  identifier: {
    fr: 'contient de quoi reconnaître quelqu’un ({kind})',
    nl: 'bevat iets waaraan men iemand herkent ({kind})',
    en: 'contains something that identifies a person ({kind})',
  },
  'referral-many': {
    fr: 'au plus {count} orientations par dossier',
    nl: 'hoogstens {count} doorverwijzingen per dossier',
    en: 'at most {count} referrals per case',
  },
  'referral-shape': {
    fr: 'orientation {number} : écrivez de>à:envoyé:réponse:répondu:contact:fin:résultat (dates comme 2024-03-31) ; ce qui suit la date d’envoi peut rester vide',
    nl: 'doorverwijzing {number}: schrijf van>naar:verzonden:antwoord:beantwoord:contact:einde:resultaat (datums zoals 2024-03-31); wat na de verzenddatum komt, mag leeg blijven',
    en: 'referral {number}: write from>to:sent:answer:answered:contact:ended:outcome (dates like 2024-03-31); what follows the date of sending may stay empty',
  },
  'referral-code': {
    fr: 'orientation {number} : code inconnu « {value} » ; écrivez l’un de : {codes}',
    nl: 'doorverwijzing {number}: onbekende code “{value}”; schrijf een van: {codes}',
    en: 'referral {number}: unknown code “{value}”; write one of: {codes}',
  },
  'referral-date': {
    fr: 'orientation {number} : « {value} » n’est pas une date ; écrivez-la comme 2024-03-31',
    nl: 'doorverwijzing {number}: “{value}” is geen datum; schrijf ze zoals 2024-03-31',
    en: 'referral {number}: “{value}” is not a date; write it like 2024-03-31',
  },
  'referral-answer': {
    fr: 'orientation {number} : donnez la réponse et sa date, ou aucune des deux',
    nl: 'doorverwijzing {number}: geef het antwoord en zijn datum, of geen van beide',
    en: 'referral {number}: give the answer and its date, or neither',
  },
  'referral-help': {
    fr: 'orientation {number} : premier contact, fin et résultat seulement après la réponse « accepted »',
    nl: 'doorverwijzing {number}: eerste contact, einde en resultaat alleen na het antwoord “accepted”',
    en: 'referral {number}: first contact, end and outcome only after the answer “accepted”',
  },
  'referral-end': {
    fr: 'orientation {number} : donnez la date de fin et le résultat, ou aucun des deux',
    nl: 'doorverwijzing {number}: geef de einddatum en het resultaat, of geen van beide',
    en: 'referral {number}: give the date of the end and the outcome, or neither',
  },
  'referral-order': {
    fr: 'orientation {number} : les dates doivent se suivre : envoi, réponse, premier contact, fin',
    nl: 'doorverwijzing {number}: de datums moeten elkaar volgen: verzonden, beantwoord, eerste contact, einde',
    en: 'referral {number}: the dates must follow each other: sent, answered, first contact, ended',
  },
  'referral-outside': {
    fr: 'les dates des orientations doivent se situer entre l’ouverture et la clôture du dossier',
    nl: 'de datums van de doorverwijzingen moeten tussen de opening en de afsluiting van het dossier liggen',
    en: 'the dates of referrals must lie between the opening and the closing of the case',
  },
  'row-twice': {
    fr: 'même référence que la ligne {row}',
    nl: 'zelfde referentie als regel {row}',
    en: 'the same reference as row {row}',
  },
  imported: { fr: 'déjà importé', nl: 'al geïmporteerd', en: 'imported already' },
} as const satisfies Record<string, Text>;
export type FaultCode = keyof typeof faults;

/** Parameters of a fault; a text is itself in three languages. */
export type FaultParams = Readonly<Record<string, string | number | Text>>;

/** One thing wrong with an imported file; `row` counts its lines, the header is 1. */
export type Fault = {
  readonly row: number;
  readonly column: string | null;
  readonly code: FaultCode;
  readonly params?: FaultParams;
};

/** The sentence of a fault. */
export function sentenceOf({ code, params = {} }: Pick<Fault, 'code' | 'params'>, language: Language): string {
  const said = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' ? value[language] : value,
  ]);
  return fill(faults[code], language, Object.fromEntries(said) as Record<string, string | number>);
}
