import type { Span } from './finding.js';
import { doubtfulFirstNames } from './first-names.js';
import {
  contactCues,
  functionCues,
  greetingCues,
  namingCues,
  particles,
  partyCues,
  placeWords,
  relationCues,
  shopWords,
  shortTitles,
  subjectVerbs,
  titles,
} from './name-cues.js';
import { isFirstName, isKnownName, isNameWord, isSurname, readName } from './name-words.js';
import type { ReadName } from './name-words.js';
import type { Token } from './tokens.js';

type Demand = 'any' | 'known-or-two' | 'known';

// Before a capital these are articles ("contacter le Tribunal", "bel de VDAB") and not the beginning of a surname.
const articles = new Set(['le', 'la', "l'", 'du', 'des', 'de', 'den', "d'"]);

const small = (token: Token | undefined): boolean => token?.kind === 'word' && !token.capital;

// One mark may stand between a cue and the name: the colon of a form, the comma of an apposition, the full stop of "Mme.".
function afterMark(tokens: readonly Token[], index: number, marks: RegExp): number {
  const token = tokens[index];
  return token?.kind === 'mark' && marks.test(token.text) ? index + 1 : index;
}

function satisfying(tokens: readonly Token[], from: number, demand: Demand): ReadName | undefined {
  const first = tokens[from];
  const name = small(first) && articles.has(first?.folded ?? '') ? undefined : readName(tokens, from, 'strict');
  if (name === undefined) {
    return isKnownName(tokens[from]) && small(tokens[from]) && demand !== 'known-or-two'
      ? { first: from, next: from + 1, words: 1 }
      : undefined;
  }
  const surnamePrefix = /^(?:Van|Vande|Vanden|Vander|El|Ben|Aït|Da|Mc)$/.test(first?.text ?? '');
  const known = surnamePrefix || tokens.slice(name.first, name.next).some(isKnownName);
  switch (demand) {
    case 'any':
      return name;
    case 'known-or-two':
      return known || name.words > 1 ? name : undefined;
    case 'known':
      return known ? name : undefined;
  }
}

