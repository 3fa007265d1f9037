export * from './audit.js';
export * from './roles.js';
export * from './sign-in.js';
