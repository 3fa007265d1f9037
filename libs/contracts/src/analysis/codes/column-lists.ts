import { sectorGroups, sectors, sizeBands, urgencies } from '../../case/codes/business.js';
import { caseOutcomes, dispatchReasons, reopenReasons } from '../../case/codes/case.js';
import type { CodeList } from '../../kernel/codes/code-list.js';
import { difficultyGroups } from '../../kernel/codes/help.js';
import {
  answers,
  declineChoices,
  declineReasons,
  holdReasons,
  recallReasons,
  referralOutcomes,
  referralStates,
} from '../../case/codes/referral.js';
import { dimensions, followUpResults } from '../../monitoring/codes/monitoring.js';
import { areas } from '../../kernel/codes/region.js';

/** Code lists under the name of the column that holds their codes, in the tables of the SQL workbench and in results of them. */
export const columnLists: Readonly<Record<string, CodeList<string>>> = {
  profession: dimensions.to,
  sender: dimensions.from,
  stage: dimensions.stage,
  difficulty: dimensions.difficulty,
  difficulty_group: difficultyGroups,
  sector: sectors,
  sector_group: sectorGroups,
  municipality: dimensions.municipality,
  area: areas,
  legal_form: dimensions['legal-form'],
  size_band: sizeBands,
  age_band: dimensions['age-band'],
  channel: dimensions.channel,
  urgency: urgencies,
  answer: answers,
  choice: declineChoices,
  decline_choice: declineChoices,
  decline_reason: declineReasons,
  state: referralStates,
  outcome: { ...caseOutcomes, ...referralOutcomes },
  reason: { ...dispatchReasons, ...holdReasons, ...recallReasons, ...reopenReasons, ...declineReasons },
  follow_up: followUpResults,
  time: dimensions.time,
};
