export * from './analytics/index.js';
export { createDataSource, optionsFrom } from './data-source.js';
export * from './entities/index.js';
export { channels, locks } from './locks.js';
export { migrate } from './migration.repository.js';
export * from './notes/index.js';
export * from './read/index.js';
export * from './write/index.js';
