import type { CaseRequestInput, DeclineChoice, DeclineReason, HoldReason, ReferralOutcome } from '#contracts/case';
import { directory } from './directory.js';
import { pickServices } from './matching.js';
import { messages, noteIn, progressNotes } from './notes.js';
import { happens, pickOne, pickWeighted, type Random } from './random.js';
import { noteLanguageOf, searchFor, type Move, type Situation } from './situation.js';

const dayMs = 86_400_000;
const steps = Object.keys(progressNotes) as (keyof typeof progressNotes)[];
const holdReasons: readonly HoldReason[] = [
  'awaiting-documents',
  'awaiting-third-party',
  'entrepreneur-unavailable',
  'awaiting-court',
];
type ClosingOutcome = Exclude<ReferralOutcome, 'referred-onward'>;
const helpedOrNot: Readonly<Partial<Record<ClosingOutcome, number>>> = {
  helped: 56,
  'partly-helped': 22,
  'not-helped': 9,
  'lost-contact': 11,
  withdrawn: 2,
};

/** What a person may do with a referral: as the service that was asked, as the one that asked, or as coordinator. */
export function referralMoves(situation: Situation): Move[] {
  const { random, person, line } = situation;
  const { referralId, to } = line;
  if (referralId === null || to === null) {
    return [];
  }
  if (!person.serviceIds.includes(to.serviceId)) {
    return happens(random, line.escalated ? 0.6 : 0.08) ? [recall(situation, referralId)] : [];
  }
  return receiverMoves(situation, referralId, to.serviceId);
}

function recall({ random, line }: Situation, referralId: string): Move {
  const reason = line.escalated ? 'no-answer' : pickOne(random, ['need-changed', 'other-service-found'] as const);
  return { action: 'recall', weight: 1, request: () => ({ type: 'recall', referralId, reason }) };
}

function receiverMoves(situation: Situation, referralId: string, serviceId: string): Move[] {
  const { random, line } = situation;
  const closeAs = (outcome: ClosingOutcome) => ({ type: 'close-referral' as const, referralId, outcome });
  switch (line.state) {
    case 'sent':
      return [
        { action: 'accept', weight: 74, request: () => ({ type: 'accept', referralId }) },
        {
          action: 'decline',
          weight: declineWeight(serviceId),
          request: () => decline(situation, referralId, serviceId),
        },
        { action: 'hand-on', weight: 6, request: () => handOn(situation, referralId) },
      ];
    case 'recall-requested':
      return [
        {
          action: 'answer-recall',
          weight: 1,
          request: () => ({ type: 'answer-recall', referralId, agree: happens(random, 0.75) }),
        },
      ];
    case 'accepted':
      return [
        {
          action: 'record-first-contact',
          weight: 88,
          request: () => ({ type: 'record-first-contact', referralId }),
        },
        { action: 'close-referral', weight: 6, request: () => closeAs('lost-contact') },
        { action: 'hand-on', weight: 4, request: () => handOn(situation, referralId) },
      ];
    case 'in-progress':
      return [
        { action: 'record-progress', weight: 52, request: () => progress(situation, referralId) },
        { action: 'close-referral', weight: 26, request: () => closeAs(pickWeighted(random, helpedOrNot)) },
        { action: 'hold', weight: 9, request: () => hold(situation, referralId) },
        { action: 'hand-on', weight: 5, request: () => handOn(situation, referralId) },
        { action: 'refer', weight: 6, request: () => bringIn(situation) },
        { action: 'withdraw-consent', weight: 0.6, request: () => ({ type: 'withdraw-consent' }) },
      ];
    case 'on-hold':
      return [
        { action: 'resume', weight: 85, request: () => ({ type: 'resume', referralId }) },
        { action: 'close-referral', weight: 10, request: () => closeAs('lost-contact') },
      ];
    default:
      return [];
  }
}

function declineWeight(serviceId: string): number {
  switch (directory.services.find((one) => one.serviceId === serviceId)?.capacity) {
    case 'full':
      return 120;
    case 'waiting-list':
      return 35;
    default:
      return 16;
  }
}

function decline({ random, line }: Situation, referralId: string, serviceId: string): CaseRequestInput {
  const service = directory.services.find((one) => one.serviceId === serviceId);
  const speaks = service?.languages.some((one) => line.facts.languages.includes(one)) ?? true;
  const [reason, choice] = declineOf(random, speaks, service?.capacity === 'available');
  return { type: 'decline', referralId, reason, choice };
}

function declineOf(random: Random, speaks: boolean, hasRoom: boolean): [DeclineReason, DeclineChoice] {
  if (!speaks) {
    return ['territory-or-language', 'out-of-remit'];
  }
  if (!hasRoom || happens(random, 0.35)) {
    return ['full', 'capacity'];
  }
  return pickOne<[DeclineReason, DeclineChoice]>(random, [
    ['not-our-work', 'out-of-remit'],
    ['better-placed-elsewhere', 'service'],
    ['entrepreneur-refused', 'entrepreneur'],
    ['conflict-of-interest', 'service'],
  ]);
}

function handOn(situation: Situation, referralId: string): CaseRequestInput | undefined {
  const { random, person, line } = situation;
  const search = searchFor(situation);
  const profession = line.to?.profession;
  const [service] = pickServices(
    random,
    { ...search, professions: search.professions.filter((one) => one === profession) },
    1,
  );
  if (service === undefined) {
    return undefined;
  }
  const message = noteIn(random, messages[service.profession], noteLanguageOf(person));
  return { type: 'hand-on', referralId, serviceIds: [service.serviceId], message };
}

function bringIn(situation: Situation): CaseRequestInput | undefined {
  const { random, person, line } = situation;
  const search = searchFor(situation);
  const others = search.professions.filter((one) => one !== line.to?.profession);
  const [service] = pickServices(random, { ...search, professions: others }, 1);
  if (service === undefined || line.to === null) {
    return undefined;
  }
  return {
    type: 'refer',
    serviceIds: [service.serviceId],
    message: noteIn(random, messages[service.profession], noteLanguageOf(person)),
    actingServiceId: line.to.serviceId,
  };
}

function progress({ random, person }: Situation, referralId: string): CaseRequestInput {
  const step = pickOne(random, steps);
  const note = happens(random, 0.7) ? { note: noteIn(random, progressNotes[step], noteLanguageOf(person)) } : {};
  return { type: 'record-progress', referralId, step, ...note };
}

function hold({ random, now }: Situation, referralId: string): CaseRequestInput {
  const days = 3 + Math.floor(random() * 18);
  const until = new Date(Date.parse(now) + days * dayMs).toISOString();
  return { type: 'hold', referralId, reason: pickOne(random, holdReasons), until };
}
