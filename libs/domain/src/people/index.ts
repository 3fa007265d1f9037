export * from './membership.js';
export * from './origin.js';
export * from './rights.js';
export * from './second-factor.js';
export * from './session.js';
export * from './sign-in-code.js';
