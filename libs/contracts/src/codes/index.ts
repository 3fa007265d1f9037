export * from './business.js';
export * from './case.js';
export * from './code-list.js';
export * from './directory.js';
export * from './help.js';
export * from './import-columns.js';
export * from './referral.js';
export * from './region.js';
