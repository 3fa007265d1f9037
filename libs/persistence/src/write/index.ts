export { AuditRepository, type AuditRecord } from '../analysis/audit.repository.js';
export { eraseArchived, insertArchived, type ArchivedRow } from '../analysis/archive-taking.repository.js';
export * from '../analysis/archive-filing.repository.js';
export { areMeasuresDue, readMeasureLines } from '../analysis/archive-measures.repository.js';
export * from '../analysis/archive-place.repository.js';
export {
  readArchiveSubjects,
  saveArchiveSubjects,
  type ArchiveSubject,
  type SubjectKey,
} from '../analysis/archive-subject.repository.js';
export { replaceParties, type CasePartyRow } from '../case/case-party.repository.js';
export { readStates, saveCases, type CaseReadRow } from '../case/case-state.repository.js';
export * from '../operations/dead-letter.repository.js';
export * from '../monitoring/epoch-closing.repository.js';
export { insertEvents, readSequences, type EventLogRow } from '../kernel/event-log.repository.js';
export { appendToFeed, type FeedEntry } from '../kernel/feed-writer.repository.js';
export { changeLines, type InboxLineKey, type InboxLineRow } from '../case/inbox-line.repository.js';
export { ProjectionLoader, type CaseRows } from '../case/loading.repository.js';
export { addToMeasures, type MeasureChange } from '../monitoring/measure-week.repository.js';
export * from '../kernel/offset.repository.js';
export * from '../kernel/outbox.repository.js';
export { OutboxLead } from '../kernel/outbox-lead.repository.js';
export { park, readParked, unpark, unparkAll, type ParkedRow } from '../kernel/parked.repository.js';
export { ProcessRepository } from '../operations/process.repository.js';
export { countWaiting, type Waiting } from '../operations/progress.repository.js';
export type { ProjectionName } from '../kernel/projection-name.js';
export * from '../kernel/rebuild.repository.js';
