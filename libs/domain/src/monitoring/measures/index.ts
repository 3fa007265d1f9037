export type { Contribution } from './contribution.js';
export { contributionsChanged, contributionsOf } from './contributions.js';
