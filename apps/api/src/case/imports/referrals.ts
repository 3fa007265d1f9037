import type { PastReferral } from '#contracts/case';
import { answers, referralOutcomes, senders } from '#contracts/case/codes';
import { CalendarDate } from '#contracts/kernel';
import { codesOf, professions } from '#contracts/kernel/codes';
import { CellFault } from './cell-fault.js';

/** A referral of a row; dates are calendar dates. */
export type ImportedReferral = PastReferral;

const mostReferrals = 20;
const partsOfReferral = 7;

/**
 * Reads the cell of the column `referrals`. A referral that a profession sends goes on from the last one to that profession.
 * @throws CellFault that tells which referral is at fault
 */
export function readReferrals(cell: string): ImportedReferral[] {
  const parts = cell.split('|');
  if (parts.length > mostReferrals) {
    throw new CellFault('referral-many', { count: mostReferrals });
  }
  const read: ImportedReferral[] = [];
  parts.forEach((part, at) => {
    const referral = readReferral(part, at + 1);
    const parent = read.findLast((one) => one.to === referral.from);
    read.push({ ...referral, hop: parent === undefined ? 0 : parent.hop + 1 });
  });
  return read;
}

/** True when all dates of the referrals lie within those of their case. */
export function lieWithin(referrals: readonly ImportedReferral[], opened: string, closed: string): boolean {
  return referrals.flatMap(datesOf).every((date) => date >= opened && date <= closed);
}

/** The same with every date as an instant. */
export function withInstants(referral: ImportedReferral, instantOf: (date: string) => string): PastReferral {
  const maybe = (date: string | null) => (date === null ? null : instantOf(date));
  return {
    ...referral,
    sentOn: instantOf(referral.sentOn),
    answeredOn: maybe(referral.answeredOn),
    firstContactOn: maybe(referral.firstContactOn),
    endedOn: maybe(referral.endedOn),
  };
}

function readReferral(text: string, number: number): ImportedReferral {
  const parts = text.split(':').map((part) => part.trim());
  const [who = '', sentOn = '', answer = '', answeredOn = '', firstContactOn = '', endedOn = '', outcome = ''] = parts;
  const ends = who.split('>').map((part) => part.trim());
  const [from = '', to = ''] = ends;
  if (ends.length !== 2 || sentOn === '' || parts.length > partsOfReferral) {
    throw new CellFault('referral-shape', { number });
  }
  const referral: ImportedReferral = {
    from: codeOf(senders, from, number),
    to: codeOf(professions, to, number),
    sentOn: dateOf(sentOn, number),
    answer: maybe(answer, (code) => codeOf(answers, code, number)),
    answeredOn: maybe(answeredOn, (date) => dateOf(date, number)),
    firstContactOn: maybe(firstContactOn, (date) => dateOf(date, number)),
    endedOn: maybe(endedOn, (date) => dateOf(date, number)),
    outcome: maybe(outcome, (code) => codeOf(referralOutcomes, code, number)),
    hop: 0,
  };
  checkParts(referral, number);
  return referral;
}

function checkParts(referral: ImportedReferral, number: number): void {
  const { answer, answeredOn, firstContactOn, endedOn, outcome } = referral;
  const helped = firstContactOn !== null || endedOn !== null || outcome !== null;
  if ((answer === null) !== (answeredOn === null)) {
    throw new CellFault('referral-answer', { number });
  }
  if (helped && answer !== 'accepted') {
    throw new CellFault('referral-help', { number });
  }
  if ((endedOn === null) !== (outcome === null)) {
    throw new CellFault('referral-end', { number });
  }
  const dates = datesOf(referral);
  if (dates.some((date, at) => date < (dates[at - 1] ?? ''))) {
    throw new CellFault('referral-order', { number });
  }
}

function datesOf({ sentOn, answeredOn, firstContactOn, endedOn }: ImportedReferral): string[] {
  return [sentOn, answeredOn, firstContactOn, endedOn].filter((date) => date !== null);
}

function maybe<Value>(text: string, read: (text: string) => Value): Value | null {
  return text === '' ? null : read(text);
}

function codeOf<Code extends string>(list: Readonly<Record<Code, unknown>>, text: string, number: number): Code {
  const found = codesOf(list).find((code) => code === text);
  if (found === undefined) {
    throw new CellFault('referral-code', { number, value: text.slice(0, 60), codes: codesOf(list).join(', ') });
  }
  return found;
}

function dateOf(text: string, number: number): string {
  if (!CalendarDate.safeParse(text).success) {
    throw new CellFault('referral-date', { number, value: text.slice(0, 60) });
  }
  return text;
}
