export * from './column-lists.js';
export * from './event-columns.js';
export * from './exact-number.js';
export * from './row-columns.js';
