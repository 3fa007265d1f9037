import type { Catalogue } from '../../client/texts.js';
import actions from '../../features/case/actions/texts.nl.json';
import caseTexts from '../../features/case/case-page/texts.nl.json';
import cases from '../../features/case/cases/texts.nl.json';
import common from '../../client/common/texts.nl.json';
import directory from '../../features/directory/texts.nl.json';
import dispatch from '../../features/case/dispatch/texts.nl.json';
import events from '../../features/case/case-page/timeline/texts.nl.json';
import inbox from '../../features/case/inbox/texts.nl.json';
import newCase from '../../features/case/new-case/texts.nl.json';
import ownFigures from '../../features/monitoring/own-figures/texts.nl.json';
import packs from '../../features/monitoring/packs/texts.nl.json';
import publicTexts from '../../features/monitoring/public/texts.nl.json';
import refer from '../../features/case/refer/texts.nl.json';
import sentence from '../../features/case/sentence/texts.nl.json';
import sharedFigures from '../../features/analysis/sharing/texts.nl.json';
import signIn from '../../features/people/sign-in/texts.nl.json';
import trends from '../../features/monitoring/trends/texts.nl.json';

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
