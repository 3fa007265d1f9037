import type { PastReferral } from '#contracts/case';
import { weekOf } from '../../calendar/weeks.js';
import type { KnownCase } from '../../case/state.js';
import { calendarOf, groupsOf, timeBandOf } from './bands.js';
import { pastHopOf } from './chain.js';
import type { Contribution } from './contribution.js';

/** What the referrals of an imported case contribute: each by itself, and an unmet need when services answered and none accepted. */
export function pastReferralsContributionsOf(state: KnownCase): Contribution[] {
  const all = state.pastReferrals ?? [];
  const lastAnswer = all
    .flatMap(({ answeredOn }) => answeredOn ?? [])
    .sort()
    .at(-1);
  const { difficulty, area } = groupsOf(state.facts);
  return [
    ...all.flatMap((one) => pastReferralContributionsOf(state, all, one)),
    ...counted(!all.some((one) => one.answer === 'accepted') && lastAnswer !== undefined && lastAnswer, (at) => ({
      cube: 'unmet',
      week: weekOf(at, calendarOf(state)),
      codes: [difficulty, area],
    })),
  ];
}

/** What a referral of an imported case contributes: the same as any other, by the dates it has; nothing about services. */
function pastReferralContributionsOf(
  state: KnownCase,
  all: readonly PastReferral[],
  referral: PastReferral,
): Contribution[] {
  const { from, to, sentOn, answer, answeredOn, firstContactOn, endedOn, outcome } = referral;
  const calendar = calendarOf(state);
  const weekAt = (at: string) => weekOf(at, calendar);
  const timeTo = (begin: string, until: string) => timeBandOf(begin, until, calendar);
  const accepted = answer === 'accepted' ? answeredOn : null;
  return [
    { cube: 'sent', week: weekAt(sentOn), codes: [from, to, groupsOf(state.facts).difficulty] },
    { cube: 'hops', week: weekAt(sentOn), codes: [to, pastHopOf(all, referral)] },
    ...counted(answer !== null && answeredOn, (at) => ({
      cube: 'answered',
      week: weekAt(at),
      codes: [to, answer ?? '', timeTo(sentOn, at)],
    })),
    ...counted(accepted !== null && firstContactOn, (at) => ({
      cube: 'contacted',
      week: weekAt(at),
      codes: [to, timeTo(accepted ?? at, at)],
    })),
    ...counted(accepted !== null && outcome !== null && endedOn, (at) => ({
      cube: 'ended',
      week: weekAt(at),
      codes: [to, outcome ?? '', timeTo(accepted ?? at, at)],
    })),
  ];
}

function counted(at: string | false | null, made: (at: string) => Contribution): Contribution[] {
  return at === false || at === null ? [] : [made(at)];
}
