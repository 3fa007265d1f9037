export * from './codes/index.js';
export * from './people.js';
export { Role } from './people.js';
export * from './sign-in.js';
