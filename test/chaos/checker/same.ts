/** One text for everything that means the same: keys in order, dates as instants. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

/** True when two values mean the same. */
export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** The elements by a key; elements of one key in their order. */
export function groupBy<Element>(all: Iterable<Element>, keyOf: (one: Element) => string): Map<string, Element[]> {
  const groups = new Map<string, Element[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [one]);
    } else {
      group.push(one);
    }
  }
  return groups;
}

/** Works once for each object it is given and remembers the result; the objects must not change. */
export function once<From extends object, To>(work: (from: From) => To): (from: From) => To {
  const known = new WeakMap<From, { readonly result: To }>();
  return (from) => {
    const before = known.get(from);
    if (before !== undefined) {
      return before.result;
    }
    const result = work(from);
    known.set(from, { result });
    return result;
  };
}
