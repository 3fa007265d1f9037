import { describe, expect, it } from '@jest/globals';
import type { TFunction } from 'i18next';
import type { Language } from '#contracts/kernel/codes';
import { civilDate, formatsIn, lastDayOf } from './time.js';

const words: Readonly<Record<string, string>> = { 'time.tomorrow': 'demain', 'time.spokenAt': '{{day}} à {{time}}' };

/** The French texts that a time needs. */
const t = ((key: string, values: Readonly<Record<string, string>> = {}) =>
  (words[key] ?? '{{day}} {{time}}').replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')) as TFunction;

const now = new Date('2026-11-29T10:00:00Z');
const at = (instant: string) => new Date(instant);
const formats = (language: Language) => formatsIn(language, t);

describe('what ends with a day', () => {
  it('ends at the midnight after it, and what ends within a day on that day', () => {
    const days = ['2026-11-29T23:00:00Z', '2026-11-29T10:00:00Z'].map((until) => civilDate(lastDayOf(until)));
    expect(days).toEqual(['2026-11-29', '2026-11-29']);
  });
});

describe('times in words', () => {
  it('count the hours of a day in French as French does', () => {
    const { clock } = formats('fr');
    expect(
      ['2026-11-30T16:00:00Z', '2026-11-30T16:30:00Z', '2026-11-30T07:05:00Z'].map((one) => clock(at(one))),
    ).toEqual(['17\u00a0h', '17\u00a0h\u00a030', '8\u00a0h\u00a005']);
    expect((['nl', 'en'] as const).map((language) => formats(language).clock(at('2026-11-30T16:00:00Z')))).toEqual([
      '17:00',
      '17:00',
    ]);
  });

  it('say the first of a month as the first', () => {
    const first = at('2026-12-01T16:00:00Z');
    expect([formats('fr').date(first), formats('fr').date(at('2026-12-11T16:00:00Z'))]).toEqual([
      '1er déc. 2026',
      '11 déc. 2026',
    ]);
    expect([formats('nl').date(first), formats('en').date(first)]).toEqual(['1 dec 2026', '1 Dec 2026']);
  });

  it('stand in a French sentence: "avant demain à 17 h", "avant vendredi 11 déc. à 17 h"', () => {
    const { spokenTime } = formats('fr');
    expect(spokenTime(at('2026-11-30T16:00:00Z'), now)).toBe('demain à 17\u00a0h');
    expect(spokenTime(at('2026-12-11T16:00:00Z'), now)).toBe('vendredi 11 déc. à 17\u00a0h');
  });
});
