export type { CountedFact } from './counted-fact.js';
export { factsChanged, factsCounted, type FactsChange } from './facts-counted.js';
