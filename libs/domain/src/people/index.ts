export * from './managing.js';
export * from './membership.js';
export * from './origin.js';
export * from './rights.js';
export * from './session.js';
export * from './unused.js';
