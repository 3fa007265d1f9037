export type { Contribution } from './contribution.js';
export { contributionsChanged, contributionsOf, type ContributionsChange } from './contributions.js';
