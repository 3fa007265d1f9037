export * from './code-list.js';
export * from './help.js';
export * from './labels.js';
export * from './origins.js';
export * from './privacy.js';
export * from './region.js';
export * from './spreadsheet.js';
export * from './streams.js';
