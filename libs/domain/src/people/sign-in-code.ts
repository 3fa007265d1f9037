import { codeCount } from '../spelling/index.js';

/**
 * How a one-time code is guarded. Whoever guesses has five tries at a code and ten at a person in 24 hours, 3,660 in a year, each
 * of them against one of 2^40 codes: one person in 300 million years of guessing is found out, and of a thousand persons whom
 * somebody guesses at all year long it is one in 300,000 years. The secret of a link has 128 bits and is not guessed.
 */
export const codeLimits = {
  /** How long a code and its link work. */
  minutes: 15,
  wrongOfOne: 5,
  wrongOfPerson: 10,
  wrongHours: 24,
  /** Letters to one person; see `mayWrite`. */
  lettersAnHour: 5,
} as const;

/** What one network address may ask for in a while: codes, that they be taken, ways to providers, and looks at or acceptances of invitations. */
export const networkLimits = { codes: 30, uses: 60, flows: 60, joins: 300, minutes: 10 } as const;

/** The chance that somebody who guesses at a person all the time has guessed a code after so many days. */
export function guessedWithin(days: number): number {
  return (codeLimits.wrongOfPerson * days * 24) / codeLimits.wrongHours / codeCount;
}

/** Wrong codes so far: those of this one, and those of its person within the last hours, whoever wrote them. */
export type WrongCodes = { readonly ofOne: number; readonly ofPerson: number };

/**
 * Whether a code is looked at at all. Its link works whatever is written in place of the code, so that nobody can keep others out
 * by writing wrong ones in their name.
 */
export function mayTry({ ofOne, ofPerson }: WrongCodes): boolean {
  return ofOne < codeLimits.wrongOfOne && ofPerson < codeLimits.wrongOfPerson;
}

/** Letters to a person: those of the last hour, and how many of them still have a link that works. */
export type Letters = { readonly lastHour: number; readonly working: number };

/**
 * Whether another letter is written to a person. Beyond five in an hour they use one of those that work; when none does they get
 * one, since otherwise whoever asks in their name could keep them out.
 */
export function mayWrite({ lastHour, working }: Letters): boolean {
  return lastHour < codeLimits.lettersAnHour || working === 0;
}
