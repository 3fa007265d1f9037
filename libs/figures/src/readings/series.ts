import type { Text } from '#contracts/kernel/codes';
import type { Verdict } from '#domain/monitoring';
import type { Limits } from '#domain/monitoring';
import { figure, monthWords, named, say, sinceWords, type Telling } from './words.js';

/** The last complete month of a series, beside the one verdict of the page about the whole period. */
export type ToldMonth = {
  readonly label: string;
  /** `2026-10` */
  readonly month: string;
  readonly count: number;
  /** Where a single month falls as a rule. */
  readonly limits: Limits | null;
  /** Of the whole period. */
  readonly verdict: Verdict;
  /** Where that month lies. */
  readonly place: Verdict;
  /** The first month of an unbroken run on the side of the verdict, null when the last month is not there. */
  readonly since: string | null;
};

const opening: Text = {
  fr: '{name} : {count} dossiers en {month}, le dernier mois complet',
  nl: '{name}: {count} dossiers in {month}, de laatste volledige maand',
  en: '{name}: {count} cases in {month}, the last complete month',
};

const tooYoung: Text = {
  fr: '. Il faut plus de mois complets pour savoir ce qu’un mois compte d’ordinaire.',
  nl: '. Er zijn meer volledige maanden nodig om te weten wat een maand gewoonlijk telt.',
  en: '. More complete months are needed to know what a month usually counts.',
};

/** Both agree: the month is where the verdict of the period says. */
const outside: Readonly<Record<'rise' | 'fall', Text>> = {
  rise: {
    fr: ' ; depuis {since}, les mois sont au-dessus de l’ordinaire ({low} à {high}) ; la période entière est en hausse, plus que le hasard ne l’explique.',
    nl: '; sinds {since} liggen de maanden boven het gewone ({low} tot {high}); de hele periode is gestegen, meer dan toeval verklaart.',
    en: '; since {since} the months have been above the usual ({low} to {high}); the whole period has risen, by more than chance explains.',
  },
  fall: {
    fr: ' ; depuis {since}, les mois sont en dessous de l’ordinaire ({low} à {high}) ; la période entière est en baisse, plus que le hasard ne l’explique.',
    nl: '; sinds {since} liggen de maanden onder het gewone ({low} tot {high}); de hele periode is gedaald, meer dan toeval verklaart.',
    en: '; since {since} the months have been below the usual ({low} to {high}); the whole period has fallen, by more than chance explains.',
  },
};

/** The period moved although its last month alone would not tell. */
const together: Text = {
  fr: '. Pris seul, ce mois ne sort pas nettement de l’ordinaire ({low} à {high}) ; c’est la période entière qui change plus que le hasard ne l’explique.',
  nl: '. Op zichzelf is die maand niet duidelijk ongewoon ({low} tot {high}); het is de hele periode die meer verandert dan toeval verklaart.',
  en: '. That month alone is not clearly unusual ({low} to {high}); it is the whole period that changed more than chance explains.',
};

/** A month that is unusual by itself does not make a change of the period. */
const alone: Text = {
  fr: '. Ce mois seul sort de l’ordinaire ({low} à {high}) ; la période entière n’a pas changé nettement.',
  nl: '. Alleen die maand is ongewoon ({low} tot {high}); de hele periode is niet duidelijk veranderd.',
  en: '. That month alone is unusual ({low} to {high}); the whole period has not clearly changed.',
};

const calm: Text = {
  fr: ', comme d’ordinaire ({low} à {high}) ; pas de changement net sur la période.',
  nl: ', zoals gewoonlijk ({low} tot {high}); geen duidelijke verandering in de periode.',
  en: ', as usual ({low} to {high}); no clear change over the period.',
};

const upperFirst = (text: string) => text.replace(/^<b>(.)/, (_, first: string) => `<b>${first.toUpperCase()}`);

/** What the newest complete month says beside the verdict of the period, which it never contradicts. */
export function seriesReading(told: ToldMonth, telling: Telling): string {
  const { language } = telling;
  return say(
    language,
    { ...opening, [language]: opening[language] + restOf(told)[language] },
    {
      name: upperFirst(named(told.label)),
      month: monthWords(told.month, language),
      count: figure(told.count, telling),
      low: String(told.limits?.low ?? ''),
      high: String(told.limits?.high ?? ''),
      since: told.since === null ? '' : monthWords(told.since, language),
    },
  );
}

function restOf({ limits, verdict, place, since }: ToldMonth): Text {
  if (limits === null) {
    return tooYoung;
  }
  if (verdict === 'none') {
    return place === 'none' ? calm : alone;
  }
  return place === verdict && since !== null ? outside[verdict] : together;
}

/** What came in and what went out. What is in progress is not told: imported history holds closed cases only. */
export function flowOfCasesReading(
  {
    opened,
    closed,
    since,
    wider = { opened: '', closed: '' },
  }: {
    readonly opened: number;
    readonly closed: number;
    readonly since: string;
    /** Of what each is counted where a filter does not narrow it: ` (tous les secteurs)`. */
    readonly wider?: { readonly opened: string; readonly closed: string };
  },
  telling: Telling,
): string {
  const { language } = telling;
  return say(
    language,
    {
      fr: '{opened} dossiers ouverts{ofOpened} et {closed} clôturés{ofClosed} {since}.',
      nl: '{opened} dossiers geopend{ofOpened} en {closed} afgesloten{ofClosed} {since}.',
      en: '{opened} cases opened{ofOpened} and {closed} closed{ofClosed} {since}.',
    },
    {
      opened: figure(opened, telling),
      closed: figure(closed, telling),
      ofOpened: wider.opened,
      ofClosed: wider.closed,
      since: sinceWords(since, language),
    },
  );
}
