import type { AnalysisCatalogue } from '../../client/texts.js';
import analysisAudit from '../../features/analysis/audit/texts.fr.json';
import analysisEvents from '../../features/analysis/events/texts.fr.json';
import contracts from '../../features/analysis/contracts/texts.fr.json';
import workbench from '../../features/analysis/workbench/texts.fr.json';

/** Texts of the analysts' room in this language, by namespace. */
export const catalogue: AnalysisCatalogue = {
  'analysis-audit': analysisAudit,
  'analysis-events': analysisEvents,
  contracts,
  workbench,
};
