export { type Account, AccountRepository } from './account.repository.js';
export { appendAudit, type AuditFact, AuditTrail } from './audit-trail.repository.js';
export { type Flow, FlowRepository } from './flow.repository.js';
export { LetterRepository } from './letter.repository.js';
export { type Brought, ProviderTestRepository } from './provider-test.repository.js';
export { type FoundSession, type Opening, SessionRepository } from './session.repository.js';
