import type { Span } from './finding.js';
import { fold } from './normalise.js';

/** A word, a number or a single mark; `folded` is lower case without accents, `attached` means nothing stands before it. */
export type Token = Span & {
  kind: 'word' | 'number' | 'mark';
  text: string;
  folded: string;
  /** Starts with a capital letter. */
  capital: boolean;
  /** Two or more letters, all of them capitals. */
  upper: boolean;
  attached: boolean;
};

const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\p{L})/iu;

function tokenOf(text: string, start: number, attached: boolean): Token {
  const kind = /^\p{L}/u.test(text) ? 'word' : /^\d/.test(text) ? 'number' : 'mark';
  return {
    kind,
    text,
    folded: kind === 'word' ? fold(text) : text,
    capital: /^\p{Lu}/u.test(text),
    upper: /^\p{Lu}[\p{Lu}'-]*\p{Lu}$/u.test(text),
    attached,
    start,
    end: start + text.length,
  };
}

/** Splits a normalised text; French elisions ("l'", "d'") are words of their own, a line break is a mark. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let previousEnd = -1;
  for (const match of text.matchAll(/\p{L}+(?:['-]\p{L}+)*|\d+|\n|\S/gu)) {
    const whole = match[0];
    let start = match.index;
    let rest = whole;
    const short = elision.exec(whole)?.[0];
    if (short !== undefined) {
      tokens.push(tokenOf(short, start, start === previousEnd));
      start += short.length;
      rest = whole.slice(short.length);
      previousEnd = start;
    }
    tokens.push(tokenOf(rest, start, start === previousEnd));
    previousEnd = start + rest.length;
  }
  return tokens;
}

/** A set of folded words out of a list written with spaces and line breaks. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/).map(fold));
}
