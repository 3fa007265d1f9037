import type { Text } from '#contracts/kernel/codes';
import type { ratesOf } from '#domain/monitoring';
import { nothing, total } from './counts.js';
import { listed, rateWords, say, type Telling } from './words.js';

type Rated = ReturnType<
  typeof ratesOf<{ readonly label: string; readonly count: number; readonly businesses: number }>
>;

const most = 3;

const leading: Text = {
  fr: 'Compte tenu du nombre d’entreprises, plus de dossiers qu’ailleurs : {names}. Toute la région : {all} pour 1 000 entreprises.',
  nl: 'Rekening houdend met het aantal ondernemingen meer dossiers dan elders: {names}. Het hele gewest: {all} per 1.000 ondernemingen.',
  en: 'Given the number of businesses, more cases than elsewhere: {names}. The whole region: {all} per 1,000 businesses.',
};

const level: Text = {
  fr: 'Compte tenu du nombre d’entreprises, aucune commune n’a plus de dossiers que le hasard et l’arrondi ne l’expliquent. Toute la région : {all} pour 1 000 entreprises.',
  nl: 'Rekening houdend met het aantal ondernemingen heeft geen enkele gemeente meer dossiers dan toeval en afronding verklaren. Het hele gewest: {all} per 1.000 ondernemingen.',
  en: 'Given the number of businesses, no municipality has more cases than chance and rounding explain. The whole region: {all} per 1,000 businesses.',
};

/** Where there are more cases than the number of businesses explains. */
export function ratesReading({ all, places }: Rated, { language }: Telling): string {
  if (all === null || total(places) <= 0) {
    return nothing[language];
  }
  const more = places
    .filter(({ isMore }) => isMore)
    .toSorted((a, b) => b.rate - a.rate)
    .slice(0, most);
  const names = listed(
    more.map(({ label, rate }) => `<b>${label}</b> (${rateWords(rate, language)})`),
    language,
  );
  return say(language, more.length === 0 ? level : leading, { names, all: `<b>${rateWords(all, language)}</b>` });
}
