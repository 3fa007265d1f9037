export * from './catalogue-view.js';
export * from './condition.js';
export * from './events.js';
export * from './saved.js';
export * from './workbench.js';
export * from './codes/index.js';
