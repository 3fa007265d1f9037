import { randomFrom, type Random } from '../../scripts/demo/random.js';

/** What may go wrong in a schedule. */
export const faultKinds = [
  'crash',
  'evict',
  'request-lost',
  'answer-lost',
  'duplicate',
  'late',
  'reorder',
  'rewind',
  'second-projector',
  'server-crash',
  'dead-letter',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A promise of Relais that was broken in a schedule. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

/** How a schedule is to be played. */
export type Play = {
  readonly seed: number;
  /** At most so many commands. */
  readonly commands?: number;
  readonly without?: readonly FaultKind[];
  /** Told what happens, in order. */
  readonly trace?: (line: string) => void;
};

type Happening = {
  readonly at: number;
  readonly order: number;
  readonly background: boolean;
  readonly run: () => void | Promise<void>;
};

const mostSteps = 20_000;

/** Resolves when every microtask that is waiting, and all that they cause, has run. */
export function drained(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}

/** Virtual time and chance of one schedule: everything that happens in it happens here, one thing after the other. */
export class World {
  now = Date.parse('2026-09-01T08:00:00.000Z');
  /** False once nothing goes wrong any more. */
  stormy = true;
  violation: Violation | undefined;
  /** Apart from each other, so that a schedule without a fault or with fewer commands stays much the same. */
  readonly actors: Random;
  private readonly times: Random;
  private readonly chances: ReadonlyMap<FaultKind, { readonly random: Random; readonly factor: number }>;
  private readonly heap: Happening[] = [];
  private order = 0;
  private foreground = 0;
  private steps = 0;

  constructor(readonly play: Play) {
    const seeds = randomFrom(Math.imul(play.seed, 0x9e3779b1));
    const seed = () => Math.floor(seeds() * 0xffffffff);
    this.actors = randomFrom(seed());
    this.times = randomFrom(seed());
    // Half of the kinds are absent from a schedule, so that the others are met without them too.
    this.chances = new Map(
      faultKinds.map((kind) => {
        const factor = seeds() < 0.5 ? 0 : seeds() * 2;
        const random = randomFrom(seed());
        return [kind, { random, factor: play.without?.includes(kind) ? 0 : factor }];
      }),
    );
  }

  /** True when a fault that comes with this chance is to happen now. */
  goesWrong(kind: FaultKind, chance: number): boolean {
    const { random, factor } = this.chances.get(kind) ?? { random: () => 1, factor: 0 };
    return factor > 0 && random() < chance * factor && this.stormy;
  }

  /** Milliseconds something takes on its way: mostly few, sometimes seconds. */
  latency(): number {
    const place = this.times();
    if (place < 0.9 || !this.stormy) {
      return place * 20;
    }
    return place < 0.98 ? place * 400 : place * 20_000 * this.times();
  }

  /**
   * Lets something happen later. What runs in the background does not keep the schedule going. What it answers is waited for
   * before anything else happens, so it must not wait for anything itself.
   */
  after(milliseconds: number, run: () => void | Promise<void>, background = false): void {
    this.foreground += background ? 0 : 1;
    this.push({ at: this.now + Math.max(0, milliseconds), order: this.order++, background, run });
  }

  /** Runs until nothing is left to happen but what waits in the background for a later time. */
  async run(): Promise<void> {
    for (let next = this.heap[0]; next !== undefined; next = this.heap[0]) {
      if (this.foreground === 0 && next.at > this.now) {
        return;
      }
      this.pop();
      this.foreground -= next.background ? 0 : 1;
      this.now = next.at;
      await next.run();
      await drained();
      if (this.violation !== undefined) {
        throw this.violation;
      }
      if (++this.steps > mostSteps) {
        throw new Violation('the schedule does not come to rest');
      }
    }
  }

  /** Says what happens to whoever traces. */
  say(line: () => string): void {
    this.play.trace?.(`${new Date(this.now).toISOString()} ${line()}`);
  }

  /** Ends the schedule with the first broken promise. */
  broken(what: string): void {
    this.violation ??= new Violation(what);
  }

  private push(one: Happening): void {
    const { heap } = this;
    let index = heap.push(one) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(one, above)) {
        break;
      }
      heap[index] = above;
      index = parent;
    }
    heap[index] = one;
  }

  private pop(): void {
    const { heap } = this;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) {
      return;
    }
    let index = 0;
    for (;;) {
      const [left, right] = [heap[2 * index + 1], heap[2 * index + 2]];
      const child = right !== undefined && left !== undefined && isBefore(right, left) ? 2 * index + 2 : 2 * index + 1;
      const below = heap[child];
      if (below === undefined || !isBefore(below, last)) {
        break;
      }
      heap[index] = below;
      index = child;
    }
    heap[index] = last;
  }
}

function isBefore(one: Happening, other: Happening): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
