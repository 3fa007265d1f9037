import type { Catalogue } from '../../client/texts.js';
import actions from '../../features/case/actions/texts.en.json';
import caseTexts from '../../features/case/case-page/texts.en.json';
import cases from '../../features/case/cases/texts.en.json';
import common from '../../client/common/texts.en.json';
import directory from '../../features/directory/texts.en.json';
import dispatch from '../../features/case/dispatch/texts.en.json';
import events from '../../features/case/case-page/timeline/texts.en.json';
import inbox from '../../features/case/inbox/texts.en.json';
import newCase from '../../features/case/new-case/texts.en.json';
import ownFigures from '../../features/monitoring/own-figures/texts.en.json';
import packs from '../../features/monitoring/packs/texts.en.json';
import publicTexts from '../../features/monitoring/public/texts.en.json';
import refer from '../../features/case/refer/texts.en.json';
import sentence from '../../features/case/sentence/texts.en.json';
import sharedFigures from '../../features/analysis/sharing/texts.en.json';
import signIn from '../../features/people/sign-in/texts.en.json';
import trends from '../../features/monitoring/trends/texts.en.json';

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
