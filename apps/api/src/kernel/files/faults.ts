import type { Text } from '#contracts/kernel/codes';

/** What can be wrong with any file of rows, and what to do. */
export const fileFaults = {
  encoding: {
    fr: 'le fichier n’est pas en UTF-8 : enregistrez-le en UTF-8',
    nl: 'de letters van het bestand zijn onleesbaar: bewaar het als UTF-8',
    en: 'the letters of the file cannot be read: save it as UTF-8',
  },
  csv: {
    fr: 'CSV illisible ({reason}) : vérifiez les guillemets de cette ligne',
    nl: 'onleesbare CSV ({reason}): kijk de aanhalingstekens van deze regel na',
    en: 'unreadable CSV ({reason}): check the quotes of this row',
  },
  'row-long': {
    fr: 'ligne de plus de {count} caractères : vérifiez qu’aucun guillemet ne manque',
    nl: 'regel van meer dan {count} tekens: kijk na of er geen aanhalingsteken ontbreekt',
    en: 'a row of more than {count} characters: check that no quote is missing',
  },
  long: {
    fr: 'plus de {count} caractères : raccourcissez cette cellule',
    nl: 'meer dan {count} tekens: kort deze cel in',
    en: 'more than {count} characters: shorten this cell',
  },
  'columns-many': {
    fr: 'plus de {count} colonnes : ne gardez que celles qui sont demandées',
    nl: 'meer dan {count} kolommen: hou enkel de gevraagde kolommen',
    en: 'more than {count} columns: keep only those that are asked for',
  },
  'rows-many': {
    fr: 'plus de {count} lignes : divisez le fichier en plusieurs',
    nl: 'meer dan {count} regels: splits het bestand op',
    en: 'more than {count} rows: split the file into several',
  },
  stopped: {
    fr: 'la lecture s’arrête ici, après {count} erreurs : corrigez-les, puis importez à nouveau',
    nl: 'het lezen stopt hier, na {count} fouten: verbeter ze en importeer opnieuw',
    en: 'reading stops here, after {count} errors: correct them, then import again',
  },
} as const satisfies Record<string, Text>;
