export * from './outside.js';
