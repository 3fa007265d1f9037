import { z } from 'zod';
import {
  answers,
  caseOutcomes,
  codesOf,
  declineChoices,
  declineReasons,
  dispatchReasons,
  dispatchResolutions,
  escalationCauses,
  followUpStatuses,
  holdReasons,
  progressSteps,
  recallReasons,
  referralOutcomes,
  reopenReasons,
  senders,
} from './codes/index.js';
import { CaseFacts, Consent, Party, Profession, ServiceRef, Urgency } from './facts.js';
import { CaseId, Instant, NoteId, privacy, ReferralId } from './ids.js';
import { Origin } from './people.js';
import { Policy } from './policy.js';

/** What is common to all events of a case; in Kafka these are CloudEvents attributes, `data` is the record's value. */
const envelope = {
  /** `caseId:sequence`. */
  id: z.string(),
  caseId: CaseId,
  /** 1 for the first event of a case, then without gap. */
  sequence: z.number().int().positive(),
  time: Instant,
  by: Origin,
};

function event<Type extends string, Data extends z.ZodType>(type: Type, meaning: string, data: Data) {
  return z.object({ ...envelope, type: z.literal(type), data }).meta({ title: type, description: meaning });
}

const referral = { referralId: ReferralId };

/** Data of `relais.case.opened.v1` and the start of an imported case. */
const opened = z.object({
  facts: CaseFacts,
  consent: Consent,
  policy: Policy,
  lead: ServiceRef.nullable(),
  openedBy: Party,
  noteId: NoteId.optional(),
});

const closed = z.object({
  outcome: z.enum(codesOf(caseOutcomes)),
  /** Follow-ups that will be due, oldest first. */
  followUps: z.array(z.object({ month: z.number().int(), dueAt: Instant, missedAt: Instant })),
  retentionEndsAt: Instant,
});

/** A referral of a case from before Relais; it has no clocks and no services, only what happened. */
export const PastReferral = z
  .object({
    from: z.enum(codesOf(senders)),
    to: Profession,
    sentOn: Instant,
    /** Null when it was never answered before the case ended. */
    answer: z.enum(codesOf(answers)).nullable(),
    answeredOn: Instant.nullable(),
    firstContactOn: Instant.nullable(),
    endedOn: Instant.nullable(),
    outcome: z.enum(codesOf(referralOutcomes)).nullable(),
    /** Referrals before this one in its chain. */
    hop: z.number().int().min(0).max(20),
  })
  .meta({ title: 'PastReferral' });
export type PastReferral = z.infer<typeof PastReferral>;

