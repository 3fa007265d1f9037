import { z } from 'zod';
import { codesOf } from '../kernel/codes/index.js';
import {
  caseOutcomes,
  caseStatuses,
  declineChoices,
  declineReasons,
  dispatchReasons,
  escalationCauses,
  inboxBuckets,
  referralOutcomes,
  referralStates,
} from './codes/index.js';
import { CaseEvent } from './events.js';
import { CaseFacts, Consent, Party, ServiceRef, Urgency } from './facts.js';
import { CaseLanguage, Difficulty } from '../kernel/vocabulary.js';
import { CaseId, Cursor, Instant, NoteId, PersonId, ReferralId, Uuid } from '../kernel/ids.js';
import { Policy } from './policy.js';

/** What a person may ask of a case now; `referralId` says of which referral. */
export const Action = z.object({
  type: z.enum([
    'refer',
    'accept',
    'decline',
    'record-first-contact',
    'record-progress',
    'hold',
    'resume',
    'hand-on',
    'close-referral',
    'recall',
    'answer-recall',
    'undo-answer',
    'offer-lead',
    'answer-lead',
    'amend-facts',
    'renew-consent',
    'withdraw-consent',
    'add-note',
    'resolve-dispatch',
    'close-case',
    'reopen-case',
    'record-follow-up',
  ]),
  referralId: ReferralId.optional(),
  /** Of a follow-up only. */
  month: z.number().int().optional(),
});
export type Action = z.infer<typeof Action>;

/** The next clock of a referral or a case. */
export const Deadline = z.object({
  kind: z.enum(['answer', 'first-contact', 'check-in', 'hold-end', 'recall-answer', 'follow-up', 'decide', 'dispatch']),
  at: Instant,
});
export type Deadline = z.infer<typeof Deadline>;

/** A stretch of time in one state, for the lanes of the case page. */
export const StateSpan = z.object({ state: z.enum(codesOf(referralStates)), from: Instant, until: Instant.nullable() });
export type StateSpan = z.infer<typeof StateSpan>;

export const ReferralView = z.object({
  referralId: ReferralId,
  to: ServiceRef,
  from: Party,
  state: z.enum(codesOf(referralStates)),
  urgency: Urgency,
  offerId: Uuid.nullable(),
  parentReferralId: ReferralId.nullable(),
  hop: z.number().int(),
  proposesLead: z.boolean(),
  sentAt: Instant,
  endedAt: Instant.nullable(),
  /** The deadline that runs now, null when none does. */
  deadline: Deadline.nullable(),
  /** When an unanswered referral goes to the coordinators' queue, null once answered. */
  expiresAt: Instant.nullable(),
  escalated: z.boolean(),
  outcome: z.enum(codesOf(referralOutcomes)).nullable(),
  declined: z.object({ reason: z.enum(codesOf(declineReasons)), choice: z.enum(codesOf(declineChoices)) }).nullable(),
  messageNoteId: NoteId.nullable(),
  spans: z.array(StateSpan),
});
export type ReferralView = z.infer<typeof ReferralView>;

/** Whose turn it is: a service, or the coordinators when `serviceId` is null. */
export const Turn = z.object({
  serviceId: z.string().nullable(),
  duty: z.enum(['answer', 'first-contact', 'progress', 'resume', 'answer-recall', 'decide', 'dispatch', 'follow-up']),
  referralId: ReferralId.optional(),
  by: Instant.nullable(),
});
export type Turn = z.infer<typeof Turn>;

export const NoteView = z.object({
  noteId: NoteId,
  text: z.string(),
  writtenAt: Instant,
  organisationId: z.string().nullable(),
});
export type NoteView = z.infer<typeof NoteView>;

