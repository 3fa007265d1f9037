import type {
  CaseFacts,
  CaseOutcome,
  Consent,
  DeclineChoice,
  DeclineReason,
  DispatchReason,
  EscalationCause,
  FollowUpStatus,
  HoldReason,
  Party,
  PastReferral,
  Policy,
  RecallReason,
  ReferralOutcome,
  ReferralState,
  ReopenReason,
  ServiceRef,
  StateSpan,
  Urgency,
} from '#contracts/case';
import type { Instant } from '#contracts/kernel';
import { referralStateRules } from './referral-states.js';

/** The facts of a case that a referral is told apart by. */
export type SendingFacts = Pick<CaseFacts, 'municipality' | 'sector' | 'stage'> & {
  /** The main one. */
  readonly difficulty: CaseFacts['difficulties'][number]['difficulty'] | null;
};

/** One request of help on a case addressed to a service. */
export type Referral = {
  readonly referralId: string;
  readonly to: ServiceRef;
  readonly from: Party;
  readonly state: ReferralState;
  readonly urgency: Urgency;
  readonly offerId: string | null;
  readonly parentReferralId: string | null;
  readonly hop: number;
  readonly proposesLead: boolean;
  readonly messageNoteId: string | null;
  readonly sentAt: Instant;
  readonly endedAt: Instant | null;
  readonly remindAt: Instant;
  readonly reminded: boolean;
  readonly answerBy: Instant;
  readonly expiresAt: Instant;
  readonly firstContactBy: Instant | null;
  /** When the service met the entrepreneur for the first time, and how long it was paused before; absent until then. */
  readonly contacted?: { readonly at: Instant; readonly pausedMinutes: number };
  /** Working minutes in pauses that are over: on hold, or asked back. Absent as long as there was none. */
  readonly pausedMinutes?: number;
  readonly checkInBy: Instant | null;
  /** The missed deadline the coordinators were told of, null when there is none. */
  readonly escalated: EscalationCause | null;
  /** When they were last told of it, and how often; absent under rules by which they are told once. */
  readonly told?: { readonly at: Instant; readonly times: number };
  readonly hold: { readonly reason: HoldReason; readonly since: Instant; readonly until: Instant } | null;
  readonly recall: {
    readonly reason: RecallReason;
    readonly since: Instant;
    readonly answerBy: Instant;
    /** The state it returns to when the service keeps it. */
    readonly kept: 'accepted' | 'in-progress' | 'on-hold';
  } | null;
  readonly outcome: ReferralOutcome | null;
  readonly declined: { readonly reason: DeclineReason; readonly choice: DeclineChoice } | null;
  /** Facts of the case when it was sent; absent as long as they are the same as now. */
  readonly sentWith?: SendingFacts;
  /** All facts of the case when the service lost sight of it; absent as long as they are the same as now. */
  readonly endedWith?: CaseFacts;
  /** The first and the newest stretches of time, so that a referral put on hold again and again stays small. */
  readonly spans: readonly StateSpan[];
};

/** A question, some months after closing, how the business stands. */
export type FollowUp = {
  readonly month: number;
  readonly dueAt: Instant;
  readonly missedAt: Instant;
  readonly state: 'planned' | 'due' | 'recorded' | 'missed';
  readonly status: FollowUpStatus | null;
};

/** What happened to a case and shows in nothing else of its state; lists are oldest first. */
export type Past = {
  /** Closings that were undone. */
  readonly closings: readonly { readonly at: Instant; readonly outcome: CaseOutcome }[];
  readonly reopenings: readonly { readonly at: Instant; readonly reason: ReopenReason }[];
  /** How often it came into the dispatch queue. */
  readonly queued?: number;
  /** Ends of stays in the dispatch queue that found nobody. */
  readonly unmet: readonly Instant[];
  /** Follow-ups that were recorded or missed. */
  readonly followUps: readonly {
    readonly at: Instant;
    readonly month: number;
    readonly result: FollowUpStatus | 'missed';
  }[];
  /** The service that opened the case, once it leads no more. */
  readonly firstLead: ServiceRef | null;
};

/** A case that exists. */
export type KnownCase = {
  readonly phase: 'open' | 'closed' | 'ended';
  readonly caseId: string;
  readonly sequence: number;
  readonly openedAt: Instant;
  readonly openedBy: Party | null;
  readonly imported: boolean;
  /** Null for imported history, which has no clocks. */
  readonly policy: Policy | null;
  readonly facts: CaseFacts;
  /** Null after withdrawal and for imported history. */
  readonly consent: Consent | null;
  readonly lead: ServiceRef | null;
  /** The referral whose service, which helps already, is asked to lead; absent when none is. */
  readonly leadOffer?: { readonly referralId: string; readonly since: Instant; readonly answerBy: Instant };
  /** When a service that helped already agreed to lead; what was proposed to others before is over. */
  readonly leadAgreedAt?: Instant;
  readonly referrals: readonly Referral[];
  readonly dispatch: { readonly since: Instant; readonly reason: DispatchReason; readonly referralId: string } | null;
  readonly closed: {
    readonly at: Instant;
    readonly outcome: CaseOutcome;
    readonly retentionEndsAt: Instant | null;
  } | null;
  readonly followUps: readonly FollowUp[];
  readonly notesErased: boolean;
  /** Absent as long as there is none. */
  readonly past?: Past;
  /** Referrals of an imported case. */
  readonly pastReferrals?: readonly PastReferral[];
  /** Since when it is the lead's turn to decide; kept up to date, used only when it is. */
  readonly quietSince: Instant;
  /** When somebody last wrote or corrected something in the case; absent under rules that give the lead no time. */
  readonly actedAt?: Instant;
  /** What was said of whom the case as a whole waits for since an instant; absent as long as nothing was, of no meaning once they wait since another. */
  readonly silence?: {
    readonly since: Instant;
    readonly remindedAt?: Instant;
    readonly toldAt?: Instant;
    readonly told: number;
  };
};

/** A case, or the nothing before it was opened. */
export type CaseState = { readonly phase: 'unopened'; readonly sequence: 0 } | KnownCase;

/** Before the first event. */
export const initialCase: CaseState = { phase: 'unopened', sequence: 0 };

/** True when the case has had this referral. */
export function isKnown(state: KnownCase, referralId: string): boolean {
  return state.referrals.some((one) => one.referralId === referralId);
}

/** True while somebody works on the referral or is to answer it. */
export function isActive({ state }: Pick<Referral, 'state'>): boolean {
  return referralStateRules[state].phase !== 'ended';
}

/** True when the receiver may see the case for it: while it is active, and once it was helped by it. */
export function givesSight(referral: Pick<Referral, 'state'>): boolean {
  return isActive(referral) || referral.state === 'closed';
}

/** The referrals that are not ended. */
export function activeReferrals(state: KnownCase): readonly Referral[] {
  return state.referrals.filter(isActive);
}

/** True when the service has said yes and has not ended its help. */
export function isHelping({ state }: Pick<Referral, 'state'>): boolean {
  return referralStateRules[state].phase === 'helping';
}
