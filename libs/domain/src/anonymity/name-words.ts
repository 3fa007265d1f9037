import { firstNames, surnames } from './first-names.js';
import { particles } from './name-cues.js';
import { functionWords, ordinaryCapitals, roleWords } from './ordinary-capitals.js';
import type { Token } from './tokens.js';

/** A name found in the tokens: `next` is the index after it, `words` counts its capitalised words. */
export type ReadName = { first: number; next: number; words: number };

/** A name is read strictly where capitals are common, and freely after a title. */
export type Strictness = 'strict' | 'free';

/** Whether a token is a known first name, also as the first half of a double one. */
export function isFirstName(token: Token | undefined): boolean {
  return token?.kind === 'word' && (firstNames.has(token.folded) || firstNames.has(token.folded.split('-')[0] ?? ''));
}

/** Whether a token is a known surname, also as one half of a double one. */
export function isSurname(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' && (surnames.has(token.folded) || token.folded.split('-').some((half) => surnames.has(half)))
  );
}

/** Whether a token is a known first name or surname. */
export function isKnownName(token: Token | undefined): boolean {
  return isFirstName(token) || isSurname(token);
}

// First names that are a function word in another of the languages; after a title and with a capital they are names.
const namesLikeFunctionWords = new Set(['an']);

function isAcronymOrBrand(token: Token): boolean {
  const short = token.upper && token.text.length <= 5;
  const innerCapital =
    /\p{Ll}\p{Lu}/u.test(token.text) &&
    !/^(?:Mc|Mac|De|Van|Le|La|Di|Du)\p{Lu}/u.test(token.text) &&
    !token.text.includes('-');
  return (short || innerCapital) && !isKnownName(token);
}

/** Whether a token is a capitalised word that may be part of a person's name. */
export function isNameWord(token: Token | undefined, strictness: Strictness): token is Token {
  if (token?.kind !== 'word' || !token.capital || token.text.length < 2 || token.text.endsWith("'")) {
    return false;
  }
  if (strictness === 'free' && namesLikeFunctionWords.has(token.folded)) {
    return true;
  }
  if (functionWords.has(token.folded) || roleWords.has(token.folded)) {
    return false;
  }
  return strictness === 'free' || !(ordinaryCapitals.has(token.folded) || isAcronymOrBrand(token));
}

function isInitial(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return (
    token?.kind === 'word' &&
    token.capital &&
    /^\p{Lu}(?:-\p{Lu})?$/u.test(token.text) &&
    tokens[index + 1]?.text === '.'
  );
}

// Particles and initials before a capitalised word; where none follows, nothing was read.
function skipPrefix(tokens: readonly Token[], from: number): number {
  let index = from;
  for (let steps = 0; steps < 4; steps += 1) {
    if (isInitial(tokens, index)) {
      index += tokens[index + 2]?.text === '-' ? 3 : 2;
    } else if (particles.has(tokens[index]?.folded ?? '')) {
      index += 1;
    } else {
      break;
    }
  }
  return index;
}

/** Reads a capitalised name from an index on: particles, initials and up to four name words. */
export function readName(tokens: readonly Token[], from: number, strictness: Strictness): ReadName | undefined {
  let index = skipPrefix(tokens, from);
  const loose = tokens
    .slice(from, index)
    .every((token) => token.kind !== 'word' || token.upper || token.text.length < 2)
    ? strictness
    : 'strict';
  if (!isNameWord(tokens[index], loose)) {
    return undefined;
  }
  let words = 0;
  let next = index;
  while (words < 4) {
    if (!isNameWord(tokens[index], words === 0 ? loose : 'strict')) {
      break;
    }
    words += 1;
    next = index + 1;
    index = tokens[next]?.text === '-' ? next + 1 : skipPrefix(tokens, next);
  }
  return { first: from, next, words };
}
