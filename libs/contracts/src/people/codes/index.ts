export * from './audit.js';
export * from './flow.js';
export * from './person-name.js';
export * from './roles.js';
export * from './sign-in.js';
