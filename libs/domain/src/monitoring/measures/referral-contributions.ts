import type { ExactCubeName } from '#contracts/monitoring/codes';
import { weekOf } from '../../calendar/weeks.js';
import { answeredAt, answeredWith } from '../../case/answer.js';
import type { KnownCase, Referral } from '../../case/state.js';
import { calendarOf, groupsOf, timeBandOf } from './bands.js';
import { hopOf, senderOf } from './chain.js';
import type { Contribution } from './contribution.js';

/** What a referral contributes; one that was recalled or released before an answer was sent and no more. */
export function referralContributionsOf(state: KnownCase, referral: Referral): Contribution[] {
  return [...sendingOf(state, referral), ...answerOf(state, referral), ...helpOf(state, referral)];
}

function sendingOf(state: KnownCase, referral: Referral): Contribution[] {
  const { sentAt, from, to } = referral;
  const week = weekOf(sentAt, calendarOf(state));
  const { difficulty } = groupsOf(state.facts);
  const sender = senderOf(state, referral);
  return [
    { cube: 'sent', week, codes: [sender, to.profession, difficulty] },
    { cube: 'hops', week, codes: [to.profession, hopOf(state, referral)] },
    { cube: 'service-received', week, codes: [to.serviceId, sender] },
    ...(from.serviceId === null
      ? []
      : [{ cube: 'service-sent', week, codes: [from.serviceId, to.profession] } as const]),
  ];
}

function answerOf(state: KnownCase, referral: Referral): Contribution[] {
  const answer = answeredWith(referral);
  const until = answeredAt(referral);
  if (answer === null || until === null) {
    return [];
  }
  const time = timeBandOf(referral.sentAt, until, calendarOf(state));
  return pair(state, referral, 'answered', until, [answer, time]);
}

function helpOf(state: KnownCase, referral: Referral): Contribution[] {
  const { contacted, endedAt, outcome, pausedMinutes } = referral;
  const from = answeredAt(referral);
  if (from === null) {
    return [];
  }
  const timeTo = (until: string, paused?: number) => timeBandOf(from, until, calendarOf(state), paused);
  return [
    ...(contacted === undefined
      ? []
      : pair(state, referral, 'contacted', contacted.at, [timeTo(contacted.at, contacted.pausedMinutes)])),
    ...(outcome === null || endedAt === null
      ? []
      : pair(state, referral, 'ended', endedAt, [outcome, timeTo(endedAt, pausedMinutes)])),
  ];
}

/** The same count for the profession and for the service that was asked. */
function pair(
  state: KnownCase,
  { to }: Referral,
  cube: 'answered' | 'contacted' | 'ended',
  at: string,
  codes: readonly string[],
): Contribution[] {
  const week = weekOf(at, calendarOf(state));
  const ofService: ExactCubeName = `service-${cube}`;
  return [
    { cube, week, codes: [to.profession, ...codes] },
    { cube: ofService, week, codes: [to.serviceId, ...codes] },
  ];
}