/** What the pure core shows of a case to one viewer. */
export const CaseOverview = z.object({
  caseId: CaseId,
  /** Eight characters people can say to each other, for example `R4K7-9TQZ`. */
  code: z.string(),
  status: z.enum(codesOf(caseStatuses)),
  sequence: z.number().int(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  outcome: z.enum(codesOf(caseOutcomes)).nullable(),
  facts: CaseFacts,
  consent: Consent.nullable(),
  lead: ServiceRef.nullable(),
  /** The referral whose service, which helps already, is asked to lead; absent when none is. */
  leadOffer: z.object({ referralId: ReferralId, since: Instant, answerBy: Instant }).optional(),
  /** The clock of a request sent now, null for imported history. */
  policy: Policy.pick({ calendar: true, answer: true }).nullable(),
  dispatch: z.object({ since: Instant, reason: z.enum(codesOf(dispatchReasons)) }).nullable(),
  turns: z.array(Turn),
  referrals: z.array(ReferralView),
  actions: z.array(Action),
});
export type CaseOverview = z.infer<typeof CaseOverview>;

/** The most events that one answer carries. */
export const timelineLength = 100;

const sequenceAsked = z.coerce.number().int().min(1).max(2_147_483_647);

/** `GET /api/v1/cases/{caseId}`: the sequence of the case that the asker has seen already; the answer is not older. */
export const CaseQuery = z.object({ atLeast: sequenceAsked.optional() });
export type CaseQuery = z.infer<typeof CaseQuery>;

/** A stretch of what happened in a case: `GET /api/v1/cases/{caseId}/timeline`, and part of the case's view. */
export const Timeline = z.object({
  /** Oldest first, at most `timelineLength`. */
  timeline: z.array(CaseEvent),
  /** The notes that these events wrote; in a case's view also the messages of all its referrals. */
  notes: z.array(NoteView),
  /** Whoever did one of these events in the name of somebody absent, and those in whose name it was; by id. */
  people: z.array(z.object({ personId: PersonId, name: z.string() })),
  /** How many events came before the first of these. */
  earlier: z.number().int().min(0),
  /**
   * Sequences of events that have happened and belong to this stretch, and are not in it, because the log is not so far yet: of those
   * between the two some may be there. Null when none is missing.
   */
  missing: z.object({ from: z.number().int().min(1), to: z.number().int().min(1) }).nullable(),
});
export type Timeline = z.infer<typeof Timeline>;

/** Which stretch: the newest before a sequence. */
export const TimelineQuery = z.object({ before: sequenceAsked });
export type TimelineQuery = z.infer<typeof TimelineQuery>;

/** `GET /api/v1/cases/{caseId}` with the newest events, and part of every command's answer. */
export const CaseView = CaseOverview.extend({
  ...Timeline.shape,
  /** True when the notes' key was destroyed. */
  notesErased: z.boolean(),
});
export type CaseView = z.infer<typeof CaseView>;

/** Answer to a command or to a new case. */
export const CommandAnswer = z.object({
  caseId: CaseId,
  /** Sequence of the case after the command; the same for every retry of the same key. */
  sequence: z.number().int(),
  case: CaseView,
});
export type CommandAnswer = z.infer<typeof CommandAnswer>;

/** One line of the case list. */
export const CaseSummary = z.object({
  caseId: CaseId,
  code: z.string(),
  status: z.enum(codesOf(caseStatuses)),
  facts: CaseFacts,
  lead: ServiceRef.nullable(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  outcome: z.enum(codesOf(caseOutcomes)).nullable(),
  activeReferrals: z.number().int(),
  /** Earliest deadline that runs, null when none does. */
  dueAt: Instant.nullable(),
  /** In whose name the caller sees it, when they stand in for somebody. */
  inNameOf: PersonId.optional(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const CaseListQuery = z.object({
  status: z.enum(codesOf(caseStatuses)).optional(),
  difficulty: Difficulty.optional(),
  /** Start of a case code. */
  code: z.string().max(20).optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CaseListQuery = z.infer<typeof CaseListQuery>;

export const CaseList = z.object({
  cases: z.array(CaseSummary),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
});
export type CaseList = z.infer<typeof CaseList>;

/** A drawer of an inbox. */
export const InboxBucket = z.enum(inboxBuckets);
export type InboxBucket = z.infer<typeof InboxBucket>;

/** One line of somebody's inbox, as the pure core derives it from a case. */
export const InboxLine = z.object({
  caseId: CaseId,
  code: z.string(),
  /** Of a referral its id and the end (`<referralId>:receiver`), else `dispatch`, `decide`, `decide:escalated` or `follow-up:<instant>`; unique within a case and owner. */
  key: z.string(),
  /** The service whose inbox it is, null for the coordinators'. */
  ownerServiceId: z.string().nullable(),
  bucket: InboxBucket,
  referralId: ReferralId.nullable(),
  state: z.enum(codesOf(referralStates)).nullable(),
  outcome: z.enum(codesOf(referralOutcomes)).nullable(),
  declineReason: z.enum(codesOf(declineReasons)).nullable(),
  to: ServiceRef.nullable(),
  from: Party.nullable(),
  facts: CaseFacts,
  urgency: Urgency,
  hop: z.number().int(),
  /** How many services were offered this at once; 1 when alone. */
  offeredTo: z.number().int(),
  escalated: z.boolean(),
  /** What the coordinators were told of, and how many times; absent while they were told of nothing. */
  told: z.object({ cause: z.enum(codesOf(escalationCauses)), times: z.number().int() }).optional(),
  deadline: Deadline.nullable(),
  expiresAt: Instant.nullable(),
  /** Whether its owner may open the case. */
  visible: z.boolean(),
  /** When this line came to be what it is. */
  since: Instant,
});
export type InboxLine = z.infer<typeof InboxLine>;

export const InboxQuery = z.object({
  bucket: InboxBucket.optional(),
  language: CaseLanguage.optional(),
  difficulty: Difficulty.optional(),
  serviceId: z.string().max(60).optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type InboxQuery = z.infer<typeof InboxQuery>;

/** `GET /api/v1/inbox`: lines of one bucket, what is due next first, and the size of every bucket. */
export const Inbox = z.object({
  bucket: InboxBucket,
  lines: z.array(InboxLine),
  nextCursor: z.string().nullable(),
  counts: z.partialRecord(InboxBucket, z.number().int()),
});
export type Inbox = z.infer<typeof Inbox>;
