import type { Action, CaseFacts, CaseRequestInput, CaseView, Consent, OpenCaseRequest } from '#contracts/case';
import {
  caseOutcomes,
  declineChoices,
  declineReasons,
  dispatchResolutions,
  followUpStatuses,
  holdReasons,
  progressSteps,
  referralOutcomes,
  reopenReasons,
} from '#contracts/case/codes';
import { codesOf, professions } from '#contracts/kernel/codes';
import type { DemoPerson } from '../../../scripts/demo/demonstration.js';
import { directory } from '../../../scripts/demo/directory.js';
import { profileOf } from '../../../scripts/demo/facts.js';
import { noteIn, openingNotes } from '../../../scripts/demo/notes.js';
import { happens, pickOne, shuffled, type Random } from '../../../scripts/demo/random.js';

const [second, day] = [1_000, 86_400_000];
/** The longest of the holds that end by their clock while the load runs. */
const longestShortHold = 5 * second;

/** Facts of a new case, or corrected ones. */
export function someFacts(random: Random): CaseFacts {
  return profileOf(random, happens(random, 0.3)).facts;
}

/** A text that the anonymity guard lets pass. */
export function someNote(random: Random): string {
  return noteIn(random, openingNotes, happens(random, 0.5) ? 'fr' : 'nl');
}

function someConsent(random: Random): Consent {
  const all = codesOf(professions);
  return {
    givenOn: new Date().toISOString().slice(0, 10),
    channel: 'oral',
    professions: happens(random, 0.8) ? all : shuffled(random, all).slice(0, 4),
  };
}

/** A new case as a person opens it. */
export function opening(random: Random, person: DemoPerson): OpenCaseRequest {
  const [actingServiceId] = shuffled(random, person.serviceIds);
  return {
    facts: someFacts(random),
    consent: someConsent(random),
    ...(happens(random, 0.3) && { note: someNote(random) }),
    ...(actingServiceId !== undefined && happens(random, 0.5) && { actingServiceId }),
  };
}

/** Services that may be asked: those of professions the consent names, without those that are asked already. */
function askable(view: CaseView): string[] {
  const active = new Set(view.referrals.filter((one) => one.endedAt === null).map((one) => one.to.serviceId));
  const allowed = view.consent?.professions ?? [];
  return directory.services
    .filter((one) => allowed.includes(one.profession) && !active.has(one.serviceId))
    .map((one) => one.serviceId);
}

/** A body for an action that a view names; undefined when there is nothing sensible to say. */
export function bodyFor(random: Random, action: Action, view: CaseView): CaseRequestInput | undefined {
  const { type, referralId = '' } = action;
  switch (type) {
    case 'refer':
    case 'hand-on':
      return sending(random, type, referralId, view);
    case 'decline':
      return {
        type,
        referralId,
        reason: pickOne(random, codesOf(declineReasons)),
        choice: pickOne(random, codesOf(declineChoices)),
      };
    case 'record-progress':
      return {
        type,
        referralId,
        step: pickOne(random, codesOf(progressSteps)),
        ...(happens(random, 0.3) && { note: someNote(random) }),
      };
    case 'hold':
      return { type, referralId, reason: pickOne(random, codesOf(holdReasons)), until: holdUntil(random) };
    case 'close-referral':
      return {
        type,
        referralId,
        outcome: pickOne(
          random,
          codesOf(referralOutcomes).filter((one) => one !== 'referred-onward'),
        ),
      };
    case 'recall':
      return { type, referralId, reason: pickOne(random, ['sent-by-mistake', 'need-changed', 'no-answer'] as const) };
    case 'answer-recall':
    case 'answer-lead':
      return { type, referralId, agree: happens(random, 0.5) };
    case 'amend-facts':
      return { type, facts: someFacts(random) };
    case 'renew-consent':
      return { type, consent: someConsent(random) };
    case 'add-note':
      return { type, note: someNote(random) };
    case 'resolve-dispatch':
      return { type, resolution: pickOne(random, codesOf(dispatchResolutions)) };
    case 'close-case':
      return {
        type,
        outcome: pickOne(
          random,
          codesOf(caseOutcomes).filter((one) => one !== 'withdrawn'),
        ),
      };
    case 'reopen-case':
      return { type, reason: pickOne(random, codesOf(reopenReasons)), consent: someConsent(random) };
    case 'record-follow-up':
      return { type, month: action.month ?? 0, status: pickOne(random, codesOf(followUpStatuses)) };
    case 'withdraw-consent':
      return { type };
    case 'accept':
    case 'record-first-contact':
    case 'resume':
    case 'undo-answer':
    case 'offer-lead':
      return { type, referralId };
    default:
      return type satisfies never;
  }
}

function sending(
  random: Random,
  type: 'refer' | 'hand-on',
  referralId: string,
  view: CaseView,
): CaseRequestInput | undefined {
  const serviceIds = shuffled(random, askable(view)).slice(0, 1 + Math.floor(random() * 3));
  if (serviceIds.length === 0) {
    return undefined;
  }
  const mode = happens(random, 0.4) ? ('offer' as const) : ('each' as const);
  const message = happens(random, 0.3) && { message: someNote(random) };
  return type === 'hand-on'
    ? { type, referralId, serviceIds, mode, ...message }
    : { type, serviceIds, mode, proposesLead: serviceIds.length === 1 && happens(random, 0.2), ...message };
}

/** Most holds end while the load runs, so that clocks fire through the public API. */
function holdUntil(random: Random): string {
  const length = happens(random, 0.7) ? second + random() * (longestShortHold - second) : day * (1 + random() * 100);
  return new Date(Date.now() + length).toISOString();
}

/** When the last of the short holds that were asked for is over; milliseconds since 1970. */
export function endOfShortHolds(asked: readonly { readonly body: unknown }[]): number {
  const ends = asked.map(({ body }) =>
    typeof body === 'object' && body !== null && 'until' in body ? Date.parse(String(body.until)) : 0,
  );
  return Math.max(0, ...ends.filter((end) => end < Date.now() + longestShortHold));
}
