import type actions from '../features/case/actions/texts.fr.json';
import type analysisAudit from '../features/analysis/audit/texts.fr.json';
import type analysisEvents from '../features/analysis/events/texts.fr.json';
import type caseTexts from '../features/case/case-page/texts.fr.json';
import type cases from '../features/case/cases/texts.fr.json';
import type common from './common/texts.fr.json';
import type contracts from '../features/analysis/contracts/texts.fr.json';
import type directory from '../features/directory/texts.fr.json';
import type dispatch from '../features/case/dispatch/texts.fr.json';
import type events from '../features/case/case-page/timeline/texts.fr.json';
import type inbox from '../features/case/inbox/texts.fr.json';
import type newCase from '../features/case/new-case/texts.fr.json';
import type operations from '../features/operations/texts.fr.json';
import type ownFigures from '../features/monitoring/own-figures/texts.fr.json';
import type packs from '../features/monitoring/packs/texts.fr.json';
import type outside from '../features/outside/texts.fr.json';
import type publicTexts from '../features/monitoring/public/texts.fr.json';
import type refer from '../features/case/refer/texts.fr.json';
import type sentence from '../features/case/sentence/texts.fr.json';
import type sharedFigures from '../features/analysis/sharing/texts.fr.json';
import type signIn from '../features/people/sign-in/texts.fr.json';
import type trends from '../features/monitoring/trends/texts.fr.json';
import type workbench from '../features/analysis/workbench/texts.fr.json';

/** The texts of one language by namespace; the French catalogue gives the keys. */
export type Catalogue = {
  actions: typeof actions;
  case: typeof caseTexts;
  cases: typeof cases;
  common: typeof common;
  directory: typeof directory;
  dispatch: typeof dispatch;
  events: typeof events;
  inbox: typeof inbox;
  'new-case': typeof newCase;
  'own-figures': typeof ownFigures;
  packs: typeof packs;
  public: typeof publicTexts;
  refer: typeof refer;
  sentence: typeof sentence;
  'shared-figures': typeof sharedFigures;
  'sign-in': typeof signIn;
  trends: typeof trends;
};

/** Texts that only the pages of analysts need; they are fetched with the first of these pages. */
export type AnalysisCatalogue = {
  'analysis-audit': typeof analysisAudit;
  'analysis-events': typeof analysisEvents;
  contracts: typeof contracts;
  workbench: typeof workbench;
};

/** Texts that only the page of the person on duty needs. */
export type SystemCatalogue = { operations: typeof operations };

/** Texts that only the room of others' public data needs. */
export type OutsideCatalogue = { outside: typeof outside };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Catalogue & AnalysisCatalogue & SystemCatalogue & OutsideCatalogue;
  }
}
