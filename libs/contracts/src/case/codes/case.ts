import type { CodeList } from '../../kernel/codes/code-list.js';

/** Status of a case, always derived from its referrals. */
export const caseStatuses = {
  'awaiting-lead': { label: { fr: 'au pilote de décider', nl: 'aan de trekker', en: 'with the lead' } },
  'seeking-help': { label: { fr: 'aide demandée', nl: 'hulp gevraagd', en: 'help requested' } },
  'in-help': { label: { fr: 'aide en cours', nl: 'hulp loopt', en: 'being helped' } },
  'in-dispatch': { label: { fr: 'à répartir', nl: 'te verdelen', en: 'to be dispatched' } },
  closed: { label: { fr: 'clôturé', nl: 'afgesloten', en: 'closed' } },
} as const satisfies CodeList<string>;
export type CaseStatus = keyof typeof caseStatuses;

/** How a case as a whole ended. */
export const caseOutcomes = {
  recovered: { label: { fr: 'redressé', nl: 'hersteld', en: 'recovered' } },
  restructured: { label: { fr: 'restructuré', nl: 'geherstructureerd', en: 'restructured' } },
  'orderly-stop': { label: { fr: 'arrêt ordonné', nl: 'ordelijk gestopt', en: 'orderly stop' } },
  insolvency: { label: { fr: 'insolvabilité', nl: 'insolventie', en: 'insolvency' } },
  restart: { label: { fr: 'nouveau départ', nl: 'herstart', en: 'restart' } },
  'lost-contact': { label: { fr: 'contact perdu', nl: 'contact verloren', en: 'lost contact' } },
  withdrawn: { label: { fr: 'accord retiré', nl: 'toestemming ingetrokken', en: 'consent withdrawn' } },
} as const satisfies CodeList<string>;
export type CaseOutcome = keyof typeof caseOutcomes;

/** Why a closed case is opened again. */
export const reopenReasons = {
  relapse: { label: { fr: 'rechute', nl: 'terugval', en: 'relapse' } },
  'new-difficulty': { label: { fr: 'nouvelle difficulté', nl: 'nieuwe moeilijkheid', en: 'new difficulty' } },
  'closed-by-mistake': {
    label: { fr: 'clôturé par erreur', nl: 'per vergissing afgesloten', en: 'closed by mistake' },
  },
  'contact-restored': { label: { fr: 'contact rétabli', nl: 'contact hersteld', en: 'contact restored' } },
} as const satisfies CodeList<string>;
export type ReopenReason = keyof typeof reopenReasons;

/** Why a case waits in the coordinators' dispatch queue. */
export const dispatchReasons = {
  declined: { label: { fr: 'décliné', nl: 'geweigerd', en: 'declined' } },
  expired: { label: { fr: 'sans réponse', nl: 'geen antwoord', en: 'not answered' } },
} as const satisfies CodeList<string>;
export type DispatchReason = keyof typeof dispatchReasons;

/** How coordinators end a stay in the dispatch queue without a new referral. */
export const dispatchResolutions = {
  'back-to-lead': { label: { fr: 'retour au pilote', nl: 'terug naar de trekker', en: 'back to the lead' } },
  'nobody-available': {
    label: { fr: 'aucun service disponible', nl: 'geen dienst beschikbaar', en: 'nobody could take it' },
  },
} as const satisfies CodeList<string>;

/** How the business stands some months after its case was closed. */
export const followUpStatuses = {
  active: { label: { fr: 'en activité', nl: 'actief', en: 'in business' } },
  'in-difficulty': {
    label: { fr: 'à nouveau en difficulté', nl: 'opnieuw in moeilijkheden', en: 'in difficulty again' },
  },
  stopped: { label: { fr: 'arrêté', nl: 'gestopt', en: 'stopped' } },
  restarted: { label: { fr: 'redémarré', nl: 'herstart', en: 'restarted' } },
  'not-reached': { label: { fr: 'non joint', nl: 'niet bereikt', en: 'not reached' } },
} as const satisfies CodeList<string>;
export type FollowUpStatus = keyof typeof followUpStatuses;

/** What the coordinators are told of: what has not happened in time. */
export const escalationCauses = {
  'no-answer': { label: { fr: 'pas de réponse', nl: 'geen antwoord', en: 'no answer' } },
  'no-first-contact': { label: { fr: 'pas de premier contact', nl: 'geen eerste contact', en: 'no first contact' } },
  'no-check-in': { label: { fr: 'pas de point de suivi', nl: 'geen opvolging', en: 'no check-in' } },
  'no-decision': { label: { fr: 'pas de décision', nl: 'geen beslissing', en: 'no decision' } },
  'not-dispatched': { label: { fr: 'pas encore réparti', nl: 'nog niet verdeeld', en: 'not dispatched' } },
} as const satisfies CodeList<string>;
export type EscalationCause = keyof typeof escalationCauses;
