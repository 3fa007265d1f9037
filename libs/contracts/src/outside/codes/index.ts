export * from './flags.js';
export * from './limits.js';
