export * from './capacities.js';
