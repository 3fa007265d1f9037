import type { Text } from '../../kernel/codes/code-list.js';
import { smallestDenominator, type CountingRule } from './counting-rule.js';

const ownCases: Text = {
  fr: 'Le dossier reste dans la semaine de sa première ouverture ; si ses faits sont corrigés, il change de case, mais pas de semaine.',
  nl: 'Het dossier blijft in de week van zijn eerste opening; worden zijn feiten verbeterd, dan verandert het van vakje, niet van week.',
  en: 'The case stays in the week of its first opening; when its facts are corrected it changes its cell, not its week.',
};

/** How figures about cases are counted. */
export const caseMeasures = {
  inflow: {
    label: { fr: 'Nouveaux dossiers', nl: 'Nieuwe dossiers', en: 'New cases' },
    cubes: ['opened', 'reopened'],
    numerator: {
      fr: 'Les dossiers ouverts dans la période, chacun une fois, selon leurs faits les plus récents ; d’avant Relais, seuls ceux qui étaient clôturés lors de leur importation.',
      nl: 'De dossiers die in de periode geopend werden, elk één keer, volgens hun laatste feiten; van vóór Relais alleen die welke bij hun import afgesloten waren.',
      en: 'Cases opened in the period, each once, under their latest facts; of those from before Relais only the ones that were closed when they were imported.',
    },
    reopened: {
      fr: 'Un dossier rouvert n’est pas un nouveau dossier ; il est compté à part comme réouverture.',
      nl: 'Een heropend dossier is geen nieuw dossier; het wordt apart als heropening geteld.',
      en: 'A reopened case is not a new case; it is counted apart as a reopening.',
    },
  },
  stock: {
    label: { fr: 'Dossiers ouverts', nl: 'Open dossiers', en: 'Open cases' },
    cubes: ['opened', 'reopened', 'closed'],
    numerator: {
      fr: 'Tout ce qui a été ouvert et rouvert, moins tout ce qui a été clôturé, jusqu’à la fin de la période.',
      nl: 'Alles wat geopend en heropend werd, min alles wat afgesloten werd, tot het einde van de periode.',
      en: 'All that was opened and reopened less all that was closed, up to the end of the period.',
    },
    reopened: {
      fr: 'Un dossier rouvert est de nouveau ouvert.',
      nl: 'Een heropend dossier is opnieuw open.',
      en: 'A reopened case is open again.',
    },
  },
  outflow: {
    label: { fr: 'Dossiers clôturés', nl: 'Afgesloten dossiers', en: 'Closed cases' },
    cubes: ['closed'],
    numerator: {
      fr: 'Les clôtures de la période, selon leur résultat, y compris après un retrait de l’accord ; pour un dossier d’avant Relais, celle qui l’a fait entrer dans l’historique importé, qui s’arrête au jour de l’importation.',
      nl: 'De afsluitingen van de periode, volgens hun resultaat, ook na een ingetrokken toestemming; voor een dossier van vóór Relais de afsluiting waarmee het in de geïmporteerde historiek kwam, die op de dag van de import eindigt.',
      en: 'Closings in the period, by their outcome, those after a withdrawal of consent included; of a case from before Relais the one that brought it into imported history, which ends with the day of the import.',
    },
    reopened: {
      fr: 'La clôture reste comptée ; si le dossier rouvert est clôturé à nouveau, c’est une clôture de plus.',
      nl: 'De afsluiting blijft geteld; wordt het heropende dossier opnieuw afgesloten, dan is dat er een meer.',
      en: 'The closing stays counted; when the reopened case is closed again, that is one closing more.',
    },
  },
  'main-difficulty': {
    label: { fr: 'Difficulté principale', nl: 'Voornaamste moeilijkheid', en: 'Main difficulty' },
    cubes: ['opened'],
    numerator: {
      fr: 'Les nouveaux dossiers selon la première difficulté de leur liste : chaque dossier compte une fois.',
      nl: 'De nieuwe dossiers volgens de eerste moeilijkheid van hun lijst: elk dossier telt één keer.',
      en: 'New cases by the first difficulty of their list: each case counts once.',
    },
    denominator: {
      fr: 'Pour une part : tous les nouveaux dossiers de la période.',
      nl: 'Voor een aandeel: alle nieuwe dossiers van de periode.',
      en: 'For a share: all new cases of the period.',
    },
    reopened: ownCases,
    smallest: smallestDenominator,
  },
  mentions: {
    label: { fr: 'Difficultés mentionnées', nl: 'Vermelde moeilijkheden', en: 'Difficulties mentioned' },
    cubes: ['mentions', 'opened'],
    numerator: {
      fr: 'Les nouveaux dossiers qui mentionnent la difficulté ; un dossier compte une fois par difficulté, les parts dépassent donc 100 % ensemble.',
      nl: 'De nieuwe dossiers die de moeilijkheid vermelden; een dossier telt één keer per moeilijkheid, samen zijn de aandelen dus meer dan 100 %.',
      en: 'New cases that mention the difficulty; a case counts once per difficulty, so shares add up to more than 100%.',
    },
    denominator: {
      fr: 'Pour une part : tous les nouveaux dossiers de la période.',
      nl: 'Voor een aandeel: alle nieuwe dossiers van de periode.',
      en: 'For a share: all new cases of the period.',
    },
    reopened: ownCases,
    smallest: smallestDenominator,
  },
  'unmet-need': {
    label: { fr: 'Besoin sans réponse', nl: 'Onbeantwoorde nood', en: 'Unmet need' },
    cubes: ['unmet'],
    numerator: {
      fr: 'Chaque fois que la coordination constate qu’aucun service ne peut prendre le dossier ; pour un dossier d’avant Relais, lorsque des services ont répondu et qu’aucun n’a accepté.',
      nl: 'Telkens wanneer de coördinatie vaststelt dat geen dienst het dossier kan opnemen; voor een dossier van vóór Relais, wanneer diensten antwoordden en geen enkele aanvaardde.',
      en: 'Each time the coordinators find that no service can take the case; for a case from before Relais, when services answered and none accepted.',
    },
    reopened: {
      fr: 'Un dossier peut compter plusieurs fois, une fois par recherche restée vaine.',
      nl: 'Een dossier kan meermaals tellen, één keer per vergeefse zoektocht.',
      en: 'A case may count several times, once for each search in vain.',
    },
  },
  'follow-up': {
    label: { fr: 'Suivi après clôture', nl: 'Opvolging na afsluiting', en: 'Follow-up after closing' },
    cubes: ['followed-up'],
    numerator: {
      fr: 'Les suivis à 6 et 12 mois enregistrés ou manqués dans la période, selon la situation de l’entreprise.',
      nl: 'De opvolgingen na 6 en 12 maanden die in de periode vastgelegd of gemist werden, volgens de toestand van de onderneming.',
      en: 'Follow-ups after 6 and 12 months that were recorded or missed in the period, by how the business stands.',
    },
    denominator: {
      fr: 'Tous les suivis de la période, manqués compris.',
      nl: 'Alle opvolgingen van de periode, ook de gemiste.',
      en: 'All follow-ups of the period, missed ones included.',
    },
    reopened: {
      fr: 'Ce qui a été suivi avant la réouverture reste compté ; une nouvelle clôture prévoit de nouveaux suivis.',
      nl: 'Wat voor de heropening opgevolgd werd, blijft geteld; een nieuwe afsluiting plant nieuwe opvolgingen.',
      en: 'What was followed up before reopening stays counted; a new closing plans new follow-ups.',
    },
    smallest: smallestDenominator,
  },
} as const satisfies Record<string, CountingRule>;
