export * from './business.js';
export * from './case.js';
export * from './import-columns.js';
export * from './inbox.js';
export * from './limits.js';
export * from './referral.js';
export * from './standard-policy.js';
