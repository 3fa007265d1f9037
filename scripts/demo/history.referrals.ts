import type { CaseFacts, PastReferral } from '#contracts/case';
import type { DeclineReason, ReferralOutcome, Sender } from '#contracts/case/codes';
import { difficulties, type Profession } from '#contracts/kernel/codes';
import type { Profile } from './facts.js';
import {
  acceptedAfter,
  answerDays,
  answerDaysFull,
  declineReasons,
  declineShare,
  endsOf,
  expiredShare,
  fullReasons,
  helpDays,
  professionsByDifficulty,
  referredShare,
  sendersByChannel,
} from './history.referrals.distribution.js';
import { happens, pickWeighted, type Random } from './random.js';

/** A closed case of which the referrals are told; days are counted from 1970-01-01. */
export type Closed = {
  readonly profile: Profile;
  readonly opened: number;
  readonly closed: number;
  /** Place in the three years, 0 to 1. */
  readonly moment: number;
};

type Draft = Pick<PastReferral, 'from' | 'to' | 'answer' | 'outcome'> & {
  readonly sent: number;
  readonly answered: number | null;
  readonly contacted: number | null;
  readonly ended: number | null;
};

const mostReferrals = 6;

/** The referrals of a closed case as the cell of the column `referrals`; empty when nobody was asked. */
export function referralsCell(random: Random, closed: Closed): string {
  return referralsOf(random, closed).map(textOf).join('|');
}

function referralsOf(random: Random, closed: Closed): Draft[] {
  const { facts, outcome } = closed.profile;
  const told: Draft[] = [];
  if (!happens(random, referredShare[outcome])) {
    return told;
  }
  const from = pickWeighted<Sender>(random, sendersByChannel[facts.channel]);
  ask(random, closed, told, {
    from,
    to: professionFor(random, facts, from),
    sent: workday(closed.opened, below(random, 4)),
  });
  // What weighs on the person is helped beside what weighs on the business.
  if (facts.difficulties.slice(1).some((one) => one.difficulty === 'mental-distress') && happens(random, 0.6)) {
    ask(random, closed, told, { from, to: 'psychologist', sent: workday(closed.opened, 2 + below(random, 8)) });
  }
  return told.sort((one, other) => one.sent - other.sent);
}

/** Asks, and asks on: somebody else after a refusal, the next profession when help is handed on. */
function ask(random: Random, closed: Closed, told: Draft[], sending: Pick<Draft, 'from' | 'to' | 'sent'>): void {
  if (sending.sent > closed.closed || told.length >= mostReferrals) {
    return;
  }
  const one = answered(random, closed, sending);
  told.push(one);
  const { facts } = closed.profile;
  const { from, to, answer, ended, outcome } = one;
  const next = one.answered === null ? null : workday(one.answered, 1);
  if (answer === 'accepted') {
    if (outcome === 'referred-onward' && ended !== null) {
      ask(random, closed, told, { from: to, to: professionFor(random, facts, to), sent: ended });
    }
  } else if (answer === 'better-placed-elsewhere' && next !== null) {
    ask(random, closed, told, { from: to, to: professionFor(random, facts, to), sent: next });
  } else if (next !== null && happens(random, 0.62)) {
    ask(random, closed, told, { from, to: happens(random, 0.7) ? to : professionFor(random, facts, to), sent: next });
  }
}

function answered(random: Random, closed: Closed, sending: Pick<Draft, 'from' | 'to' | 'sent'>): Draft {
  const silent = { ...sending, answer: null, answered: null, contacted: null, ended: null, outcome: null };
  const full = lackOfRoom(sending.to, closed.moment);
  const refuses = happens(random, declineShare[sending.to] + full);
  const expired = happens(random, expiredShare);
  const days = Number(pickWeighted(random, full > 0.05 ? answerDaysFull : answerDays));
  const at = workday(sending.sent, expired ? 6 : days);
  if (at > closed.closed) {
    return silent;
  }
  if (expired) {
    return { ...silent, answer: 'expired', answered: at };
  }
  if (refuses) {
    const reasons = happens(random, full / (full + declineShare[sending.to])) ? fullReasons : declineReasons;
    return { ...silent, answer: pickWeighted<DeclineReason>(random, reasons), answered: at };
  }
  return helped(random, closed, { ...silent, answer: 'accepted', answered: at }, at);
}

function helped(random: Random, { profile, closed, moment }: Closed, accepted: Draft, at: number): Draft {
  const full = lackOfRoom(accepted.to, moment);
  const contacted = workday(at, Math.round(Number(pickWeighted(random, acceptedAfter)) * (1 + 3 * full)));
  if (contacted > closed) {
    return { ...accepted, ended: closed, outcome: 'lost-contact' };
  }
  const length = helpDays[accepted.to] * (0.4 + 1.2 * random());
  const ended = Math.min(closed, contacted + Math.round(length));
  const outcome = pickWeighted<ReferralOutcome>(random, endsOf[profile.outcome]);
  const onward = outcome === 'referred-onward' && ended > closed - 14;
  return { ...accepted, contacted, ended, outcome: onward ? 'partly-helped' : outcome };
}

/** Extra share of refusals for want of room: psychologists fill up in the last of the three years. */
function lackOfRoom(to: Profession, moment: number): number {
  return to === 'psychologist' ? 0.02 + 0.3 * Math.max(0, (moment - 0.6) / 0.4) : 0.02;
}

function professionFor(random: Random, facts: CaseFacts, without: Sender): Profession {
  const main = facts.difficulties[0]?.difficulty ?? 'cash-flow';
  const weights = { ...professionsByDifficulty[difficulties[main].group] };
  // Now and then a case goes back to where it came from.
  if (without in weights && !happens(random, 0.05)) {
    weights[without as Profession] = 0;
  }
  return pickWeighted(random, weights);
}

/** The working day so many working days after a day; the next one when that day is not worked. */
function workday(day: number, later: number): number {
  let at = day;
  for (let left = later; left > 0 || isWeekend(at);) {
    at += 1;
    left -= isWeekend(at) ? 0 : 1;
  }
  return at;
}

/** 1970-01-01 was a Thursday. */
function isWeekend(day: number): boolean {
  return [2, 3].includes(day % 7);
}

function below(random: Random, most: number): number {
  return Math.floor(random() * most);
}

function textOf({ from, to, sent, answer, answered, contacted, ended, outcome }: Draft): string {
  const dates = (day: number | null) => (day === null ? '' : new Date(day * 86_400_000).toISOString().slice(0, 10));
  const parts = [
    `${from}>${to}`,
    dates(sent),
    answer ?? '',
    dates(answered),
    dates(contacted),
    dates(ended),
    outcome ?? '',
  ];
  return parts.join(':').replace(/:+$/, '');
}
