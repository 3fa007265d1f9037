import type actions from './fr/actions.json';
import type analysisAudit from './fr/analysis-audit.json';
import type analysisEvents from './fr/analysis-events.json';
import type caseTexts from './fr/case.json';
import type cases from './fr/cases.json';
import type common from './fr/common.json';
import type contracts from './fr/contracts.json';
import type directory from './fr/directory.json';
import type dispatch from './fr/dispatch.json';
import type events from './fr/events.json';
import type inbox from './fr/inbox.json';
import type newCase from './fr/new-case.json';
import type operations from './fr/operations.json';
import type ownFigures from './fr/own-figures.json';
import type packs from './fr/packs.json';
import type outside from './fr/outside.json';
import type publicTexts from './fr/public.json';
import type refer from './fr/refer.json';
import type sentence from './fr/sentence.json';
import type sharedFigures from './fr/shared-figures.json';
import type signIn from './fr/sign-in.json';
import type trends from './fr/trends.json';
import type workbench from './fr/workbench.json';

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
  outside: typeof outside;
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

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Catalogue & AnalysisCatalogue & SystemCatalogue;
  }
}
