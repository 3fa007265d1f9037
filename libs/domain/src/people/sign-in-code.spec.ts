import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { codeCount } from '../spelling/index.js';
import {
  codeLimits,
  guessedWithin,
  invitationLimits,
  invitationTimes,
  mayTry,
  mayWrite,
  networkLimits,
} from './index.js';

describe('guessing a code', () => {
  it('finds one person in 300 million years, and one of a thousand persons in 300,000', () => {
    expect(1 / guessedWithin(366)).toBeGreaterThan(300_000_000);
    expect(1 / (1_000 * guessedWithin(366))).toBeGreaterThan(300_000);
  });

  it.each([
    [0, 0, true],
    [4, 9, true],
    [5, 5, false],
    [0, 10, false],
    [0, 11, false],
  ])('after %d wrong ones of it and %d of its person, a code is looked at: %s', (ofOne, ofPerson, may) => {
    expect(mayTry({ ofOne, ofPerson })).toBe(may);
  });
});

describe('docs/security.md', () => {
  const told = readFileSync('docs/security.md', 'utf8').replaceAll(/\s+/g, ' ');

  it('computes with the limits that there are', () => {
    expect([codeCount, codeLimits]).toEqual([
      2 ** 40,
      { minutes: 15, wrongOfOne: 5, wrongOfPerson: 10, wrongHours: 24, lettersAnHour: 5 },
    ]);
    expect(told).toContain('2^40, about 1.1 × 10^12 codes');
    expect(told).toContain('Five wrong ones end a code; after ten wrong ones in 24 hours');
    expect(told).toContain('at most 3,660 tries a year, a chance of 1 in 300 million; at a thousand persons');
    expect(told).toContain('1 in 300,000');
    expect(366 * codeLimits.wrongOfPerson).toBe(3_660);
    // Five that are sent anyway, and another each time that none works any more.
    expect(codeLimits.lettersAnHour + 60 / codeLimits.minutes - 1).toBe(8);
    expect(told).toContain('at most eight mails an hour reach somebody');
  });

  it('tells how often one network address asks, and how many invitations are sent', () => {
    expect(networkLimits).toEqual({ codes: 30, uses: 60, flows: 60, joins: 300, minutes: 10 });
    expect(told).toContain('30 codes are asked for and 60 codes or links used within ten minutes');
    expect(told).toContain('links are looked at or used 300 times within ten minutes, and 60 ways to providers begun');
    expect(invitationLimits).toEqual({ toAddress: 4, ofHouse: 50, byPerson: 100, hours: 24 });
    expect(told).toContain('In 24 hours at most four letters go to one address');
    expect(invitationTimes).toEqual({ letterDays: 14, firstHours: 24 });
    expect(told).toContain('The link of an invitation is valid for 14 days');
    expect(told).toContain('50 invitations are sent for one organisation, 100 by one person');
  });
});

describe('letters to a person', () => {
  it.each([
    [0, 0, true],
    [4, 4, true],
    [5, 1, false],
    [20, 5, false],
    [5, 0, true],
    [20, 0, true],
  ])('after %d within an hour, of which %d work, another one is written: %s', (lastHour, working, may) => {
    expect(mayWrite({ lastHour, working })).toBe(may);
  });
});
