import type { CaseOutcome, CaseRequestInput, CaseView, FollowUpStatus } from '#contracts/case';
import type { Stage } from '#contracts/kernel';
import { alternativesTo, pickServices } from './matching.js';
import { messages, noteIn } from './notes.js';
import { happens, pickWeighted } from './random.js';
import { noteLanguageOf, searchFor, type Move, type Situation } from './situation.js';

type ClosingOutcome = Exclude<CaseOutcome, 'withdrawn'>;

/** How cases end that were at a stage, when they were helped. */
const outcomesByStage: Readonly<Record<Stage, Readonly<Partial<Record<ClosingOutcome, number>>>>> = {
  prevention: { recovered: 6, restructured: 2, 'orderly-stop': 1 },
  restructuring: { restructured: 6, recovered: 3, 'orderly-stop': 2 },
  distress: { restructured: 3, 'orderly-stop': 4, recovered: 2, insolvency: 2 },
  insolvency: { insolvency: 5, 'orderly-stop': 2, restart: 2 },
  restart: { restart: 6, recovered: 2 },
};

const followUps: Readonly<Record<FollowUpStatus, number>> = {
  active: 55,
  'in-difficulty': 12,
  stopped: 15,
  restarted: 6,
  'not-reached': 12,
};

/** What a lead or a coordinator may do with a case as a whole. */
export function caseMoves(situation: Situation): Move[] {
  const { random, line, view } = situation;
  if (line.bucket === 'dispatch') {
    return [
      { action: 'refer', weight: 72, request: () => referralOf(situation, 1) },
      {
        action: 'resolve-dispatch',
        weight: 18,
        request: () => ({ type: 'resolve-dispatch', resolution: 'back-to-lead' }),
      },
      {
        action: 'resolve-dispatch',
        weight: 10,
        request: () => ({ type: 'resolve-dispatch', resolution: 'nobody-available' }),
      },
    ];
  }
  const [due] = view.actions.filter((action) => action.type === 'record-follow-up');
  if (due?.month !== undefined) {
    const { month } = due;
    const status = pickWeighted(random, followUps);
    return [{ action: 'record-follow-up', weight: 1, request: () => ({ type: 'record-follow-up', month, status }) }];
  }
  const tried = view.referrals.length;
  const helped = view.referrals.some((one) => one.outcome === 'helped' || one.outcome === 'partly-helped');
  return [
    {
      action: 'refer',
      weight: tried === 0 ? 100 : helped ? 15 : 60 / tried,
      request: () => referralOf(situation, tried === 0 ? 3 : 1),
    },
    {
      action: 'close-case',
      weight: tried === 0 ? 1 : helped ? 85 : 30,
      request: () => ({ type: 'close-case', outcome: closingOutcome(situation, helped) }),
    },
  ];
}

/** A referral to one or several services, at times an offer to services of the same profession; undefined when nobody suits. */
export function referralOf(
  situation: Omit<Situation, 'line' | 'now'>,
  most: number,
  actingServiceId?: string,
): CaseRequestInput | undefined {
  const { random, person, view } = situation;
  const search = searchFor(situation);
  const leads = view.lead === null || person.serviceIds.includes(view.lead.serviceId);
  const services = pickServices(random, search, 1 + Math.floor(random() * most));
  const [first] = services;
  if (first === undefined) {
    return undefined;
  }
  const alone = services.length === 1;
  const rivals = alone && happens(random, 0.3) ? alternativesTo(first, search).slice(0, 2) : [];
  return {
    type: 'refer',
    serviceIds: [...services, ...rivals].map((one) => one.serviceId),
    mode: rivals.length > 0 ? 'offer' : 'each',
    proposesLead: alone && rivals.length === 0 && happens(random, 0.1) && leads,
    ...(happens(random, 0.6) ? { message: noteIn(random, messages[first.profession], noteLanguageOf(person)) } : {}),
    ...(actingServiceId === undefined ? {} : { actingServiceId }),
  };
}

function closingOutcome({ random, view }: Situation, helped: boolean): ClosingOutcome {
  if (!helped && lostSight(view)) {
    return 'lost-contact';
  }
  return happens(random, helped ? 0.06 : 0.5)
    ? 'lost-contact'
    : pickWeighted(random, outcomesByStage[view.facts.stage]);
}

function lostSight(view: CaseView): boolean {
  return view.referrals.some((one) => one.outcome === 'lost-contact');
}
