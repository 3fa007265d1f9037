import type { Language, Text } from '#contracts/kernel/codes';
import { most, nothing, total, type ToldCount } from './counts.js';
import { figure, named, say, type Telling } from './words.js';

/** The figures of one organisation are often 1: unlike those of the region they need a singular. French counts in it up to 1.5. */
type Numbers = { readonly one: Text; readonly other: Text };

function counted(count: number, language: Language, { one, other }: Numbers): Text {
  return (language === 'fr' ? count < 2 : count === 1) ? one : other;
}

function ranked(numbers: Numbers, counts: readonly ToldCount[], telling: Telling): string {
  const [first] = most(counts, 1);
  const all = total(counts);
  return first === undefined
    ? nothing[telling.language]
    : say(telling.language, counted(all, telling.language, numbers), {
        all: figure(all, telling),
        name: named(first.label),
        count: figure(first.count, telling),
      });
}

/** How many referrals services received, and how many of them in the week that is running. */
export function receivedReading(
  { received, thisWeek }: { readonly received: number; readonly thisWeek: number },
  telling: Telling,
): string {
  const { language } = telling;
  const numbers: Numbers = {
    one: {
      fr: '{all} demande reçue, dont {now} cette semaine.',
      nl: '{all} vraag ontvangen, waarvan {now} deze week.',
      en: '{all} request received, {now} of them this week.',
    },
    other: {
      fr: '{all} demandes reçues, dont {now} cette semaine.',
      nl: '{all} vragen ontvangen, waarvan {now} deze week.',
      en: '{all} requests received, {now} of them this week.',
    },
  };
  return received <= 0
    ? nothing[language]
    : say(language, counted(received, language, numbers), {
        all: figure(received, telling),
        now: figure(thisWeek, telling),
      });
}

/** What services answered: how often yes, and what most often otherwise. */
export function answersReading(
  { accepted, others }: { readonly accepted: number; readonly others: readonly ToldCount[] },
  telling: Telling,
): string {
  const { language } = telling;
  const answers = accepted + total(others);
  const [first] = most(others, 1);
  if (answers <= 0) {
    return nothing[language];
  }
  const main: Text = {
    fr: 'Demandes acceptées : {accepted} sur {answers}.',
    nl: 'Aanvaarde vragen: {accepted} van {answers}.',
    en: 'Requests accepted: {accepted} of {answers}.',
  };
  const otherwise: Text = {
    fr: ' Sinon, le plus souvent : {name} ({count}).',
    nl: ' Anders het vaakst: {name} ({count}).',
    en: ' Otherwise most often: {name} ({count}).',
  };
  const told = say(language, main, { accepted: figure(accepted, telling), answers: figure(answers, telling) });
  return first === undefined
    ? told
    : told + say(language, otherwise, { name: named(first.label), count: figure(first.count, telling) });
}

/** Who sends most. */
export function sendersReading(senders: readonly ToldCount[], telling: Telling): string {
  const text: Text = {
    fr: 'Expéditeur le plus fréquent : {name} ({count} sur {all}).',
    nl: 'Meest voorkomende afzender: {name} ({count} van {all}).',
    en: 'Most frequent sender: {name} ({count} of {all}).',
  };
  return ranked({ one: text, other: text }, senders, telling);
}

/** How many referrals services sent on, and to which profession most. */
export function sentReading(to: readonly ToldCount[], telling: Telling): string {
  const numbers: Numbers = {
    one: {
      fr: '{all} demande envoyée, à cette profession : {name}.',
      nl: '{all} vraag verzonden, naar dit beroep: {name}.',
      en: '{all} request sent, to this profession: {name}.',
    },
    other: {
      fr: '{all} demandes envoyées, le plus souvent à cette profession : {name} ({count}).',
      nl: '{all} vragen verzonden, het vaakst naar dit beroep: {name} ({count}).',
      en: '{all} requests sent, most often to this profession: {name} ({count}).',
    },
  };
  return ranked(numbers, to, telling);
}

/** How help ended. */
export function outcomesReading(outcomes: readonly ToldCount[], telling: Telling): string {
  const numbers: Numbers = {
    one: {
      fr: '{all} aide terminée : {name}.',
      nl: '{all} keer hulp afgerond: {name}.',
      en: 'Help ended once: {name}.',
    },
    other: {
      fr: '{all} aides terminées, le plus souvent : {name} ({count}).',
      nl: '{all} keer hulp afgerond, het vaakst: {name} ({count}).',
      en: 'Help ended {all} times, most often: {name} ({count}).',
    },
  };
  return ranked(numbers, outcomes, telling);
}
