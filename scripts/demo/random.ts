/** A source of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export type Random = () => number;

// Named once: where the global object is not Node's own (in a test) each look at `Math` costs more than the product.
const { imul } = Math;

/** Makes a source of numbers from a seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Picks a key with a chance in proportion to its weight; weights need not add up to 1. */
export function pickWeighted<Key extends string>(random: Random, weights: Readonly<Partial<Record<Key, number>>>): Key {
  const entries = Object.entries(weights) as [Key, number][];
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) {
      return key;
    }
  }
  return pickOne(
    random,
    entries.map(([key]) => key),
  );
}

/** Picks one element, all alike; throws on an empty list. */
export function pickOne<Element>(random: Random, elements: readonly Element[]): Element {
  const element = elements[Math.floor(random() * elements.length)];
  if (element === undefined) {
    throw new RangeError('nothing to pick from');
  }
  return element;
}

/** True with the given chance. */
export function happens(random: Random, chance: number): boolean {
  return random() < chance;
}

/** The elements in a random order. */
export function shuffled<Element>(random: Random, elements: readonly Element[]): Element[] {
  return elements
    .map((element) => ({ element, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ element }) => element);
}
