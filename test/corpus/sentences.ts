import type { IdentifierKind } from '#domain/anonymity';

/** A sentence with the kinds of identifier that are in it, in the order of the alphabet. */
export type IdentifyingSentence = { text: string; kinds: readonly IdentifierKind[] };

/** The lines of a block of text, one sentence each. */
export function lines(block: string): string[] {
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Sentences, one a line, that all hold the same kinds of identifier. */
export function holding(kinds: readonly IdentifierKind[], block: string): IdentifyingSentence[] {
  return lines(block).map((text) => ({ text, kinds: kinds.toSorted() }));
}
