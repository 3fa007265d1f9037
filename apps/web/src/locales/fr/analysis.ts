import type { AnalysisCatalogue } from '../catalogue.js';
import analysisEvents from './analysis-events.json';

/** Texts of the analysts' room in this language, by namespace. */
export const catalogue: AnalysisCatalogue = {
  'analysis-events': analysisEvents,
};
