import type { CaseEvent, CaseEventOf } from '#contracts/case';
import { evolveReferral, isReferralEvent } from './evolve-referral.js';
import { withPastFacts } from './sending-facts.js';
import { waitOf } from './silence.js';
import type { CaseState, KnownCase, Past } from './state.js';

type WholeCaseEvent = Exclude<CaseEvent, CaseEventOf<`relais.referral.${string}` & CaseEvent['type']>>;

/**
 * The case after an event.
 * @throws Error when the event cannot follow the state: a gap in the sequence, or a case or referral that does not exist.
 */
export function evolve(state: CaseState, event: CaseEvent): KnownCase {
  if (event.sequence !== state.sequence + 1) {
    throw new Error(`event ${event.id} does not follow sequence ${state.sequence}`);
  }
  if (event.type === 'relais.case.opened.v1') {
    return opened(event);
  }
  if (event.type === 'relais.case.imported.v1') {
    return imported(event);
  }
  if (state.phase === 'unopened') {
    throw new Error(`event ${event.id} of type ${event.type} needs an opened case`);
  }
  const next = { ...state, sequence: event.sequence };
  return isReferralEvent(event) ? evolveReferral(next, event) : evolveCase(next, event);
}

const nothingYet = {
  referrals: [],
  dispatch: null,
  followUps: [],
  notesErased: false,
} as const;

function opened(event: CaseEventOf<'relais.case.opened.v1'>): KnownCase {
  const { facts, consent, policy, lead, openedBy } = event.data;
  return {
    ...nothingYet,
    phase: 'open',
    caseId: event.caseId,
    sequence: event.sequence,
    openedAt: event.time,
    openedBy,
    imported: false,
    policy,
    facts,
    consent,
    lead,
    closed: null,
    quietSince: event.time,
  };
}

function imported(event: CaseEventOf<'relais.case.imported.v1'>): KnownCase {
  const { facts, openedOn, closedOn, outcome } = event.data;
  return {
    ...nothingYet,
    phase: 'closed',
    caseId: event.caseId,
    sequence: event.sequence,
    openedAt: openedOn,
    openedBy: null,
    imported: true,
    policy: null,
    facts,
    consent: null,
    lead: null,
    closed: { at: closedOn, outcome, retentionEndsAt: null },
    ...(event.data.referrals !== undefined && { pastReferrals: event.data.referrals }),
    quietSince: closedOn,
  };
}

