export { columnTypes, rowTypes, type RowTable } from './columns.js';
export * from './filing/index.js';
export { layout } from './layout.js';
export * from './query/index.js';
