export { auditOutcomeOf } from './audit.js';
export { archivedOf, type ArchivedEvent } from './archived.js';
export { contextAfter, noContext, type ArchiveContext } from './context.js';
export * from './rows-changed.js';