function evolveCase(state: KnownCase, event: WholeCaseEvent): KnownCase {
  switch (event.type) {
    case 'relais.case.opened.v1':
    case 'relais.case.imported.v1':
      throw new Error(`event ${event.id} opens a case that exists`);
    case 'relais.case.facts-amended.v1':
      return {
        ...state,
        facts: event.data.facts,
        referrals: withPastFacts(state, event.data.facts),
        ...acted(state, event),
      };
    case 'relais.case.consent-renewed.v1':
      return { ...state, consent: event.data.consent, ...acted(state, event) };
    case 'relais.case.consent-withdrawn.v1':
      return { ...state, consent: null, notesErased: true, followUps: [], dispatch: null };
    case 'relais.case.note-added.v1':
      return { ...state, ...acted(state, event) };
    case 'relais.case.lead-transferred.v1':
      return {
        ...withoutLeadOffer(state),
        lead: event.data.to,
        ...(state.leadOffer?.referralId === event.data.referralId && { leadAgreedAt: event.time }),
        ...withFirstLead(state),
      };
    case 'relais.case.lead-offered.v1':
      return {
        ...state,
        leadOffer: { referralId: event.data.referralId, since: event.time, answerBy: event.data.answerBy },
      };
    case 'relais.case.lead-offer-declined.v1':
    case 'relais.case.lead-offer-lapsed.v1':
      return withoutLeadOffer(state);
    case 'relais.case.queued-for-dispatch.v1':
      return {
        ...state,
        dispatch: { since: event.time, ...event.data },
        past: pastWith(state, ({ queued = 0 }) => ({ queued: queued + 1 })),
      };
    case 'relais.case.dispatch-resolved.v1':
      return {
        ...state,
        dispatch: null,
        quietSince: event.time,
        ...(event.data.resolution === 'nobody-available' && {
          past: pastWith(state, ({ unmet }) => ({ unmet: [...unmet, event.time] })),
        }),
      };
    case 'relais.case.closed.v1':
      return {
        ...state,
        phase: 'closed',
        dispatch: null,
        closed: { at: event.time, outcome: event.data.outcome, retentionEndsAt: event.data.retentionEndsAt },
        followUps: event.data.followUps.map((one) => ({ ...one, state: 'planned', status: null })),
      };
    case 'relais.case.reopened.v1':
      return {
        ...state,
        phase: 'open',
        closed: null,
        past: pastWith(state, ({ closings, reopenings }) => ({
          closings: [...closings, ...closingOf(state)],
          reopenings: [...reopenings, { at: event.time, reason: event.data.reason }],
        })),
        followUps: [],
        consent: event.data.consent,
        quietSince: event.time,
      };
    case 'relais.case.follow-up-due.v1':
      return withFollowUp(state, event.data.month, {
        state: 'due',
        ...(event.data.missedAt !== undefined && { missedAt: event.data.missedAt }),
      });
    case 'relais.case.follow-up-recorded.v1':
      return followedUp(state, event, { state: 'recorded', status: event.data.status });
    case 'relais.case.follow-up-missed.v1':
      return followedUp(state, event, { state: 'missed' });
    case 'relais.case.lead-reminded.v1':
      return { ...state, silence: { ...silenceOf(state), remindedAt: event.time } };
    case 'relais.case.escalated.v1':
      return { ...state, silence: { ...silenceOf(state), toldAt: event.time, told: event.data.times } };
    case 'relais.case.retention-ended.v1':
      return { ...state, phase: 'ended', notesErased: true };
    default:
      return event satisfies never;
  }
}

/** Whoever writes or corrects something is at it, where the lead has a time to decide in. */
function acted({ policy }: KnownCase, { time }: WholeCaseEvent): Pick<KnownCase, 'actedAt'> {
  return policy?.decide === undefined ? {} : { actedAt: time };
}

/** What was said so far of whom the case waits for now. */
function silenceOf(state: KnownCase): NonNullable<KnownCase['silence']> {
  const since = waitOf(state)?.since ?? state.quietSince;
  return state.silence?.since === since ? state.silence : { since, told: 0 };
}

/** Nobody is asked to lead any more. */
function withoutLeadOffer({ leadOffer: _over, ...state }: KnownCase): KnownCase {
  return state;
}

const noPast: Past = { closings: [], reopenings: [], unmet: [], followUps: [], firstLead: null };

function pastWith(state: KnownCase, change: (past: Past) => Partial<Past>): Past {
  const past = state.past ?? noPast;
  return { ...past, ...change(past) };
}

/** A case that nobody led at first has no first lead: whoever leads it later was asked in a referral. */
function withFirstLead(state: KnownCase): Pick<KnownCase, 'past'> {
  const { lead, openedBy } = state;
  return lead !== null && lead.serviceId === openedBy?.serviceId
    ? { past: pastWith(state, ({ firstLead }) => ({ firstLead: firstLead ?? lead })) }
    : {};
}

function closingOf({ closed }: KnownCase): Past['closings'] {
  return closed === null ? [] : [{ at: closed.at, outcome: closed.outcome }];
}

function followedUp(
  state: KnownCase,
  { time, data }: CaseEventOf<'relais.case.follow-up-recorded.v1' | 'relais.case.follow-up-missed.v1'>,
  change: Partial<KnownCase['followUps'][number]>,
): KnownCase {
  const result = 'status' in data ? data.status : 'missed';
  return {
    ...withFollowUp(state, data.month, change),
    past: pastWith(state, ({ followUps }) => ({ followUps: [...followUps, { at: time, month: data.month, result }] })),
  };
}

function withFollowUp(state: KnownCase, month: number, change: Partial<KnownCase['followUps'][number]>): KnownCase {
  return { ...state, followUps: state.followUps.map((one) => (one.month === month ? { ...one, ...change } : one)) };
}
