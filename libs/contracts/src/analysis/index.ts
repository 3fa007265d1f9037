export * from './condition.js';
export * from './events.js';
export * from './saved.js';
export * from './workbench.js';
