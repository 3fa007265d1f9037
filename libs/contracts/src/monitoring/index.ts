export * from './codes/index.js';
export * from './monitoring.js';
export * from './packs.js';
export { CubeName, Dimension, ExactCubeName } from './monitoring.js';
export * from './shared-figures.js';
export * from './withdrawals.js';
