import type { Instant } from '#contracts/kernel';
import type { Language } from '#contracts/kernel/codes';
import { useEffect, useState } from 'react';
import { useLanguage } from './labels.js';

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Stretches of time as short as one can say them. */
export type Ages = {
  /** `3 s`, `5 min`, `2 h` */
  lasting(seconds: number): string;
  /** `il y a 3 s` */
  ago(at: Instant, now: Instant): string;
};

/** Stretches of time in a language. */
export function agesIn(language: Language): Ages {
  const relative = new Intl.RelativeTimeFormat(language, { style: 'short', numeric: 'always' });
  const split = (seconds: number) => {
    const [unit, length] = units.find(([, long]) => seconds >= long) ?? (['second', 1] as const);
    return { unit, amount: Math.floor(Math.max(0, seconds) / length) };
  };
  return {
    lasting: (seconds) => {
      const { unit, amount } = split(seconds);
      return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(amount);
    },
    ago: (at, now) => {
      const { unit, amount } = split((Date.parse(now) - Date.parse(at)) / 1_000);
      return relative.format(-amount, unit);
    },
  };
}

const byLanguage: Readonly<Record<Language, Ages>> = { fr: agesIn('fr'), nl: agesIn('nl'), en: agesIn('en') };

/** Stretches of time in the language of the screens. */
export function useAges(): Ages {
  return byLanguage[useLanguage()];
}

/** Seconds since an instant of this browser's clock, counted on every second. */
export function useSecondsSince(at: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, (now - at) / 1_000);
}
