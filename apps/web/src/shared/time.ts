import type { Instant } from '#contracts/kernel';
import type { Language } from '#contracts/kernel/codes';
import { daySaid, region } from '#contracts/kernel/codes';
import type { TFunction } from 'i18next';
import { useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from './labels.js';
import { workingMinutesUntil } from './working-time.js';

const dayMilliseconds = 86_400_000;

/** Times as people of the region say them. */
export type Formats = {
  /** `12:00`, `12 h` */
  clock(at: Date): string;
  /** `26 nov. 2026` */
  date(at: Date): string;
  /** `26 nov.`, with the year when it is another one. */
  shortDate(at: Date, now: Date): string;
  /** `aujourd’hui`, `demain`, `jeu. 26/11`, `26 nov.` */
  day(at: Date, now: Date): string;
  /** `demain 12:00`, `1 déc. 12:00` */
  dayTime(at: Date, now: Date): string;
  /** The same inside a sentence: `demain 12:00`, `le 1 déc. 12:00` */
  spokenTime(at: Date, now: Date): string;
  /** `jeu. 26 nov., 12:00` */
  full(at: Date): string;
};

const minuteMilliseconds = 60_000;
const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: region.timeZone,
  dateStyle: 'short',
  timeStyle: 'medium',
});
const dateKey = new Intl.DateTimeFormat('en-CA', { timeZone: region.timeZone });

/** The civil date in the region, `2026-11-24`. */
export function civilDate(at: Date): string {
  return dateKey.format(at);
}

/** The instant at which clocks of the region show `minute` minutes after midnight on a civil date. */
function instantOf(date: string, minute: number): Instant {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + minute * minuteMilliseconds;
  // What the clock shows at that instant in UTC terms tells how far the region is ahead.
  const shown = Date.parse(`${wallClock.format(new Date(asUtc)).replace(' ', 'T')}Z`);
  return new Date(asUtc - (shown - asUtc)).toISOString();
}

/** The instant at which work ends on a civil date of the region. */
export function endOfWorkingDay(date: string): Instant {
  return instantOf(date, region.calendar.closes);
}

/** The instant at which a civil date begins in the region. */
export function startOfDay(date: string): Instant {
  return instantOf(date, 0);
}

/** In the last day of what is over from an instant on: what ends with a day ends at the midnight after it. */
export function lastDayOf(until: Instant): Date {
  return new Date(Date.parse(until) - 1);
}

function daysBetween(from: Date, to: Date): number {
  return Math.round((Date.parse(civilDate(to)) - Date.parse(civilDate(from))) / dayMilliseconds);
}

function format(language: Language, options: Intl.DateTimeFormatOptions): (at: Date) => string {
  const made = new Intl.DateTimeFormat(region.locales[language], { timeZone: region.timeZone, ...options });
  return (at) => daySaid(made.format(at), language);
}

/** The time of day: "12:00", in French "12 h" or "12 h 30". */
function clockOf(language: Language): (at: Date) => string {
  const clock = format(language, { hour: '2-digit', minute: '2-digit', hour12: false });
  return language === 'fr'
    ? (at) =>
        clock(at).replace(
          /^0?(\d+):(\d+)$/,
          (_, hour, minute) => `${hour}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`,
        )
    : clock;
}

/** Formats of one language. */
export function formatsIn(language: Language, t: TFunction): Formats {
  const clock = clockOf(language);
  const date = format(language, { day: 'numeric', month: 'short', year: 'numeric' });
  const monthDay = format(language, { day: 'numeric', month: 'short' });
  const weekdayDate = format(language, { weekday: 'short', day: 'numeric', month: 'short' });
  const weekday = format(language, { weekday: 'short' });
  const longWeekday = format(language, { weekday: 'long' });
  const numeric = format(language, { day: 'numeric', month: 'numeric' });
  const shortDate = (at: Date, now: Date) =>
    civilDate(at).slice(0, 4) === civilDate(now).slice(0, 4) ? monthDay(at) : date(at);
  const day = (at: Date, now: Date) => {
    const days = daysBetween(now, at);
    const named = ({ '0': 'today', '1': 'tomorrow', '-1': 'yesterday' } as const)[String(days) as '0' | '1' | '-1'];
    if (named !== undefined) {
      return t(`time.${named}`);
    }
    return Math.abs(days) < 7 ? `${weekday(at)} ${numeric(at)}` : shortDate(at, now);
  };
  return {
    clock,
    date,
    shortDate,
    day,
    dayTime: (at, now) => t('time.dayAt', { day: day(at, now), time: clock(at) }),
    spokenTime: (at, now) => {
      const isNamed = Math.abs(daysBetween(now, at)) < 2;
      const spoken = isNamed ? day(at, now) : `${longWeekday(at)} ${shortDate(at, now)}`;
      return t('time.spokenAt', { day: spoken, time: clock(at) });
    },
    full: (at) => `${weekdayDate(at)}, ${clock(at)}`,
  };
}

/** Formats of the language of the screens. */
export function useFormats(): Formats {
  const { t } = useTranslation();
  const language = useLanguage();
  return useMemo(() => formatsIn(language, t), [language, t]);
}

/** How a deadline reads now. */
export type UntilWords = {
  /** `demain 12:00` or `1 heure ouvrable de retard` */
  readonly when: string;
  /** The same inside a sentence. */
  readonly spoken: string;
  /** `encore 4 heures ouvrables`; null when late. */
  readonly left: string | null;
  readonly tone: 'late' | 'soon' | 'calm';
};

const workingDay = region.calendar.closes - region.calendar.opens;
const soonMinutes = workingDay / 2;

function spell(t: TFunction, kind: 'late' | 'left', minutes: number): string {
  if (minutes < 60) {
    return t(`time.${kind}Minutes`, { count: Math.max(1, Math.floor(minutes)) });
  }
  if (minutes < 2 * workingDay) {
    return t(`time.${kind}`, { count: Math.floor(minutes / 60) });
  }
  return t(`time.${kind}Days`, { count: Math.floor(minutes / workingDay) });
}

/** A deadline in words, in working time. */
export function untilWords(at: Instant, now: Date, t: TFunction, formats: Formats): UntilWords {
  const due = new Date(at);
  if (due.getTime() <= now.getTime()) {
    const late = spell(t, 'late', workingMinutesUntil(due, now));
    return { when: late, spoken: late, left: null, tone: 'late' };
  }
  const minutes = workingMinutesUntil(now, due);
  return {
    when: formats.dayTime(due, now),
    spoken: formats.spokenTime(due, now),
    left: spell(t, 'left', minutes),
    tone: minutes <= soonMinutes || daysBetween(now, due) === 0 ? 'soon' : 'calm',
  };
}

const tickMilliseconds = 20_000;
let now = new Date();
const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(() => {
    now = new Date();
    listeners.forEach((tell) => tell());
  }, tickMilliseconds);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(ticking);
      ticking = undefined;
    }
  };
}

/** The time, three times a minute. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => now);
}

/** Puts a deadline in words as it reads now. */
export function useUntil(): (at: Instant) => UntilWords {
  const { t } = useTranslation();
  const formats = useFormats();
  const present = useNow();
  return (at) => untilWords(at, present, t, formats);
}
