import type { Deadline, EscalationCause, InboxBucket, ReferralState, Turn } from '#contracts/case';
import type { Instant } from '#contracts/kernel';
import type { Referral } from './state.js';

/** What a state of a referral asks of the service that was asked for help, and until when. */
type StateRule = {
  /** Whether the service is to answer, has said yes, or has no more to do with it. */
  readonly phase: 'asked' | 'helping' | 'ended';
  /** The drawer of the receiver's inbox. */
  readonly bucket: InboxBucket;
  /** Its clocks stand still, and the time does not count as help. */
  readonly paused: boolean;
  readonly duty: {
    readonly does: Turn['duty'];
    readonly clock: Exclude<Deadline['kind'], 'follow-up' | 'decide' | 'dispatch'>;
    readonly by: (referral: Referral) => Instant | null;
    /** What coordinators are told once when it is missed; null where something happens without them. */
    readonly missed: EscalationCause | null;
    /** Who has not done it in time is overdue; the end of a hold is nobody's delay. */
    readonly overdue: boolean;
  } | null;
};

const ended = { phase: 'ended', bucket: 'done', paused: false, duty: null } as const satisfies StateRule;

/** The one table of what each state of a referral means: status, turns, clocks, inbox and views read it. */
export const referralStateRules: Readonly<Record<ReferralState, StateRule>> = {
  sent: {
    phase: 'asked',
    bucket: 'to-answer',
    paused: false,
    duty: { does: 'answer', clock: 'answer', by: (one) => one.answerBy, missed: 'no-answer', overdue: true },
  },
  accepted: {
    phase: 'helping',
    bucket: 'first-contact',
    paused: false,
    duty: {
      does: 'first-contact',
      clock: 'first-contact',
      by: (one) => one.firstContactBy,
      missed: 'no-first-contact',
      overdue: true,
    },
  },
  'in-progress': {
    phase: 'helping',
    bucket: 'in-progress',
    paused: false,
    duty: { does: 'progress', clock: 'check-in', by: (one) => one.checkInBy, missed: 'no-check-in', overdue: true },
  },
  'on-hold': {
    phase: 'helping',
    bucket: 'on-hold',
    paused: true,
    duty: { does: 'resume', clock: 'hold-end', by: (one) => one.hold?.until ?? null, missed: null, overdue: false },
  },
  'recall-requested': {
    phase: 'helping',
    bucket: 'to-answer',
    paused: true,
    duty: {
      does: 'answer-recall',
      clock: 'recall-answer',
      by: (one) => one.recall?.answerBy ?? null,
      missed: null,
      overdue: true,
    },
  },
  declined: ended,
  recalled: ended,
  released: ended,
  expired: ended,
  closed: ended,
};

/** The drawer of the receiver's inbox in which a referral in this state lies. */
export function drawerOf(state: ReferralState): InboxBucket {
  return referralStateRules[state].bucket;
}

function statesWhere(holds: (rule: StateRule) => boolean): ReferralState[] {
  return (Object.keys(referralStateRules) as ReferralState[]).filter((state) => holds(referralStateRules[state]));
}

/** The states that lie with a service, and of these those that wait for its answer and those that can be overdue. */
export const backlogStates = {
  open: statesWhere(({ phase }) => phase !== 'ended'),
  unanswered: statesWhere(({ phase }) => phase === 'asked'),
  overdue: statesWhere(({ duty }) => duty?.overdue === true),
} as const;
