export * from './codes/index.js';
export * from './members.js';
export * from './people.js';
export { Role } from './people.js';
