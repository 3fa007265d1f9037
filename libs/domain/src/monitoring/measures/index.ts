export type { CountedFact } from './counted-fact.js';
export { factsChanged, factsCounted } from './facts-counted.js';
