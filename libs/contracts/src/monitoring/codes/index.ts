export * from './counting-rule.js';
export * from './counting.js';
export * from './monitoring.js';
export * from './monitoring.names.js';
export * from './withdrawal.js';
