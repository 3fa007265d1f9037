import { z } from 'zod';
import { codesOf } from '../kernel/codes/index.js';
import {
  caseOutcomes,
  declineChoices,
  declineReasons,
  dispatchResolutions,
  followUpStatuses,
  holdReasons,
  longestNote,
  mostServices,
  progressSteps,
  recallReasons,
  referralOutcomes,
  reopenReasons,
} from './codes/index.js';
import { CaseFacts, Consent, GivenConsent, GivenFacts, ServiceRef } from './facts.js';
import { CaseId, Instant, NoteId, ReferralId, ServiceId } from '../kernel/ids.js';
import { Policy } from './policy.js';

/** A free text of a person, checked by the anonymity guard before it is stored. */
export const NoteText = z.string().trim().min(1).max(longestNote);

const referralOutcomeOfClosing = z.enum(codesOf(referralOutcomes)).exclude(['referred-onward']);
const caseOutcomeOfClosing = z.enum(codesOf(caseOutcomes)).exclude(['withdrawn']);

/** Commands that are the same whether they come from a browser or reach the workflow. */
const plain = [
  z.object({ type: z.literal('accept'), referralId: ReferralId }),
  z.object({
    type: z.literal('decline'),
    referralId: ReferralId,
    reason: z.enum(codesOf(declineReasons)),
    choice: z.enum(codesOf(declineChoices)),
  }),
  z.object({ type: z.literal('record-first-contact'), referralId: ReferralId }),
  z.object({ type: z.literal('hold'), referralId: ReferralId, reason: z.enum(codesOf(holdReasons)), until: Instant }),
  z.object({ type: z.literal('resume'), referralId: ReferralId }),
  z.object({ type: z.literal('close-referral'), referralId: ReferralId, outcome: referralOutcomeOfClosing }),
  z.object({
    type: z.literal('recall'),
    referralId: ReferralId,
    reason: z.enum(codesOf(recallReasons)).exclude(['consent-withdrawn']),
  }),
  z.object({ type: z.literal('answer-recall'), referralId: ReferralId, agree: z.boolean() }),
  z.object({ type: z.literal('undo-answer'), referralId: ReferralId }),
  z.object({ type: z.literal('offer-lead'), referralId: ReferralId }),
  z.object({ type: z.literal('answer-lead'), referralId: ReferralId, agree: z.boolean() }),
  z.object({ type: z.literal('amend-facts'), facts: GivenFacts }),
  z.object({ type: z.literal('renew-consent'), consent: GivenConsent }),
  z.object({ type: z.literal('withdraw-consent') }),
  z.object({ type: z.literal('resolve-dispatch'), resolution: z.enum(codesOf(dispatchResolutions)) }),
  z.object({ type: z.literal('close-case'), outcome: caseOutcomeOfClosing }),
  z.object({
    type: z.literal('reopen-case'),
    reason: z.enum(codesOf(reopenReasons)),
    consent: GivenConsent.optional(),
  }),
  z.object({
    type: z.literal('record-follow-up'),
    month: z.number().int().positive(),
    status: z.enum(codesOf(followUpStatuses)),
  }),
] as const;

/** `each`: one referral per service, all may accept. `offer`: the first acceptance wins, the others are released. */
const mode = z.enum(['each', 'offer']);

/** A command as the browser sends it: services by id, notes in clear. `POST /api/v1/cases/{caseId}/commands`. */
export const CaseRequest = z.discriminatedUnion('type', [
  ...plain,
  z.object({
    type: z.literal('refer'),
    serviceIds: z.array(ServiceId).min(1).max(mostServices),
    mode: mode.default('each'),
    proposesLead: z.boolean().default(false),
    message: NoteText.optional(),
    actingServiceId: ServiceId.optional(),
  }),
  z.object({
    type: z.literal('hand-on'),
    referralId: ReferralId,
    serviceIds: z.array(ServiceId).min(1).max(mostServices),
    mode: mode.default('offer'),
    message: NoteText.optional(),
  }),
  z.object({
    type: z.literal('record-progress'),
    referralId: ReferralId,
    step: z.enum(codesOf(progressSteps)),
    note: NoteText.optional(),
  }),
  z.object({ type: z.literal('add-note'), note: NoteText }),
]);
export type CaseRequest = z.infer<typeof CaseRequest>;
export type CaseRequestInput = z.input<typeof CaseRequest>;

/** A new case as the browser sends it. `POST /api/v1/cases`. */
export const OpenCaseRequest = z.object({
  facts: GivenFacts,
  consent: GivenConsent,
  note: NoteText.optional(),
  actingServiceId: ServiceId.optional(),
});
export type OpenCaseRequest = z.infer<typeof OpenCaseRequest>;

/** A service a referral is addressed to, with the id of the referral that will exist. */
export const Target = z.object({ referralId: ReferralId, service: ServiceRef });
export type Target = z.infer<typeof Target>;

/** A command as it reaches the workflow: services resolved, notes stored and named by id. */
export const CaseCommand = z.discriminatedUnion('type', [
  ...plain,
  z.object({
    type: z.literal('open-case'),
    caseId: CaseId,
    facts: CaseFacts,
    consent: Consent,
    policy: Policy,
    lead: ServiceRef.nullable(),
    noteId: NoteId.optional(),
  }),
  z.object({
    type: z.literal('refer'),
    targets: z.array(Target).min(1).max(mostServices),
    mode,
    proposesLead: z.boolean(),
    messageNoteId: NoteId.optional(),
    actingServiceId: ServiceId.optional(),
  }),
  z.object({
    type: z.literal('hand-on'),
    referralId: ReferralId,
    targets: z.array(Target).min(1).max(mostServices),
    mode,
    messageNoteId: NoteId.optional(),
  }),
  z.object({
    type: z.literal('record-progress'),
    referralId: ReferralId,
    step: z.enum(codesOf(progressSteps)),
    noteId: NoteId.optional(),
  }),
  z.object({ type: z.literal('add-note'), noteId: NoteId }),
]);
export type CaseCommand = z.infer<typeof CaseCommand>;
