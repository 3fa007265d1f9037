import type { Language, Text } from '#contracts/kernel/codes';
import { fileFaults } from '../kernel/files/faults.js';
import type { Fault } from './fault.js';
import { sentence } from './questions.js';

/** What can be wrong with a file of statistics, and what to do. */
const faults = {
  ...fileFaults,
  json: {
    fr: 'JSON illisible ({reason}) : téléchargez le fichier à nouveau',
    nl: 'onleesbare JSON ({reason}): download het bestand opnieuw',
    en: 'unreadable JSON ({reason}): download the file again',
  },
  'not-json-stat': {
    fr: 'ce n’est pas un jeu de données JSON-stat 2.0 : choisissez à la source le format JSON-stat 2.0, classe « dataset »',
    nl: 'dit is geen JSON-stat 2.0-dataset: kies bij de bron het formaat JSON-stat 2.0, klasse “dataset”',
    en: 'this is no JSON-stat 2.0 dataset: choose the format JSON-stat 2.0, class “dataset”, at the source',
  },
  'json-array': {
    fr: 'c’est une liste JSON et non un jeu de données JSON-stat : choisissez à la source le format JSON-stat 2.0 ou CSV',
    nl: 'dit is een JSON-lijst en geen JSON-stat-dataset: kies bij de bron het formaat JSON-stat 2.0 of CSV',
    en: 'this is a JSON list and no JSON-stat dataset: choose the format JSON-stat 2.0 or CSV at the source',
  },
  'json-stat-1': {
    fr: 'c’est du JSON-stat 1.x et il y manque « {missing} » : choisissez à la source le format JSON-stat 2.0',
    nl: 'dit is JSON-stat 1.x en “{missing}” ontbreekt: kies bij de bron het formaat JSON-stat 2.0',
    en: 'this is JSON-stat 1.x and “{missing}” is missing: choose the format JSON-stat 2.0 at the source',
  },
  html: {
    fr: 'c’est une page web (« {title} »), sans doute un message d’erreur de la source : ouvrez l’adresse dans un navigateur, puis téléchargez le fichier',
    nl: 'dit is een webpagina (“{title}”), wellicht een foutmelding van de bron: open het adres in een browser en download het bestand',
    en: 'this is a web page (“{title}”), perhaps an error message of the source: open the address in a browser, then download the file',
  },
  xml: {
    fr: 'c’est du XML : choisissez à la source le format CSV ou JSON-stat',
    nl: 'dit is XML: kies bij de bron het formaat CSV of JSON-stat',
    en: 'this is XML: choose the format CSV or JSON-stat at the source',
  },
  'old-workbook': {
    fr: 'c’est un document (.xls, .doc, .pdf) que l’on ne peut pas lire : enregistrez-le en .xlsx ou en CSV',
    nl: 'dit is een document (.xls, .doc, .pdf) dat niet gelezen kan worden: bewaar het als .xlsx of CSV',
    en: 'this is a document (.xls, .doc, .pdf) that cannot be read: save it as .xlsx or CSV',
  },
  archive: {
    fr: 'l’archive ne peut pas être ouverte ({reason}) : décompressez-la et importez le fichier qu’elle contient',
    nl: 'het archief kan niet geopend worden ({reason}): pak het uit en importeer het bestand dat erin zit',
    en: 'the archive cannot be opened ({reason}): unpack it and import the file inside',
  },
  'archive-large': {
    fr: 'l’archive contient plus qu’on n’en ouvre ({megabytes} Mo, {entries} fichiers) : choisissez moins de périodes ou de lieux à la source',
    nl: 'het archief bevat meer dan er geopend wordt ({megabytes} MB, {entries} bestanden): kies bij de bron minder periodes of plaatsen',
    en: 'the archive holds more than is opened ({megabytes} MB, {entries} files): choose fewer periods or places at the source',
  },
  'archive-twice': {
    fr: 'l’archive contient plusieurs fichiers nommés « {value} » : décompressez-la et importez celui que vous voulez',
    nl: 'het archief bevat meer dan één bestand “{value}”: pak het uit en importeer het juiste',
    en: 'the archive holds more than one file “{value}”: unpack it and import the one you want',
  },
  unanswered: {
    fr: '{question} Répondez par answer={key}:… ({values})',
    nl: '{question} Antwoord met answer={key}:… ({values})',
    en: '{question} Answer by answer={key}:… ({values})',
  },
  'answer-form': {
    fr: '« {value} » : écrivez question:réponse',
    nl: '“{value}”: schrijf vraag:antwoord',
    en: '“{value}”: write question:answer',
  },
  'place-list': {
    fr: 'les codes comme {value} ne sont pas des communes de la région : importez un fichier avec des codes NIS',
    nl: 'codes zoals {value} zijn geen gemeenten van het gewest: importeer een bestand met NIS-codes',
    en: 'codes such as {value} are no municipalities of the region: import a file with NIS codes',
  },
  digits: {
    fr: '« {value} » a plus de chiffres qu’on n’en peut garder : arrondissez-le à la source',
    nl: '“{value}” heeft meer cijfers dan er bewaard kunnen worden: rond af bij de bron',
    en: '“{value}” has more digits than can be kept: round it at the source',
  },
  'no-columns': {
    fr: 'aucune colonne ne contient {what} : vérifiez que la première ligne est l’en-tête',
    nl: 'geen enkele kolom bevat {what}: kijk na of de eerste regel de kop is',
    en: 'no column holds {what}: check that the first row is the header',
  },
  malformed: {
    fr: '{expected} attendu : téléchargez le fichier à nouveau ou signalez-le à la source',
    nl: '{expected} verwacht: download het bestand opnieuw of meld het aan de bron',
    en: '{expected} expected: download the file again or tell the source',
  },
  size: {
    fr: '{count} valeurs ou codes au lieu de {expected} : téléchargez le fichier à nouveau',
    nl: '{count} waarden of codes in plaats van {expected}: download het bestand opnieuw',
    en: '{count} values or codes instead of {expected}: download the file again',
  },
  'no-time': {
    fr: 'aucune dimension de temps : ajoutez-la à la source (TIME_PERIOD, ou le rôle « time » en JSON-stat)',
    nl: 'geen tijdsdimensie: voeg ze toe bij de bron (TIME_PERIOD, of de rol “time” in JSON-stat)',
    en: 'no time dimension: add it at the source (TIME_PERIOD, or the role “time” in JSON-stat)',
  },
  empty: {
    fr: 'aucune observation : le fichier doit en avoir au moins une, dans la région',
    nl: 'geen waarneming: het bestand moet er minstens één hebben, in het gewest',
    en: 'no observation: the file must have at least one, in the region',
  },
  large: {
    fr: 'plus de {count} observations : choisissez moins de périodes ou de lieux à la source',
    nl: 'meer dan {count} waarnemingen: kies bij de bron minder periodes of plaatsen',
    en: 'more than {count} observations: choose fewer periods or places at the source',
  },
  'dimensions-many': {
    fr: 'plus de {count} dimensions : choisissez-en moins à la source',
    nl: 'meer dan {count} dimensies: kies er minder bij de bron',
    en: 'more than {count} dimensions: choose fewer at the source',
  },
  'column-missing': {
    fr: 'la colonne manque : ajoutez-la à l’en-tête (period, value et, s’il le faut, municipality)',
    nl: 'de kolom ontbreekt: voeg ze toe aan de kop (period, value en zo nodig municipality)',
    en: 'the column is missing: add it to the header (period, value and, if need be, municipality)',
  },
  'column-unknown': {
    fr: 'colonne inconnue : retirez-la ; seules period, municipality et value sont lues',
    nl: 'onbekende kolom: verwijder ze; enkel period, municipality en value worden gelezen',
    en: 'unknown column: remove it; only period, municipality and value are read',
  },
  'column-twice': {
    fr: 'la colonne figure deux fois : gardez-en une',
    nl: 'de kolom staat er twee keer: hou er één',
    en: 'the column occurs twice: keep one',
  },
  cells: {
    fr: '{count} cellules au lieu de {expected} : avec une virgule décimale, séparez les colonnes par des points-virgules',
    nl: '{count} cellen in plaats van {expected}: scheid de kolommen met puntkomma’s als er decimale komma’s zijn',
    en: '{count} cells instead of {expected}: with decimal commas, separate columns by semicolons',
  },
  period: {
    fr: '« {value} » n’est pas une période : écrivez 2024, 2024-Q1, 2024-03 ou 2024-W09',
    nl: '“{value}” is geen periode: schrijf 2024, 2024-Q1, 2024-03 of 2024-W09',
    en: '“{value}” is no period: write 2024, 2024-Q1, 2024-03 or 2024-W09',
  },
  day: {
    fr: '« {value} » est un jour : dans un CSV, n’écrivez que des jours, qui s’additionnent alors par semaine, mois, trimestre ou année, ou que des périodes (2024-03)',
    nl: '“{value}” is een dag: schrijf in een CSV enkel dagen, die dan per week, maand, kwartaal of jaar opgeteld worden, of enkel periodes (2024-03)',
    en: '“{value}” is a day: in a CSV write days only, which are then added up by week, month, quarter or year, or periods only (2024-03)',
  },
  grain: {
    fr: '« {value} » n’est pas de la même durée que « {first} » : n’importez qu’une durée à la fois',
    nl: '“{value}” duurt niet even lang als “{first}”: importeer één duur tegelijk',
    en: '“{value}” is not as long as “{first}”: import one length at a time',
  },
  number: {
    fr: '« {value} » n’est pas un nombre : écrivez 1234,5 ou 1234.5',
    nl: '“{value}” is geen getal: schrijf 1234,5 of 1234.5',
    en: '“{value}” is no number: write 1234.5 or 1234,5',
  },
  missing: {
    fr: 'valeur manquante : complétez-la ou retirez la ligne',
    nl: 'waarde ontbreekt: vul ze in of verwijder de regel',
    en: 'value is missing: fill it in or remove the row',
  },
  place: {
    fr: '« {value} » n’est pas une commune de la région : écrivez son code NIS, ou rien pour toute la région',
    nl: '“{value}” is geen gemeente van het gewest: schrijf de NIS-code, of niets voor het hele gewest',
    en: '“{value}” is no municipality of the region: write its NIS code, or nothing for the whole region',
  },
  twice: {
    fr: 'même période et même lieu que {first} : gardez une seule observation',
    nl: 'zelfde periode en plaats als {first}: hou één waarneming',
    en: 'the same period and place as {first}: keep one observation',
  },
  deleted: {
    fr: 'l’action « {value} » retire ou inconnue : demandez à la source des observations complètes (I, R, A ou M)',
    nl: 'de actie “{value}” verwijdert of is onbekend: vraag de bron volledige waarnemingen (I, R, A of M)',
    en: 'the action “{value}” removes or is unknown: ask the source for whole observations (I, R, A or M)',
  },
  several: {
    fr: 'plusieurs codes ({values}) : choisissez-en un, par exemple where={dimension}:{first}',
    nl: 'meerdere codes ({values}): kies er één, bijvoorbeeld where={dimension}:{first}',
    en: 'several codes ({values}): choose one, for example where={dimension}:{first}',
  },
  'where-form': {
    fr: '« {value} » : écrivez dimension:code',
    nl: '“{value}”: schrijf dimensie:code',
    en: '“{value}”: write dimension:code',
  },
  'where-unknown': {
    fr: '« {value} » n’est pas dans le fichier : choisissez parmi {values}',
    nl: '“{value}” staat niet in het bestand: kies uit {values}',
    en: '“{value}” is not in the file: choose among {values}',
  },
} as const satisfies Record<string, Text>;
export type FaultCode = keyof typeof faults;

/** The sentence of a fault. */
export function sentenceOf({ code, params }: Fault, language: Language): string {
  return sentence(faults[code], language, params);
}
