export * from './notes/index.js';
export { CaseReadRepository } from './case-read.repository.js';
export { CommandKeyRepository } from './command-key.repository.js';
export { ImportRepository, type NewImport } from './import.repository.js';
export { InboxRepository } from './inbox.repository.js';
export { replaceParties, type CasePartyRow } from './case-party.repository.js';
export { readStates, saveCases, type CaseReadRow } from './case-state.repository.js';
export { changeLines, type InboxLineKey, type InboxLineRow } from './inbox-line.repository.js';
export { ProjectionLoader, type CaseRows } from './loading.repository.js';
