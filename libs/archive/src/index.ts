export { columnTypes } from './columns.js';
export { layout } from './layout.js';
