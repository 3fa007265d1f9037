export * from './membership.js';
export * from './rights.js';