function afterTitle(tokens: readonly Token[], index: number): ReadName | undefined {
  const token = tokens[index];
  const abbreviated = token !== undefined && /^(?:M|MM|Me|Mr|Dr)$/.test(token.text);
  if (token?.kind !== 'word' || !(titles.has(token.folded) || abbreviated)) {
    return undefined;
  }
  const next = afterMark(tokens, index + 1, /^\.$/);
  // A bare M is a title only with its full stop, and "Me" only without one.
  if ((/^MM?$/.test(token.text) && next === index + 1) || (token.text === 'Me' && next !== index + 1)) {
    return undefined;
  }
  const article = small(tokens[next]) && /^(?:le|la|l'|du|des)$/.test(tokens[next]?.folded ?? '');
  const name = article ? undefined : readName(tokens, next, 'free');
  return (
    name ?? (small(tokens[next]) && isSurname(tokens[next]) ? { first: next, next: next + 1, words: 1 } : undefined)
  );
}

// "fam. Claes", "hr. Peeters"; with a capital "Wed." is also a day of the week, and in capitals "HR" is a department.
function afterShortTitle(tokens: readonly Token[], index: number): ReadName | undefined {
  const [token, mark, name] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  const isTitle = token?.kind === 'word' && !token.upper && shortTitles.has(token.folded);
  const isDate = token?.text === 'Wed' && (!isKnownName(name) || tokens[index + 3]?.kind === 'number');
  return isTitle && mark?.text === '.' && mark.attached && !isDate ? satisfying(tokens, index + 2, 'any') : undefined;
}

function matchesPhrase(tokens: readonly Token[], index: number, phrase: readonly string[]): boolean {
  return phrase.every((word, offset) => tokens[index + offset]?.folded === word);
}

const foldedNamingCues = namingCues.map((phrase) =>
  phrase.map((word) => word.normalize('NFD').replaceAll(/\p{M}/gu, '')),
);
const namingCuesByFirstWord = new Map(
  foldedNamingCues.map(([first = '']) => [first, foldedNamingCues.filter((phrase) => phrase[0] === first)] as const),
);

function afterNaming(tokens: readonly Token[], index: number): ReadName | undefined {
  const phrases = namingCuesByFirstWord.get(tokens[index]?.folded ?? '') ?? [];
  for (const phrase of phrases) {
    if (matchesPhrase(tokens, index, phrase)) {
      const next = afterMark(tokens, index + phrase.length, /^[:"«'“]$/);
      const name = satisfying(tokens, next, 'any');
      if (name !== undefined) {
        return name;
      }
    }
  }
  return undefined;
}

function afterOtherCue(tokens: readonly Token[], index: number): ReadName | undefined {
  const cue = (tokens[index]?.folded ?? '').replace(/^(?:ex|oud|co|mede|vice)-/, '');
  const englishSon = cue === 'son' && /^(?:his|her|their|my|our|the)$/.test(tokens[index - 1]?.folded ?? '');
  if (relationCues.has(cue) || englishSon) {
    return satisfying(tokens, afterMark(tokens, index + 1, /^[,:(]$/), 'any');
  }
  if (functionCues.has(cue) || contactCues.has(cue)) {
    const next = afterMark(tokens, index + 1, /^[,:(]$/);
    return satisfying(tokens, next, next === index + 1 ? 'any' : 'known-or-two');
  }
  if (partyCues.has(cue)) {
    return satisfying(tokens, afterMark(tokens, index + 1, /^[,:(]$/), 'known-or-two');
  }
  if (shopWords.has(cue)) {
    return satisfying(tokens, tokens[index + 1]?.folded === 'chez' ? index + 2 : index + 1, 'known');
  }
  return greetingCues.has(cue) ? afterGreeting(tokens, afterMark(tokens, index + 1, /^[,\n]$/)) : undefined;
}

function afterGreeting(tokens: readonly Token[], from: number): ReadName | undefined {
  const token = tokens[from];
  const certain = token?.capital === true && isKnownName(token) && !doubtfulFirstNames.has(token.folded);
  const month = token?.text === 'Jan' && tokens[from + 1]?.kind === 'number';
  return certain && !month && !isNamedPlace(tokens, from) ? readName(tokens, from, 'strict') : undefined;
}

function isNamedPlace(tokens: readonly Token[], index: number): boolean {
  for (let back = index - 1; back > index - 4; back -= 1) {
    const token = tokens[back];
    if (token?.kind !== 'word') {
      return false;
    }
    if (placeWords.has(token.folded)) {
      return true;
    }
    if (!particles.has(token.folded) && !token.capital) {
      return false;
    }
  }
  return false;
}

// A first name alone: before a verb, a comma or a bracket, or with its capital in the middle of a sentence.
function isFirstNameAlone(tokens: readonly Token[], index: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (
    token === undefined ||
    doubtfulFirstNames.has(token.folded) ||
    (token.text === 'Jan' && after?.kind === 'number')
  ) {
    return false;
  }
  return small(before) || /^[,(]$/.test(after?.text ?? '') || (small(after) && subjectVerbs.has(after?.folded ?? ''));
}

function fullName(tokens: readonly Token[], index: number): ReadName | undefined {
  const [token, second, third] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (token?.kind !== 'word') {
    return undefined;
  }
  if (isFirstName(token)) {
    if (small(token)) {
      return small(second) && isSurname(second) ? { first: index, next: index + 2, words: 2 } : undefined;
    }
    const name = readName(tokens, index, 'strict');
    if (name !== undefined && name.words > 1) {
      return name;
    }
    if (second?.kind === 'word' && /^[A-Z]$/.test(second.text) && third?.text === '.') {
      return { first: index, next: index + 3, words: 2 };
    }
    if (small(second) && isSurname(second)) {
      return { first: index, next: index + 2, words: 2 };
    }
    return isFirstNameAlone(tokens, index) ? { first: index, next: index + 1, words: 1 } : undefined;
  }
  const surnameFirst =
    isNameWord(token, 'strict') && (token.upper || isSurname(token)) && second?.capital === true && isFirstName(second);
  return surnameFirst ? { first: index, next: index + 2, words: 2 } : undefined;
}

// As in a list: "Dupont, Jean".
function surnameComma(tokens: readonly Token[], index: number): ReadName | undefined {
  const [surname, comma, first] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  const isWhole = isNameWord(surname, 'strict') && (isSurname(surname) || surname.upper);
  return isWhole && comma?.text === ',' && isNameWord(first, 'strict') && isFirstName(first)
    ? { first: index, next: index + 3, words: 2 }
    : undefined;
}

function initialAndSurname(tokens: readonly Token[], index: number): ReadName | undefined {
  if (!/^\p{Lu}(?:-\p{Lu})?$/u.test(tokens[index]?.text ?? '') || tokens[index + 1]?.text !== '.') {
    return undefined;
  }
  const name = readName(tokens, index, 'strict');
  const rest = name === undefined ? [] : tokens.slice(index + 2, name.next);
  return rest.some(isSurname) || /^(?:Van|De|El|Ben|Vanden|Vande|Aït)$/.test(rest[0]?.text ?? '') ? name : undefined;
}

// Of two lines only words that are both known make one name: a line often begins with a capital, and a list has many lines.
function overTwoLines(tokens: readonly Token[], index: number): ReadName | undefined {
  const isBreak = (at: number) => tokens[at]?.text === '\n';
  if (!isBreak(index + 1)) {
    return undefined;
  }
  // Windows ends a line with two characters, each a break by itself.
  const at = isBreak(index + 2) ? index + 3 : index + 2;
  const [first, second] = [tokens[index], tokens[at]];
  if (!isNameWord(first, 'strict') || !isNameWord(second, 'strict')) {
    return undefined;
  }
  const isName = (isFirstName(first) && isSurname(second)) || (isSurname(first) && isFirstName(second));
  return isName ? { first: index, next: at + 1, words: 2 } : undefined;
}

/** Names of people: after titles, naming words, relations, functions and greetings, and known first names with a surname. */
export function findPersonNames(tokens: readonly Token[]): Span[] {
  return tokens.flatMap((_, index) => {
    const free = isNamedPlace(tokens, index)
      ? undefined
      : (overTwoLines(tokens, index) ??
        surnameComma(tokens, index) ??
        fullName(tokens, index) ??
        initialAndSurname(tokens, index));
    const name =
      afterTitle(tokens, index) ??
      afterShortTitle(tokens, index) ??
      afterNaming(tokens, index) ??
      afterOtherCue(tokens, index) ??
      free;
    const start = name && tokens[name.first]?.start;
    const end = name && tokens[name.next - 1]?.end;
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
}
