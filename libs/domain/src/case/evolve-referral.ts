import type { CaseEvent, CaseEventOf, Policy, ReferralState, StateSpan } from '#contracts/case';
import type { Instant } from '#contracts/kernel';
import { workingMinutesBetween } from '../calendar/working-time.js';
import { recallOf } from './pausing.js';
import { referralStateRules } from './referral-states.js';
import { activeReferrals, isHelping, isKnown, type KnownCase, type Referral } from './state.js';
import { awaitsDispatch } from './undoing.js';

/** An event about one referral of a case. */
export type ReferralEvent = CaseEventOf<`relais.referral.${string}` & CaseEvent['type']>;

/** Tells events about one referral from those about the whole case. */
export function isReferralEvent(event: CaseEvent): event is ReferralEvent {
  return event.type.startsWith('relais.referral.');
}

/**
 * The case after an event of one of its referrals; the sequence is already counted.
 * @throws Error when the referral does not exist, is sent a second time, or is in no state for the event's recall.
 */
export function evolveReferral(state: KnownCase, event: ReferralEvent): KnownCase {
  if (event.type === 'relais.referral.sent.v1') {
    if (isKnown(state, event.data.referralId)) {
      throw new Error(`event ${event.id} sends the referral ${event.data.referralId} a second time`);
    }
    return { ...state, dispatch: null, referrals: [...state.referrals, sent(event)] };
  }
  const { referralId } = event.data;
  const current = state.referrals.find((one) => one.referralId === referralId);
  if (current === undefined) {
    throw new Error(`event ${event.id} names the unknown referral ${referralId}`);
  }
  const changed = withPause(current, change(current, event), event.time, state.policy?.calendar);
  const referrals = state.referrals.map((one) => (one === current ? changed : one));
  const isBack = event.type === 'relais.referral.answer-undone.v1' && awaitsDispatch(state, current);
  const next = withLiveOffer({ ...state, referrals, ...(isBack && notQueued(state)) }, changed);
  return activeReferrals(next).length === 0 && activeReferrals(state).length > 0
    ? { ...next, quietSince: event.time }
    : next;
}

/** As if the case had never waited for the coordinators because of the answer. */
function notQueued({ past }: KnownCase): Pick<KnownCase, 'dispatch' | 'past'> {
  return { dispatch: null, ...(past?.queued !== undefined && { past: { ...past, queued: past.queued - 1 } }) };
}

/** Who helps no more is not asked to lead either. */
function withLiveOffer(state: KnownCase, changed: Referral): KnownCase {
  if (state.leadOffer?.referralId !== changed.referralId || isHelping(changed)) {
    return state;
  }
  const { leadOffer: _over, ...rest } = state;
  return rest;
}

function sent(event: CaseEventOf<'relais.referral.sent.v1'>): Referral {
  const { messageNoteId, ...data } = event.data;
  return {
    ...data,
    state: 'sent',
    messageNoteId: messageNoteId ?? null,
    sentAt: event.time,
    endedAt: null,
    reminded: false,
    firstContactBy: null,
    checkInBy: null,
    escalated: null,
    hold: null,
    recall: null,
    outcome: null,
    declined: null,
    spans: [{ state: 'sent', from: event.time, until: null }],
  };
}

