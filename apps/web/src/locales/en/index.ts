import type { Catalogue } from '../catalogue.js';
import actions from './actions.json';
import analysisAudit from './analysis-audit.json';
import analysisEvents from './analysis-events.json';
import caseTexts from './case.json';
import cases from './cases.json';
import common from './common.json';
import contracts from './contracts.json';
import directory from './directory.json';
import dispatch from './dispatch.json';
import events from './events.json';
import inbox from './inbox.json';
import newCase from './new-case.json';
import operations from './operations.json';
import ownFigures from './own-figures.json';
import packs from './packs.json';
import outside from './outside.json';
import publicTexts from './public.json';
import refer from './refer.json';
import sentence from './sentence.json';
import signIn from './sign-in.json';
import trends from './trends.json';
import workbench from './workbench.json';

/** All texts of this language, by namespace. */
export const catalogue: Catalogue = {
  actions,
  'analysis-audit': analysisAudit,
  'analysis-events': analysisEvents,
  case: caseTexts,
  cases,
  common,
  contracts,
  directory,
  dispatch,
  events,
  inbox,
  'new-case': newCase,
  operations,
  'own-figures': ownFigures,
  packs,
  outside,
  public: publicTexts,
  refer,
  sentence,
  'sign-in': signIn,
  trends,
  workbench,
};
