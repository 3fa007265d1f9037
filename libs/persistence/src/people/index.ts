export { appendAudit, type AuditFact, AuditTrail } from './audit-trail.repository.js';
export { inviteFirstAdministrator } from './first-administrator.repository.js';
export { InvitationRepository, type KeptInvitation } from './invitation.repository.js';
export { type Invited, type Joined, type Joiner, JoiningRepository } from './joining.repository.js';
export { LetterRepository } from './letter.repository.js';
export { type Hindrance, type KeptMember, MemberRepository } from './member.repository.js';
export { type FoundSession, type Opening, SessionRepository } from './session.repository.js';
export { UnusedMembershipRepository } from './unused-membership.repository.js';
