export { type Account, AccountRepository } from './account.repository.js';
export { appendAudit, type AuditFact, type AuditFilter, AuditTrail } from './audit-trail.repository.js';
export { type Flow, FlowRepository } from './flow.repository.js';
export { LetterRepository } from './letter.repository.js';
export { PasskeyRepository } from './passkey.repository.js';
export { PersonRepository } from './person.repository.js';
export { type Brought, ProviderTestRepository } from './provider-test.repository.js';
export { type FoundSession, type Opening, SessionRepository } from './session.repository.js';
