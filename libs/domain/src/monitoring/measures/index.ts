export { senderOf } from './chain.js';
export type { CountedFact } from './contribution.js';
export { factsChanged, factsCounted, type FactsChange } from './contributions.js';
