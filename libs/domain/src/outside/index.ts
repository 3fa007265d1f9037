export * from './days.js';
export * from './flags.js';
export * from './numbers.js';
export * from './periods.js';
export * from './places.js';
