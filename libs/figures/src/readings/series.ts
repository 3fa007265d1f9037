import type { Text } from '#contracts/kernel/codes';
import type { Verdict } from '#domain/monitoring';
import type { Limits } from '#domain/monitoring';
import { figure, monthWords, named, say, sinceWords, type Since, type Telling } from './words.js';

/** The last complete month of a series and what was expected of it. */
export type ToldMonth = {
  readonly label: string;
  /** `2026-10` */
  readonly month: string;
  readonly count: number;
  readonly limits: Limits | null;
  readonly verdict: Verdict;
  /** The first month of an unbroken run outside, null when the last is inside. */
  readonly since: string | null;
};

const within: Text = {
  fr: '{name} en {month} : {count} dossiers, dans la fourchette attendue de {low} à {high}.',
  nl: '{name} in {month}: {count} dossiers, binnen het verwachte bereik van {low} tot {high}.',
  en: '{name} in {month}: {count} cases, within the expected range of {low} to {high}.',
};

const outside: Readonly<Record<'rise' | 'fall', Text>> = {
  rise: {
    fr: '{name} en {month} : {count} dossiers, au-dessus de la fourchette attendue ({low} à {high}) depuis {since}.',
    nl: '{name} in {month}: {count} dossiers, boven het verwachte bereik ({low} tot {high}) sinds {since}.',
    en: '{name} in {month}: {count} cases, above the expected range ({low} to {high}) since {since}.',
  },
  fall: {
    fr: '{name} en {month} : {count} dossiers, en dessous de la fourchette attendue ({low} à {high}) depuis {since}.',
    nl: '{name} in {month}: {count} dossiers, onder het verwachte bereik ({low} tot {high}) sinds {since}.',
    en: '{name} in {month}: {count} cases, below the expected range ({low} to {high}) since {since}.',
  },
};

const tooYoung: Text = {
  fr: '{name} en {month} : {count} dossiers. Il faut plus de mois complets pour savoir ce qui est attendu.',
  nl: '{name} in {month}: {count} dossiers. Er zijn meer volledige maanden nodig om te weten wat verwacht is.',
  en: '{name} in {month}: {count} cases. More complete months are needed to know what to expect.',
};

const upperFirst = (text: string) => text.replace(/^<b>(.)/, (_, first: string) => `<b>${first.toUpperCase()}`);

/** Whether the newest month of a series is what one expects, and since when it is not. */
export function seriesReading(told: ToldMonth, telling: Telling): string {
  const { language } = telling;
  const text =
    told.limits === null ? tooYoung : told.since === null || told.verdict === 'none' ? within : outside[told.verdict];
  return say(language, text, {
    name: upperFirst(named(told.label)),
    month: monthWords(told.month, language),
    count: figure(told.count, telling),
    low: String(told.limits?.low ?? ''),
    high: String(told.limits?.high ?? ''),
    since: told.since === null ? '' : monthWords(told.since, language),
  });
}

/** How the number of cases in progress moved: what came in, what went out. `opened` counts reopened ones too. */
export function stockReading(
  { opened, closed, since }: { readonly opened: number; readonly closed: number; readonly since: Since },
  telling: Telling,
): string {
  const { language } = telling;
  const texts: Readonly<Record<'more' | 'fewer' | 'same', Text>> = {
    more: {
      fr: '{opened} dossiers ouverts et {closed} clôturés {since} : {difference} de plus en cours.',
      nl: '{opened} dossiers geopend en {closed} afgesloten {since}: {difference} meer in behandeling.',
      en: '{opened} cases opened and {closed} closed {since}: {difference} more in progress.',
    },
    fewer: {
      fr: '{opened} dossiers ouverts et {closed} clôturés {since} : {difference} de moins en cours.',
      nl: '{opened} dossiers geopend en {closed} afgesloten {since}: {difference} minder in behandeling.',
      en: '{opened} cases opened and {closed} closed {since}: {difference} fewer in progress.',
    },
    same: {
      fr: '{opened} dossiers ouverts et {closed} clôturés {since} : autant en cours qu’avant.',
      nl: '{opened} dossiers geopend en {closed} afgesloten {since}: evenveel in behandeling als voorheen.',
      en: '{opened} cases opened and {closed} closed {since}: as many in progress as before.',
    },
  };
  const more = opened - closed;
  return say(language, texts[more > 0 ? 'more' : more < 0 ? 'fewer' : 'same'], {
    opened: figure(opened, telling),
    closed: figure(closed, telling),
    since: sinceWords(since, language),
    difference: figure(Math.abs(more), telling),
  });
}
