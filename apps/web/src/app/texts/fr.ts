import type { Catalogue } from '../../client/texts.js';
import actions from '../../features/case/actions/texts.fr.json';
import caseTexts from '../../features/case/case-page/texts.fr.json';
import cases from '../../features/case/cases/texts.fr.json';
import common from '../../client/common/texts.fr.json';
import directory from '../../features/directory/texts.fr.json';
import dispatch from '../../features/case/dispatch/texts.fr.json';
import events from '../../features/case/case-page/timeline/texts.fr.json';
import inbox from '../../features/case/inbox/texts.fr.json';
import newCase from '../../features/case/new-case/texts.fr.json';
import ownFigures from '../../features/monitoring/own-figures/texts.fr.json';
import packs from '../../features/monitoring/packs/texts.fr.json';
import publicTexts from '../../features/monitoring/public/texts.fr.json';
import refer from '../../features/case/refer/texts.fr.json';
import sentence from '../../features/case/sentence/texts.fr.json';
import sharedFigures from '../../features/analysis/sharing/texts.fr.json';
import signIn from '../../features/people/sign-in/texts.fr.json';
import trends from '../../features/monitoring/trends/texts.fr.json';

/** The texts of this language that every room may need, by namespace. */
export const catalogue: Catalogue = {
  actions,
  case: caseTexts,
  cases,
  common,
  directory,
  dispatch,
  events,
  inbox,
  'new-case': newCase,
  'own-figures': ownFigures,
  packs,
  public: publicTexts,
  refer,
  sentence,
  'shared-figures': sharedFigures,
  'sign-in': signIn,
  trends,
};
