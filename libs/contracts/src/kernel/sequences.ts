/** Whole numbers as ranges in rising order, each from its first to the one after its last, that never touch: `[[1, 4], [6, 7]]`. */
export type Sequences = readonly (readonly [from: number, until: number])[];

/** True when the number is among them. */
export function hasSequence(sequences: Sequences, one: number): boolean {
  return sequences.some(([from, until]) => from <= one && one < until);
}

/** The sequences with one more. */
export function withSequence(sequences: Sequences, one: number): Sequences {
  if (hasSequence(sequences, one)) {
    return sequences;
  }
  const before = sequences.filter(([, until]) => until < one);
  const after = sequences.filter(([from]) => from > one + 1);
  const touched = sequences.slice(before.length, sequences.length - after.length);
  const from = Math.min(one, ...touched.map(([first]) => first));
  const until = Math.max(one + 1, ...touched.map(([, end]) => end));
  return [...before, [from, until], ...after];
}
