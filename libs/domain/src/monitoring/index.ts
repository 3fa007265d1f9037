export { noiseOf, verdictsOf, type Verdict } from './chance.js';
export * from './figures.js';
export { mayRemoveShared, mayWithdraw } from './sharing.js';
export { readSeries, type Limits } from './signals.js';
export * from './measures/index.js';
export { keyFiguresOf, type KeyFigure } from './key-figures.js';
export { standingOut } from './leads.js';
export { ratesOf } from './rates.js';
