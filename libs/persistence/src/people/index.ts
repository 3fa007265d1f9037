export { appendAudit, type AuditFact, type AuditFilter, AuditTrail } from './audit-trail.repository.js';
export { LetterRepository } from './letter.repository.js';
export { PasskeyRepository } from './passkey.repository.js';
export { PersonRepository } from './person.repository.js';
export { type FoundSession, type Opening, SessionRepository } from './session.repository.js';
export { SignInCodeRepository } from './sign-in-code.repository.js';
export { ThrottleRepository } from './throttle.repository.js';
