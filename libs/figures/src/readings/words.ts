import type { SectorGroup } from '#contracts/case/codes';
import { daySaid, insideSentence, region, type Language, type Text } from '#contracts/kernel/codes';
import type { Percentile } from '#domain/monitoring';

/** The language of a reading, and whether its figures are rounded. */
export type Telling = { readonly language: Language; readonly rounded: boolean };

/** The text of a language, its `{names}` replaced. */
export function say(language: Language, text: Text, values: Readonly<Record<string, string>> = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** A reading without its emphasis, for the name of a picture. */
export function plain(reading: string): string {
  return reading.replace(/<\/?b>/g, '');
}

/** A name in emphasis, written as inside a sentence. */
export function named(label: string): string {
  return `<b>${insideSentence(label)}</b>`;
}

/** A figure in emphasis; one that is rounded says so. */
export function figure(count: number, { language, rounded }: Telling): string {
  const digits = new Intl.NumberFormat(region.locales[language]).format(count);
  return `<b>${rounded ? '≈\u00a0' : ''}${digits}</b>`;
}

/** A share in emphasis, in whole percent. */
export function percent(share: number, language: Language): string {
  return `<b>${Math.round(share * 100)}${language === 'en' ? '' : '\u00a0'}%</b>`;
}

/** A rate per thousand, with one decimal. */
export function rateWords(rate: number, language: Language): string {
  const format = new Intl.NumberFormat(region.locales[language], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return format.format(rate);
}

/** "a, b and c". */
export function listed(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}

function dated(date: string, language: Language): string {
  const day = new Intl.DateTimeFormat(region.locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return daySaid(day.format(new Date(`${date}T00:00:00Z`)), language);
}

/** A period of an outside series as one says it, where that is not how it is written: a month. */
export function periodWords(period: string, language: Language): string {
  return /^\d{4}-\d{2}$/.test(period) ? monthWords(period, language) : period;
}

/** "since 19 June 2026", of `2026-06-19`. */
export function sinceWords(date: string, language: Language): string {
  const texts = { fr: 'depuis le {date}', nl: 'sinds {date}', en: 'since {date}' } as const;
  return say(language, texts, { date: dated(date, language) });
}

/** The month of `2026-11`: "novembre 2026". */
export function monthWords(month: string, language: Language): string {
  const format = new Intl.DateTimeFormat(region.locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** Sectors as they stand after "in". */
const sectorPhrases: Readonly<Record<SectorGroup, Text>> = {
  horeca: { fr: 'l’horeca', nl: 'de horeca', en: 'hospitality' },
  trade: { fr: 'le commerce', nl: 'de handel', en: 'trade' },
  construction: { fr: 'la construction', nl: 'de bouw', en: 'construction' },
  industry: { fr: 'l’industrie et l’agriculture', nl: 'industrie en landbouw', en: 'industry and agriculture' },
  transport: { fr: 'le transport', nl: 'het vervoer', en: 'transport' },
  services: { fr: 'les services aux entreprises', nl: 'de zakelijke diensten', en: 'business services' },
  'care-culture': {
    fr: 'les soins, la culture et les services aux personnes',
    nl: 'zorg, cultuur en diensten aan personen',
    en: 'care, culture and personal services',
  },
  unknown: { fr: 'un secteur inconnu', nl: 'een onbekende sector', en: 'an unknown sector' },
};

/** "in hospitality", as it stands in a sentence. */
export function inSector(sector: SectorGroup, language: Language): string {
  return say(
    language,
    { fr: 'dans {sector}', nl: 'in {sector}', en: 'in {sector}' },
    {
      sector: `<b>${sectorPhrases[sector][language]}</b>`,
    },
  );
}

const durations = {
  hours: { fr: '{n} heures ouvrables', nl: '{n} werkuren', en: '{n} working hours' },
  hour: { fr: '{n} heure ouvrable', nl: '{n} werkuur', en: '{n} working hour' },
  days: { fr: '{n} jours ouvrables', nl: '{n} werkdagen', en: '{n} working days' },
  day: { fr: '{n} jour ouvrable', nl: '{n} werkdag', en: '{n} working day' },
} as const;

/** Longer than any band of time that ends. */
export const beyond: Text = {
  fr: 'plus de 60 jours ouvrables',
  nl: 'meer dan 60 werkdagen',
  en: 'more than 60 working days',
};

/** The hours of a working day. */
export const hoursOfDay = 8;

/** "4 working hours", "2 working days"; a working day has eight hours. French counts in the singular up to 1.5. */
export function durationWords(hours: Exclude<Percentile, 'longer'>, language: Language): string {
  const isDays = hours >= hoursOfDay && hours % (hoursOfDay / 2) === 0;
  const count = isDays ? hours / hoursOfDay : hours;
  const isOne = language === 'fr' ? count < 2 : count === 1;
  const unit = isDays ? (isOne ? 'day' : 'days') : isOne ? 'hour' : 'hours';
  return say(language, durations[unit], { n: new Intl.NumberFormat(region.locales[language]).format(count) });
}
