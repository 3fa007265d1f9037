import type { AnalysisCatalogue } from '../../client/texts.js';
import analysisAudit from '../../features/analysis/audit/texts.nl.json';
import analysisEvents from '../../features/analysis/events/texts.nl.json';
import contracts from '../../features/analysis/contracts/texts.nl.json';
import workbench from '../../features/analysis/workbench/texts.nl.json';

/** Texts of the analysts' room in this language, by namespace. */
export const catalogue: AnalysisCatalogue = {
  'analysis-audit': analysisAudit,
  'analysis-events': analysisEvents,
  contracts,
  workbench,
};
