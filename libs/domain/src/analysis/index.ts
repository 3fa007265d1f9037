export { auditOutcomeOf } from './audit.js';
export { archivedOf, erases, type ArchivedEvent, type SubjectEvent } from './archived.js';
export { contextAfter, noContext, type ArchiveContext, type FactColumns, type ReferralColumns } from './context.js';
export * from './rows-changed.js';
