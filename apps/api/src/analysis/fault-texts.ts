import type { Fault, FaultReason } from '#archive';
import type { RunFault } from '#contracts/analysis';
import type { Language, Text } from '#contracts/kernel/codes';
import { fill } from '../kernel/problems/wording.js';

const tables = 'events, cases, referrals, measures, labels, working_days';

/** What to do instead, for each reason why there is no result. */
const texts: Readonly<Record<FaultReason | 'behind', Text>> = {
  'not-a-select': {
    fr: 'Seule une requête SELECT peut être exécutée ici ; rien ne peut être changé, chargé ou écrit. Au lieu de PIVOT, écrivez count(*) FILTER (WHERE …) pour chaque colonne.',
    nl: 'Hier kan alleen een SELECT worden uitgevoerd; niets kan worden gewijzigd, geladen of geschreven. Schrijf in plaats van PIVOT per kolom count(*) FILTER (WHERE …).',
    en: 'Only a SELECT can be run here; nothing can be changed, loaded or written. Instead of PIVOT write count(*) FILTER (WHERE …) for each column.',
  },
  'several-statements': {
    fr: 'Écrivez exactement une requête SELECT, sans point-virgule au milieu.',
    nl: 'Schrijf precies één SELECT, zonder puntkomma in het midden.',
    en: 'Write exactly one SELECT, without a semicolon in the middle.',
  },
  'unusual-text': {
    fr: 'Le texte contient des signes qui ne peuvent pas être lus sans ambiguïté (caractère nul, parenthèse ou commentaire non fermé). Retirez-les.',
    nl: 'De tekst bevat tekens die niet eenduidig te lezen zijn (nulteken, haakje of commentaar dat niet sluit). Haal ze weg.',
    en: 'The text has signs that cannot be read in one way only (a zero character, a parenthesis or comment that does not close). Remove them.',
  },
  table: {
    fr: `« {name} » n’est pas une table d’ici, et les fichiers ne peuvent pas être lus. Les tables : ${tables}.`,
    nl: `“{name}” is hier geen tabel, en bestanden kunnen niet gelezen worden. De tabellen: ${tables}.`,
    en: `“{name}” is no table here, and files cannot be read. The tables: ${tables}.`,
  },
  taken: {
    fr: '« {name} » est déjà le nom de quelque chose d’autre dans le moteur. Donnez un autre nom à cette partie de la requête.',
    nl: '“{name}” is in de engine al de naam van iets anders. Geef dit deel van de query een andere naam.',
    en: '“{name}” is already the name of something else in the engine. Give this part of the query another name.',
  },
  qualified: {
    fr: 'Écrivez « {name} » sans le nom d’un schéma ou d’un catalogue devant.',
    nl: 'Schrijf “{name}” zonder de naam van een schema of catalogus ervoor.',
    en: 'Write “{name}” without the name of a schema or catalogue before it.',
  },
  function: {
    fr: 'La fonction « {name} » n’est pas permise ici : elle n’existe pas, ou atteindrait des fichiers, des réglages ou l’environnement. Les fonctions sur les valeurs, le texte, le temps, les listes et le JSON sont permises.',
    nl: 'De functie “{name}” mag hier niet: ze bestaat niet, of zou bij bestanden, instellingen of de omgeving komen. Functies op waarden, tekst, tijd, lijsten en JSON mogen.',
    en: 'The function “{name}” is not allowed here: it does not exist, or would reach files, settings or the environment. Functions of values, text, time, lists and JSON are allowed.',
  },
  construct: {
    fr: 'Ceci ne peut pas être utilisé ici : {name}. Les colonnes des tables sont décrites à côté de l’éditeur.',
    nl: 'Dit kan hier niet gebruikt worden: {name}. De kolommen van de tabellen staan naast de editor beschreven.',
    en: 'This cannot be used here: {name}. The columns of the tables are described beside the editor.',
  },
  'numbered-parameter': {
    fr: 'Donnez un nom en minuscules au paramètre, par exemple $profession, au lieu de « ? » ou « $1 ».',
    nl: 'Geef de parameter een naam in kleine letters, bijvoorbeeld $profession, in plaats van “?” of “$1”.',
    en: 'Give the parameter a name in lower case, for example $profession, instead of “?” or “$1”.',
  },
  'parameter-missing': {
    fr: 'Donnez une valeur au paramètre ${name}.',
    nl: 'Geef de parameter ${name} een waarde.',
    en: 'Give the parameter ${name} a value.',
  },
  'too-deep': {
    fr: 'La requête est trop imbriquée. Découpez-la en parties avec WITH.',
    nl: 'De query is te diep genest. Verdeel ze in delen met WITH.',
    en: 'The query is nested too deeply. Divide it into parts with WITH.',
  },
  outside: {
    fr: 'La requête a voulu atteindre un fichier, le réseau ou un réglage ; seules les tables peuvent l’être : {tables}.',
    nl: 'De query wilde bij een bestand, het netwerk of een instelling; alleen de tabellen zijn bereikbaar: {tables}.',
    en: 'The query tried to reach a file, the network or a setting; only the tables can be reached: {tables}.',
  },
  wrong: {
    fr: 'La requête ne peut pas être exécutée. DuckDB dit : {detail}',
    nl: 'De query kan niet worden uitgevoerd. DuckDB zegt: {detail}',
    en: 'The query cannot be run. DuckDB says: {detail}',
  },
  memory: {
    fr: 'La requête demande plus de mémoire qu’il n’y en a ; il n’y a pas de résultat. Filtrez plus tôt, regroupez, ou triez moins de lignes.',
    nl: 'De query vraagt meer geheugen dan er is; er is geen resultaat. Filter vroeger, groepeer, of sorteer minder rijen.',
    en: 'The query needs more memory than there is; there is no result. Filter earlier, group, or sort fewer rows.',
  },
  time: {
    fr: 'La requête a pris trop de temps et a été arrêtée ; il n’y a pas de résultat. Réduisez la période, ou vérifiez les conditions des jointures.',
    nl: 'De query duurde te lang en werd gestopt; er is geen resultaat. Kies een kortere periode, of kijk de voorwaarden van de joins na.',
    en: 'The query took too long and was stopped; there is no result. Narrow the time, or check the conditions of joins.',
  },
  size: {
    fr: 'Le fichier deviendrait trop grand ; il n’a pas été fait. Exportez une période plus courte ou moins de colonnes.',
    nl: 'Het bestand zou te groot worden; het werd niet gemaakt. Exporteer een kortere periode of minder kolommen.',
    en: 'The file would become too large; it was not made. Export a shorter time or fewer columns.',
  },
  stopped: { fr: 'Arrêté.', nl: 'Gestopt.', en: 'Stopped.' },
  busy: {
    fr: 'Trop de vos requêtes attendent déjà leur tour. Réessayez quand l’une d’elles est terminée.',
    nl: 'Er wachten al te veel van uw query’s op hun beurt. Probeer het opnieuw wanneer er een klaar is.',
    en: 'Too many of your queries wait for their turn already. Try again when one of them has ended.',
  },
  failed: {
    fr: 'La requête a échoué ; il n’y a pas de résultat. Réessayez, et signalez-le si cela se répète.',
    nl: 'De query is mislukt; er is geen resultaat. Probeer het opnieuw, en meld het als het zich herhaalt.',
    en: 'The query failed; there is no result. Try again, and report it if it happens again.',
  },
  behind: {
    fr: 'L’archive n’a pas encore tout classé ce qui est arrivé (jusqu’au {until}) ; le fichier serait incomplet et n’a pas été fait. Réessayez dans un moment.',
    nl: 'Het archief heeft nog niet alles geordend wat binnenkwam (tot {until}); het bestand zou onvolledig zijn en werd niet gemaakt. Probeer het zo meteen opnieuw.',
    en: 'The archive has not yet filed all that came in (it holds it until {until}); the file would be incomplete and was not made. Try again in a moment.',
  },
};

/** A fault in the words of a language. */
export function wordFault({ code, reason, name, detail, position }: Fault, language: Language): RunFault {
  return { code, text: fill(texts[reason], language, { name, detail, tables }), position };
}

/** The fault of an archive whose files do not hold all that came in. */
export function behindFault(until: string | null, language: Language): RunFault {
  return { code: 'failed', text: fill(texts.behind, language, { until: until ?? '–' }), position: null };
}
