import type { Evidence } from '../evidence.js';
import type { Finding } from '../finding.js';

/** A way to spoil good evidence, and the kind of finding by which it must be noticed. */
export type Doctor = {
  readonly does: string;
  readonly kind: Finding['kind'];
  /** How the finding begins. */
  readonly tells: string;
  readonly spoil: (evidence: Evidence) => Evidence;
};

/** Everything but the element at a place. */
export const without = <Element>(all: readonly Element[], place: number) => all.filter((_, at) => at !== place);
/** With the element at a place once more, at the end. */
export const twice = <Element>(all: readonly Element[], place: number) => [...all, ...all.slice(place, place + 1)];
/** With the element at a place changed. */
export const changed = <Element>(all: readonly Element[], place: number, change: (one: Element) => Element) =>
  all.map((one, at) => (at === place ? change(one) : one));

/** The place in the middle. */
export const middle = (all: readonly unknown[]) => Math.floor(all.length / 2);
