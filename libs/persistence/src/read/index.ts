export { CaseReadRepository, type CasePage, type Scope } from './case-read.repository.js';
export { Database, DatabaseAway, meansAway, type Sql } from './database.js';
export { DirectoryRepository } from './directory.repository.js';
export { FeedListener } from './feed-listener.repository.js';
export { FeedRepository, type FeedEnds, type FeedRow } from './feed.repository.js';
export { ImportRepository, type ImportConflict, type NewImport } from './import.repository.js';
export { InboxRepository, type InboxCounts, type InboxPage } from './inbox.repository.js';
export { SessionRepository } from './session.repository.js';
export { TrendRepository, type TrendRow } from './trend.repository.js';
