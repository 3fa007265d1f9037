import type { SectorGroup } from '#contracts/case/codes';
import type { Text } from '#contracts/kernel/codes';
import { percentileOf, rateOf, type BandCount } from '#domain/monitoring';
import { nothing, total, type ToldCount } from './counts.js';
import { beyond, durationWords, figure, inSector, listed, named, percent, say, type Telling } from './words.js';

/** Counts, and those of them that stand out: nothing else is said to be the most frequent. */
type Counts<One> = { readonly all: readonly One[]; readonly leading: readonly One[] };

/** Which difficulty is met most in which sector. */
export function matrixReading(
  { all, leading: [first] }: Counts<ToldCount & { readonly sector: SectorGroup }>,
  telling: Telling,
): string {
  if (total(all) <= 0) {
    return nothing[telling.language];
  }
  const text: Text = {
    fr: 'Le plus souvent : {name} {where} ({count}).',
    nl: 'Het vaakst: {name} {where} ({count}).',
    en: 'Most often: {name} {where} ({count}).',
  };
  return first === undefined
    ? say(telling.language, {
        fr: 'Aucune case ne se détache des autres plus que le hasard et l’arrondi ne l’expliquent.',
        nl: 'Geen enkel vakje steekt meer boven de andere uit dan toeval en afronding verklaren.',
        en: 'No cell stands out from the others by more than chance and rounding explain.',
      })
    : say(telling.language, text, {
        name: named(first.label),
        where: inSector(first.sector, telling.language),
        count: figure(first.count, telling),
      });
}

/** Where most cases come from. */
export function mapReading({ all, leading }: Counts<ToldCount>, telling: Telling): string {
  if (total(all) <= 0) {
    return nothing[telling.language];
  }
  if (leading.length === 0) {
    return say(telling.language, {
      fr: 'Aucune commune ne se détache des autres plus que le hasard et l’arrondi ne l’expliquent.',
      nl: 'Geen enkele gemeente steekt meer boven de andere uit dan toeval en afronding verklaren.',
      en: 'No municipality stands out from the others by more than chance and rounding explain.',
    });
  }
  const names = listed(
    leading.map((one) => `<b>${one.label}</b> (${figure(one.count, telling)})`),
    telling.language,
  );
  return say(
    telling.language,
    { fr: 'Le plus de dossiers : {names}.', nl: 'De meeste dossiers: {names}.', en: 'Most cases: {names}.' },
    { names },
  );
}

/** Where referrals go and how many are accepted; `answers` are those of the same weeks. */
export function flowReading(
  {
    to: {
      all,
      leading: [first],
    },
    accepted,
    answers,
  }: { readonly to: Counts<ToldCount>; readonly accepted: number; readonly answers: number },
  telling: Telling,
): string {
  if (total(all) <= 0) {
    return nothing[telling.language];
  }
  const { language } = telling;
  const rate = rateOf(accepted, answers);
  const sent: Text = {
    fr: '{sent} demandes d’aide',
    nl: '{sent} hulpvragen',
    en: '{sent} requests for help',
  };
  const most: Text = {
    fr: ', le plus souvent à un service de cette profession : {name} ({count})',
    nl: ', het vaakst aan een dienst van dit beroep: {name} ({count})',
    en: ', most often to a service of this profession: {name} ({count})',
  };
  const more: Text = {
    fr: ' {share} des demandes qui ont reçu une réponse, ou sont restées sans réponse, sont acceptées.',
    nl: ' {share} van de vragen die een antwoord kregen of zonder antwoord bleven, is aanvaard.',
    en: ' {share} of the requests that were answered, or left without an answer, were accepted.',
  };
  return [
    say(language, sent, { sent: figure(total(all), telling) }),
    first === undefined ? '' : say(language, most, { name: named(first.label), count: figure(first.count, telling) }),
    '.',
    rate === null ? '' : say(language, more, { share: percent(rate, language) }),
  ].join('');
}

