export * from './analysis/analytics/index.js';
export { createDataSource, optionsFrom } from './kernel/data-source.js';
export { channels, locks } from './kernel/locks.js';
export { migrate } from './kernel/migration.repository.js';
export * from './case/notes/index.js';
export * from './read/index.js';
export * from './write/index.js';
