export * from './analytics/index.js';
export { ArchiveEventRepository, TooSlow } from './archive-event.repository.js';
export { ArchiveStateRepository } from './archive-state.repository.js';
export { AnalysisRepository, type StoredExport } from './analysis.repository.js';
export { ArchiveFileRepository } from './archive-file.repository.js';
export { SampleRepository } from './sample.repository.js';
export { SavedRepository, type StoredSaved } from './saved.repository.js';
export { AuditRepository } from './audit.repository.js';
export { eraseArchived, insertArchived, type ArchivedRow } from './archive-taking.repository.js';
export * from './archive-filing.repository.js';
export * from './archive-rows.repository.js';
export { areMeasuresDue, readMeasureLines } from './archive-measures.repository.js';
export * from './archive-place.repository.js';
export {
  readArchiveSubjects,
  saveArchiveSubjects,
  type ArchiveSubject,
  type SubjectKey,
} from './archive-subject.repository.js';
export { removeAnalysisRows, saveAnalysisRows } from './analysis-row.repository.js';
