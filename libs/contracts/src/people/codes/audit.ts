import type { CodeList } from '../../kernel/codes/code-list.js';

/** What the audit trail tells of a person: what they saw or did, never its content. */
export const auditActions = {
  'signed-in': { label: { fr: 'connexion', nl: 'aanmelding', en: 'sign-in' } },
  'signed-out': { label: { fr: 'déconnexion', nl: 'afmelding', en: 'sign-out' } },
  'session-revoked': {
    label: {
      fr: 'session fermée à distance',
      nl: 'sessie van op afstand beëindigd',
      en: 'session ended from elsewhere',
    },
  },
  'code-refused': { label: { fr: 'code erroné', nl: 'foute code', en: 'wrong code' } },
  'membership-switched': {
    label: { fr: 'changement d’affiliation', nl: 'wissel van aansluiting', en: 'change of membership' },
  },
} as const satisfies CodeList<string>;
export type AuditAction = keyof typeof auditActions;

/** What an entry of the audit trail may be about; its subject is written `kind:id`. */
export const auditSubjects = {
  session: { label: { fr: 'session', nl: 'sessie', en: 'session' } },
  person: { label: { fr: 'personne', nl: 'persoon', en: 'person' } },
  membership: { label: { fr: 'affiliation', nl: 'aansluiting', en: 'membership' } },
} as const satisfies CodeList<string>;
export type AuditSubject = keyof typeof auditSubjects;
