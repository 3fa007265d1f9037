export { columnTypes } from './columns.js';
export { layout } from './layout.js';
export * from './query/index.js';
