export * from './codes/index.js';
export * from './directory.js';
