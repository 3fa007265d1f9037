import type { Catalogue } from '../catalogue.js';
import actions from './actions.json';
import caseTexts from './case.json';
import cases from './cases.json';
import common from './common.json';
import directory from './directory.json';
import dispatch from './dispatch.json';
import events from './events.json';
import inbox from './inbox.json';
import newCase from './new-case.json';
import ownFigures from './own-figures.json';
import packs from './packs.json';
import outside from './outside.json';
import publicTexts from './public.json';
import refer from './refer.json';
import sentence from './sentence.json';
import sharedFigures from './shared-figures.json';
import signIn from './sign-in.json';
import trends from './trends.json';

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
  outside,
  public: publicTexts,
  refer,
  sentence,
  'shared-figures': sharedFigures,
  'sign-in': signIn,
  trends,
};
