/** A spot in a text as people count: line and letter from 1, the line itself, and how long the word is. */
export type Spot = {
  readonly line: number;
  readonly letter: number;
  readonly text: string;
  readonly length: number;
};

/** The word at a spot of a text, at least one letter; null in an empty text. */
export function wordAt(text: string, position: number): { readonly from: number; readonly to: number } | null {
  if (text === '') {
    return null;
  }
  const from = Math.max(0, Math.min(position, text.length - 1));
  const [word] = /^[\w$]+|^"[^"\n]*"|^'[^'\n]*'/.exec(text.slice(from)) ?? [];
  return { from, to: from + Math.max(1, word?.length ?? 1) };
}

/** The spot of a character, counted from 0, as people count. */
export function spotOf(text: string, position: number): Spot | null {
  const word = wordAt(text, position);
  if (word === null) {
    return null;
  }
  const before = text.slice(0, word.from).split('\n');
  const start = word.from - (before.at(-1)?.length ?? 0);
  return {
    line: before.length,
    letter: word.from - start + 1,
    text: text.slice(start).split('\n')[0] ?? '',
    length: word.to - word.from,
  };
}