/** The catalogue of case events: topic `relais.cases.v1`, key = case id. Events only grow; a changed meaning is a new version. */
export const caseEvents = [
  event('relais.case.opened.v1', 'A case was opened.', opened),
  event(
    'relais.case.imported.v1',
    'A closed case from before Relais was imported.',
    z.object({
      facts: CaseFacts,
      openedOn: Instant,
      closedOn: Instant,
      outcome: z.enum(codesOf(caseOutcomes)),
      referrals: z.array(PastReferral).max(20).optional(),
    }),
  ),
  event(
    'relais.case.facts-amended.v1',
    'The facts of a case were corrected or completed.',
    z.object({ facts: CaseFacts }),
  ),
  event(
    'relais.case.consent-renewed.v1',
    'The entrepreneur gave consent again, for these professions.',
    z.object({ consent: Consent }),
  ),
  event(
    'relais.case.consent-withdrawn.v1',
    'The entrepreneur withdrew consent; all referrals end and the notes are erased.',
    z.object({}),
  ),
  event(
    'relais.case.note-added.v1',
    'A note was written; its text stays encrypted in PostgreSQL.',
    z.object({ noteId: NoteId }),
  ),
  event(
    'relais.case.lead-transferred.v1',
    'The lead of a case passed to another service.',
    z.object({ from: ServiceRef.nullable(), to: ServiceRef, referralId: ReferralId }),
  ),
  event(
    'relais.case.queued-for-dispatch.v1',
    'A case came into the coordinators’ dispatch queue.',
    z.object({ reason: z.enum(codesOf(dispatchReasons)), referralId: ReferralId }),
  ),
  event(
    'relais.case.dispatch-resolved.v1',
    'Coordinators ended a stay in the dispatch queue without a new referral.',
    z.object({ resolution: z.enum(codesOf(dispatchResolutions)) }),
  ),
  event('relais.case.closed.v1', 'A case was closed.', closed),
  event(
    'relais.case.reopened.v1',
    'A closed case was opened again.',
    z.object({ reason: z.enum(codesOf(reopenReasons)), consent: Consent }),
  ),
  event('relais.case.follow-up-due.v1', 'A follow-up is due.', z.object({ month: z.number().int() })),
  event(
    'relais.case.follow-up-recorded.v1',
    'A follow-up was answered.',
    z.object({ month: z.number().int(), status: z.enum(codesOf(followUpStatuses)) }),
  ),
  event(
    'relais.case.follow-up-missed.v1',
    'A follow-up was not answered in time.',
    z.object({ month: z.number().int() }),
  ),
  event(
    'relais.case.retention-ended.v1',
    'The retention time is over; the notes are erased and the case ends.',
    z.object({}),
  ),
  event(
    'relais.referral.sent.v1',
    'Help was asked of a service.',
    z.object({
      ...referral,
      to: ServiceRef,
      from: Party,
      urgency: Urgency,
      /** Shared by the referrals of one offer, null when the referral stands alone. */
      offerId: z.uuid().meta(privacy('case')).nullable(),
      parentReferralId: ReferralId.nullable(),
      /** Referrals before this one in its chain: 0 for the first. */
      hop: z.number().int().min(0),
      proposesLead: z.boolean(),
      messageNoteId: NoteId.optional(),
      remindAt: Instant,
      answerBy: Instant,
      expiresAt: Instant,
    }),
  ),
  event('relais.referral.reminded.v1', 'Half of the time to answer has passed.', z.object(referral)),
  event(
    'relais.referral.escalated.v1',
    'A deadline passed; the coordinators are told.',
    z.object({ ...referral, cause: z.enum(codesOf(escalationCauses)) }),
  ),
  event('relais.referral.expired.v1', 'A referral was never answered.', z.object(referral)),
  event('relais.referral.accepted.v1', 'A service accepted.', z.object({ ...referral, firstContactBy: Instant })),
  event(
    'relais.referral.declined.v1',
    'A service declined.',
    z.object({ ...referral, reason: z.enum(codesOf(declineReasons)), choice: z.enum(codesOf(declineChoices)) }),
  ),
  event(
    'relais.referral.released.v1',
    'An offer was taken by another service.',
    z.object({ ...referral, takenBy: ReferralId }),
  ),
  event(
    'relais.referral.first-contact-made.v1',
    'The service met the entrepreneur for the first time; the help is in progress.',
    z.object({ ...referral, checkInBy: Instant }),
  ),
  event(
    'relais.referral.progressed.v1',
    'The service reported progress.',
    z.object({ ...referral, step: z.enum(codesOf(progressSteps)), noteId: NoteId.optional(), checkInBy: Instant }),
  ),
  event(
    'relais.referral.held.v1',
    'A referral was put on hold; its clocks pause.',
    z.object({ ...referral, reason: z.enum(codesOf(holdReasons)), until: Instant }),
  ),
  event('relais.referral.resumed.v1', 'A referral on hold goes on.', z.object({ ...referral, checkInBy: Instant })),
  event(
    'relais.referral.recall-requested.v1',
    'The sender asked for a referral back.',
    z.object({ ...referral, reason: z.enum(codesOf(recallReasons)), answerBy: Instant }),
  ),
  event(
    'relais.referral.recalled.v1',
    'A referral was called back.',
    z.object({ ...referral, reason: z.enum(codesOf(recallReasons)), how: z.enum(['at-once', 'agreed', 'unanswered']) }),
  ),
  event(
    'relais.referral.kept.v1',
    'The service keeps a referral that was to be recalled; its clocks go on where they paused.',
    z.object({
      ...referral,
      firstContactBy: Instant.optional(),
      checkInBy: Instant.optional(),
    }),
  ),
  event(
    'relais.referral.closed.v1',
    'A service closed its help.',
    z.object({ ...referral, outcome: z.enum(codesOf(referralOutcomes)) }),
  ),
] as const;

/** Any event of a case. */
export const CaseEvent = z.discriminatedUnion('type', caseEvents);
export type CaseEvent = z.infer<typeof CaseEvent>;
export type CaseEventType = CaseEvent['type'];

/** The event of one type. */
export type CaseEventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>;

/** Events of the platform at large: topic `relais.platform.v1`, key = subject, written through the outbox. */
export const platformEvents = [
  z
    .object({
      id: z.string(),
      /** `monitoring`. */
      subject: z.literal('monitoring'),
      sequence: z.number().int().positive(),
      time: Instant,
      by: Origin,
      type: z.literal('relais.platform.epoch-published.v1'),
      data: z.object({
        epochId: z.string().meta(privacy('time')),
        number: z.number().int().positive(),
        hash: z.string().meta(privacy('technical')),
      }),
    })
    .meta({
      title: 'relais.platform.epoch-published.v1',
      description: 'An epoch of figures was closed, frozen and published.',
    }),
] as const;

/** Any event of the platform. */
export const PlatformEvent = z.discriminatedUnion('type', platformEvents);
export type PlatformEvent = z.infer<typeof PlatformEvent>;
