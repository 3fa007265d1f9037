export { AuditRepository, type AuditRecord } from './audit.repository.js';
export { eraseArchived, insertArchived, type ArchivedRow } from './archive-event.repository.js';
export * from './archive-file.repository.js';
export { areMeasuresDue, readMeasureLines } from './archive-measures.repository.js';
export * from './archive-place.repository.js';
export {
  readArchiveSubjects,
  saveArchiveSubjects,
  type ArchiveSubject,
  type SubjectKey,
} from './archive-subject.repository.js';
export { replaceParties, type CasePartyRow } from './case-party.repository.js';
export { readStates, saveCases, type CaseReadRow } from './case-state.repository.js';
export * from './dead-letter.repository.js';
export * from './epoch.repository.js';
export { insertEvents, readSequences, type EventLogRow } from './event-log.repository.js';
export { appendToFeed, type FeedEntry } from './feed-writer.repository.js';
export { changeLines, type InboxLineKey, type InboxLineRow } from './inbox-line.repository.js';
export { ProjectionLoader, type CaseRows } from './loading.repository.js';
export { addToMeasures, type MeasureChange } from './measure-week.repository.js';
export * from './offset.repository.js';
export * from './outbox.repository.js';
export { OutboxLead } from './outbox-lead.repository.js';
export { park, readParked, unpark, unparkAll, type ParkedRow } from './parked.repository.js';
export { ProcessRepository } from './process.repository.js';
export { countWaiting, type Waiting } from './progress.repository.js';
export type { ProjectionName } from './projection-name.js';
export * from './rebuild.repository.js';