function change(referral: Referral, event: Exclude<ReferralEvent, { type: 'relais.referral.sent.v1' }>): Referral {
  const { time } = event;
  switch (event.type) {
    case 'relais.referral.reminded.v1':
      return { ...referral, reminded: true, ...laterClocks(event.data) };
    case 'relais.referral.escalated.v1':
      return {
        ...referral,
        escalated: event.data.cause,
        ...(event.data.times !== undefined && { told: { at: time, times: event.data.times } }),
        ...laterClocks(event.data),
      };
    case 'relais.referral.expired.v1':
      return ended(referral, 'expired', time);
    case 'relais.referral.accepted.v1':
      return { ...moved(inTime(referral), 'accepted', time), firstContactBy: event.data.firstContactBy };
    case 'relais.referral.declined.v1':
      return {
        ...ended(referral, 'declined', time),
        declined: { reason: event.data.reason, choice: event.data.choice },
      };
    case 'relais.referral.released.v1':
      return ended(referral, 'released', time);
    case 'relais.referral.first-contact-made.v1':
      return {
        ...moved(inTime(referral), 'in-progress', time),
        contacted: { at: time, pausedMinutes: referral.pausedMinutes ?? 0 },
        checkInBy: event.data.checkInBy,
      };
    case 'relais.referral.progressed.v1':
      return { ...inTime(referral), checkInBy: event.data.checkInBy };
    case 'relais.referral.held.v1':
      return {
        ...moved(referral, 'on-hold', time),
        hold: { reason: event.data.reason, since: time, until: event.data.until },
      };
    case 'relais.referral.resumed.v1':
      return { ...moved(referral, 'in-progress', time), hold: null, checkInBy: event.data.checkInBy };
    case 'relais.referral.recall-requested.v1':
      return {
        ...moved(referral, 'recall-requested', time),
        recall: {
          reason: event.data.reason,
          since: time,
          answerBy: event.data.answerBy,
          kept: keptState(referral),
        },
      };
    case 'relais.referral.recalled.v1':
      return ended(referral, 'recalled', time);
    case 'relais.referral.kept.v1':
      return {
        ...moved(referral, recallOf(referral).kept, time),
        recall: null,
        firstContactBy: event.data.firstContactBy ?? referral.firstContactBy,
        checkInBy: event.data.checkInBy ?? referral.checkInBy,
      };
    case 'relais.referral.closed.v1':
      return { ...ended(referral, 'closed', time), outcome: event.data.outcome };
    case 'relais.referral.answer-undone.v1':
      return unanswered(referral);
    default:
      return event satisfies never;
  }
}

/** Clocks that begin anew where what comes before them came too late. */
function laterClocks(data: { readonly answerBy?: Instant | undefined; readonly expiresAt?: Instant | undefined }) {
  const { answerBy, expiresAt } = data;
  return { ...(answerBy !== undefined && { answerBy }), ...(expiresAt !== undefined && { expiresAt }) };
}

/** Nobody is told of a delay any more. */
function inTime({ told: _told, ...referral }: Referral): Referral {
  return { ...referral, escalated: null };
}

/** As if it had never been answered; the clocks of when it was sent run on. */
function unanswered({ endedWith: _seenLast, ...referral }: Referral): Referral {
  return {
    ...inTime(referral),
    state: 'sent',
    endedAt: null,
    firstContactBy: null,
    declined: null,
    spans: [{ state: 'sent', from: referral.sentAt, until: null }],
  };
}

/** What a referral goes back to when its service does not agree to a recall. */
function keptState({ referralId, state }: Referral): NonNullable<Referral['recall']>['kept'] {
  switch (state) {
    case 'accepted':
    case 'in-progress':
    case 'on-hold':
      return state;
    case 'sent':
    case 'recall-requested':
    case 'declined':
    case 'recalled':
    case 'released':
    case 'expired':
    case 'closed':
      throw new Error(`the referral ${referralId} is ${state}, its service cannot be asked to give it back`);
    default:
      return state satisfies never;
  }
}

/** The referral with the pause, if it was in one, that its move to another state ends. */
function withPause(before: Referral, after: Referral, at: Instant, calendar: Policy['calendar'] | undefined): Referral {
  const { state, spans, pausedMinutes = 0 } = before;
  const since = referralStateRules[state].paused ? spans.at(-1)?.from : undefined;
  return since === undefined || calendar === undefined || after.state === state
    ? after
    : { ...after, pausedMinutes: pausedMinutes + workingMinutesBetween(since, at, calendar) };
}

/** Stretches of time that a referral remembers: the first, and the newest others. */
const keptSpans = 40;

function moved(referral: Referral, state: ReferralState, at: Instant): Referral {
  const [first, ...others] = endedSpans(referral, at);
  const next = { state, from: at, until: null };
  const spans = first === undefined ? [next] : [first, ...[...others, next].slice(1 - keptSpans)];
  return { ...referral, state, spans };
}

function ended(referral: Referral, state: ReferralState, at: Instant): Referral {
  const spans = endedSpans(referral, at);
  return { ...inTime(referral), state, endedAt: at, hold: null, recall: null, spans };
}

function endedSpans(referral: Referral, at: Instant): StateSpan[] {
  return referral.spans.map((span) => (span.until === null ? { ...span, until: at } : span));
}