/** How often nobody could take a case, and where most. */
export function unmetReading(
  { all, leading: [first] }: Counts<ToldCount & { readonly area: string }>,
  telling: Telling,
): string {
  const { language, rounded } = telling;
  if (total(all) <= 0) {
    return say(
      language,
      rounded
        ? {
            fr: 'Presque aucun dossier n’est resté sans service disponible.',
            nl: 'Bijna geen enkel dossier bleef zonder beschikbare dienst.',
            en: 'Hardly any case was left without an available service.',
          }
        : {
            fr: 'Aucun dossier n’est resté sans service disponible.',
            nl: 'Geen enkel dossier bleef zonder beschikbare dienst.',
            en: 'No case was left without an available service.',
          },
    );
  }
  const main: Text = {
    fr: '{all} fois, aucun service n’était disponible',
    nl: '{all} keer was geen enkele dienst beschikbaar',
    en: '{all} times no service was available',
  };
  const where: Text = {
    fr: ' ; le plus souvent : {name}, zone « {area} » ({count}).',
    nl: '; het vaakst: {name}, zone “{area}” ({count}).',
    en: '; most often: {name}, area “{area}” ({count}).',
  };
  const nowhere: Text = {
    fr: ', sans groupe ni zone qui se détache plus que le hasard ne l’explique.',
    nl: ', zonder groep of zone die meer uitsteekt dan toeval verklaart.',
    en: ', with no group or area that stands out by more than chance explains.',
  };
  return (
    say(language, main, { all: figure(total(all), telling) }) +
    (first === undefined
      ? nowhere[language]
      : say(language, where, { name: named(first.label), area: first.area, count: figure(first.count, telling) }))
  );
}

/** What is waited for. */
export type Wait = 'answer' | 'contact' | 'end';

const waits: Readonly<Record<Wait, Text>> = {
  answer: {
    fr: 'La moitié des réponses arrivent en {half}, neuf sur dix en {most}.',
    nl: 'Van de antwoorden komt de helft binnen {half}, negen op tien binnen {most}.',
    en: 'Half of the answers come within {half}, nine in ten within {most}.',
  },
  contact: {
    fr: 'Après l’acceptation, la moitié ont un premier contact en {half}, neuf sur dix en {most}.',
    nl: 'Na de aanvaarding heeft de helft een eerste contact binnen {half}, negen op tien binnen {most}.',
    en: 'After acceptance half have a first contact within {half}, nine in ten within {most}.',
  },
  end: {
    fr: 'La moitié des aides sont terminées en {half}, neuf sur dix en {most}.',
    nl: 'De helft van de hulp is afgerond binnen {half}, negen op tien binnen {most}.',
    en: 'Half of the help is finished within {half}, nine in ten within {most}.',
  },
};

/** How long people wait, in working time. */
export function waitReading(wait: Wait, bands: readonly BandCount[], { language }: Telling): string {
  const [half, nine] = [percentileOf(bands, 0.5), percentileOf(bands, 0.9)];
  if (half === null || nine === null) {
    return say(language, {
      fr: 'Moins de 10 cas : trop peu pour dire combien de temps on attend.',
      nl: 'Minder dan 10 gevallen: te weinig om te zeggen hoe lang men wacht.',
      en: 'Fewer than 10: too few to say how long people wait.',
    });
  }
  const words = (value: typeof half) =>
    `<b>${value === 'longer' ? beyond[language] : durationWords(value, language)}</b>`;
  return say(language, waits[wait], { half: words(half), most: words(nine) });
}

/** Why services decline. */
export function declinesReading({ all, leading: [first] }: Counts<ToldCount>, telling: Telling): string {
  const { language } = telling;
  if (total(all) <= 0) {
    return nothing[language];
  }
  const main: Text = {
    fr: '{all} demandes déclinées ou sans réponse',
    nl: '{all} keer geweigerd of zonder antwoord',
    en: '{all} declined or not answered',
  };
  const reason: Text = {
    fr: ' ; le motif le plus fréquent : {name} ({count})',
    nl: '; de meest voorkomende reden: {name} ({count})',
    en: '; the most frequent reason: {name} ({count})',
  };
  const told = say(language, main, { all: figure(total(all), telling) });
  return first === undefined
    ? `${told}.`
    : `${told}${say(language, reason, { name: named(first.label), count: figure(first.count, telling) })}.`;
}

/** How businesses stand some months after closing: the share in business without new difficulty of those that were reached. */
export function followUpReading(
  { active, reached }: { readonly active: number; readonly reached: number },
  telling: Telling,
): string {
  const { language } = telling;
  const rate = rateOf(active, reached);
  return rate === null
    ? say(language, {
        fr: 'Moins de 20 entreprises jointes : trop peu pour une part.',
        nl: 'Minder dan 20 ondernemingen bereikt: te weinig voor een aandeel.',
        en: 'Fewer than 20 businesses reached: too few for a share.',
      })
    : say(
        language,
        {
          fr: 'Sur {reached} entreprises jointes, {share} sont en activité sans nouvelle difficulté.',
          nl: 'Van {reached} bereikte ondernemingen is {share} actief zonder nieuwe moeilijkheden.',
          en: 'Of {reached} businesses reached, {share} are in business without new difficulty.',
        },
        { reached: figure(reached, telling), share: percent(rate, language) },
      );
}
