export * from './codes/index.js';
export * from './members.js';
export * from './own-data.js';
export * from './passkeys.js';
export * from './people.js';
export * from './sign-in.js';
export * from './trail.js';
export * from './providers.js';
export { Role } from './people.js';
