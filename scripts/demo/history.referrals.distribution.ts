import type { CaseOutcome, Channel, DeclineReason, ReferralOutcome, Sender } from '#contracts/case/codes';
import type { DifficultyGroup, Profession } from '#contracts/kernel/codes';

/** Weights of a choice; they need not add up to 1. */
type Weights<Code extends string> = Readonly<Partial<Record<Code, number>>>;
type Outcome = Exclude<CaseOutcome, 'withdrawn'>;

/** Share of cases that were referred at all. */
export const referredShare: Readonly<Record<Outcome, number>> = {
  recovered: 0.9,
  restructured: 0.95,
  'orderly-stop': 0.85,
  insolvency: 0.85,
  restart: 0.9,
  'lost-contact': 0.6,
};

/** Who sends the first referral of a case that came this way. */
export const sendersByChannel: Readonly<Record<Channel, Weights<Sender>>> = {
  phone: { 'first-line': 55, coordination: 30, accountant: 10, mediator: 5 },
  desk: { 'first-line': 80, coordination: 20 },
  web: { coordination: 60, 'first-line': 40 },
  member: { accountant: 45, 'financial-adviser': 25, mediator: 15, coach: 15 },
  court: { lawyer: 60, coordination: 40 },
  unknown: { coordination: 50, 'first-line': 50 },
};

/** Whom a main difficulty is brought to. */
export const professionsByDifficulty: Readonly<Record<DifficultyGroup, Weights<Profession>>> = {
  'public-debt': { accountant: 50, 'financial-adviser': 20, mediator: 20, lawyer: 10 },
  'private-debt': { 'financial-adviser': 40, mediator: 28, lawyer: 20, accountant: 12 },
  business: { 'financial-adviser': 32, accountant: 30, coach: 28, mediator: 10 },
  relations: { mediator: 52, lawyer: 38, coach: 10 },
  person: { psychologist: 70, coach: 22, mediator: 8 },
};

/** Share of referrals that are declined for other reasons than want of room, by the profession asked. */
export const declineShare: Readonly<Record<Profession, number>> = {
  mediator: 0.08,
  accountant: 0.11,
  psychologist: 0.07,
  lawyer: 0.14,
  'financial-adviser': 0.12,
  coach: 0.08,
};
export const expiredShare = 0.04;
export const declineReasons: Weights<DeclineReason> = {
  full: 15,
  'not-our-work': 25,
  'territory-or-language': 13,
  'conflict-of-interest': 7,
  'better-placed-elsewhere': 25,
  'entrepreneur-refused': 15,
};
export const fullReasons: Weights<DeclineReason> = { full: 1 };

/** Working days until the answer, when there is room and when there is little. */
export const answerDays: Weights<'0' | '1' | '2' | '3' | '4' | '5' | '6'> = {
  0: 24,
  1: 34,
  2: 22,
  3: 12,
  4: 5,
  5: 2,
  6: 1,
};
export const answerDaysFull: typeof answerDays = { 0: 8, 1: 18, 2: 22, 3: 22, 4: 15, 5: 9, 6: 6 };

/** Working days from acceptance to the first contact. */
export const acceptedAfter: Weights<'0' | '1' | '2' | '3' | '5' | '8' | '12'> = {
  0: 8,
  1: 22,
  2: 26,
  3: 22,
  5: 14,
  8: 6,
  12: 2,
};

/** Days of help on average. */
export const helpDays: Readonly<Record<Profession, number>> = {
  mediator: 55,
  accountant: 38,
  psychologist: 80,
  lawyer: 70,
  'financial-adviser': 45,
  coach: 60,
};

/** How help ends in cases that end so. */
export const endsOf: Readonly<Record<Outcome, Weights<ReferralOutcome>>> = {
  recovered: { helped: 66, 'partly-helped': 18, 'referred-onward': 16 },
  restructured: { helped: 58, 'partly-helped': 22, 'referred-onward': 20 },
  'orderly-stop': { helped: 38, 'partly-helped': 32, 'not-helped': 12, 'referred-onward': 18 },
  insolvency: { helped: 20, 'partly-helped': 32, 'not-helped': 28, 'referred-onward': 20 },
  restart: { helped: 60, 'partly-helped': 25, 'referred-onward': 15 },
  'lost-contact': { 'lost-contact': 70, 'partly-helped': 12, 'not-helped': 10, withdrawn: 8 },
};
