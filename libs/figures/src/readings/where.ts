import type { SectorGroup } from '#contracts/case/codes';
import type { Text } from '#contracts/kernel/codes';
import { percentileOf, rateOf, type BandCount } from '#domain/monitoring';
import { most, nothing, total, type ToldCount } from './counts.js';
import { durationWords, figure, inSector, listed, named, percent, say, type Telling } from './words.js';

/** Which difficulty is met most in which sector. */
export function matrixReading(
  cells: readonly (ToldCount & { readonly sector: SectorGroup })[],
  telling: Telling,
): string {
  const [first] = most(cells, 1);
  if (first === undefined) {
    return nothing[telling.language];
  }
  const text: Text = {
    fr: 'Le plus souvent : {name} {where} ({count}).',
    nl: 'Het vaakst: {name} {where} ({count}).',
    en: 'Most often: {name} {where} ({count}).',
  };
  return say(telling.language, text, {
    name: named(first.label),
    where: inSector(first.sector, telling.language),
    count: figure(first.count, telling),
  });
}

/** Where most cases come from. */
export function mapReading(places: readonly ToldCount[], telling: Telling): string {
  const first = most(places, 3);
  if (first.length === 0) {
    return nothing[telling.language];
  }
  const names = listed(
    first.map((one) => `<b>${one.label}</b> (${figure(one.count, telling)})`),
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
  { to, accepted, answers }: { readonly to: readonly ToldCount[]; readonly accepted: number; readonly answers: number },
  telling: Telling,
): string {
  const [first] = most(to, 1);
  if (first === undefined) {
    return nothing[telling.language];
  }
  const { language } = telling;
  const rate = rateOf(accepted, answers);
  const main = say(
    language,
    {
      fr: '{sent} demandes d’aide, le plus souvent à un service de cette profession : {name} ({count}).',
      nl: '{sent} hulpvragen, het vaakst aan een dienst van dit beroep: {name} ({count}).',
      en: '{sent} requests for help, most often to a service of this profession: {name} ({count}).',
    },
    { sent: figure(total(to), telling), name: named(first.label), count: figure(first.count, telling) },
  );
  const more: Text = {
    fr: ' {share} des réponses sont positives.',
    nl: ' {share} van de antwoorden is positief.',
    en: ' {share} of the answers are positive.',
  };
  return rate === null ? main : main + say(language, more, { share: percent(rate, language) });
}

/** How often nobody could take a case, and where most. */
export function unmetReading(cells: readonly (ToldCount & { readonly area: string })[], telling: Telling): string {
  const { language, rounded } = telling;
  const [first] = most(cells, 1);
  if (first === undefined) {
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
  return say(
    language,
    {
      fr: 'Pour {all} dossiers, aucun service n’était disponible ; le plus souvent : {name}, zone « {area} » ({count}).',
      nl: 'Voor {all} dossiers was geen enkele dienst beschikbaar; het vaakst: {name}, zone “{area}” ({count}).',
      en: 'For {all} cases no service was available; most often: {name}, area “{area}” ({count}).',
    },
    {
      all: figure(total(cells), telling),
      name: named(first.label),
      area: first.area,
      count: figure(first.count, telling),
    },
  );
}

/** What is waited for. */
export type Wait = 'answer' | 'contact' | 'end';

const waits: Readonly<Record<Wait, Text>> = {
  answer: {
    fr: 'La moitié des demandes ont une réponse en {half}, neuf sur dix en {most}.',
    nl: 'De helft van de vragen krijgt antwoord binnen {half}, negen op tien binnen {most}.',
    en: 'Half of the requests are answered within {half}, nine in ten within {most}.',
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

const beyond: Text = { fr: 'plus de 60 jours ouvrables', nl: 'meer dan 60 werkdagen', en: 'more than 60 working days' };

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
export function declinesReading(reasons: readonly ToldCount[], telling: Telling): string {
  const [first] = most(reasons, 1);
  const text: Text = {
    fr: '{all} demandes déclinées ou sans réponse ; le motif le plus fréquent : {name} ({count}).',
    nl: '{all} keer geweigerd of zonder antwoord; de meest voorkomende reden: {name} ({count}).',
    en: '{all} declined or not answered; the most frequent reason: {name} ({count}).',
  };
  return first === undefined
    ? nothing[telling.language]
    : say(telling.language, text, {
        all: figure(total(reasons), telling),
        name: named(first.label),
        count: figure(first.count, telling),
      });
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
