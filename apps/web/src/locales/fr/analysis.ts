import type { AnalysisCatalogue } from '../catalogue.js';
import analysisAudit from './analysis-audit.json';
import analysisEvents from './analysis-events.json';
import contracts from './contracts.json';
import workbench from './workbench.json';

/** Texts of the analysts' room in this language, by namespace. */
export const catalogue: AnalysisCatalogue = {
  'analysis-audit': analysisAudit,
  'analysis-events': analysisEvents,
  contracts,
  workbench,
};
