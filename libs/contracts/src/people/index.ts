export * from './codes/index.js';
export * from './people.js';
export * from './providers.js';
export { Role } from './people.js';
