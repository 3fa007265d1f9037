import { Problem } from './problems/problem.js';

/** How many may work at once, and wait. `long` are those that may take minutes: they never have all places. */
export type TurnLimits = {
  readonly places: number;
  readonly placesPerPerson: number;
  readonly longPlaces: number;
  readonly longPerPerson: number;
  readonly waitingPerPerson: number;
};

/** Who asks for a turn, and for what. */
type Asking = { readonly person: string; readonly long: boolean };

/** A place in the line. */
export class Turn implements AsyncIterable<number> {
  state: 'waiting' | 'working' | 'over' = 'waiting';
  private ahead: number | undefined;
  private wake: (() => void) | undefined;

  constructor(
    readonly asking: Asking,
    private readonly leaves: (turn: Turn) => void,
  ) {}

  /** While it waits: how many wait before it, whenever that changes. Ends when its turn has come, or when it left. */
  async *[Symbol.asyncIterator](): AsyncGenerator<number, void> {
    let told: number | undefined;
    while (this.state === 'waiting') {
      if (this.ahead !== undefined && this.ahead !== told) {
        told = this.ahead;
        yield told;
      } else {
        await new Promise<void>((resolve) => (this.wake = resolve));
      }
    }
  }

  /** Gives the place back, or up. */
  leave(): void {
    if (this.state !== 'over') {
      this.leaves(this);
    }
  }

  /** Tells how it stands with it. */
  is(state: Turn['state'], ahead?: number): void {
    this.state = state;
    this.ahead = ahead;
    this.wake?.();
  }
}

/** The places of one process: everybody has some, nobody has all, and persons take turns whoever asked how often. */
export class Turns {
  private readonly working = new Set<Turn>();
  private waiting: readonly Turn[] = [];
  /** Persons, the one whose turn came last at the end. */
  private served: readonly string[] = [];

  constructor(private readonly limits: TurnLimits) {}

  /** A place in the line; undefined when the person has as many waiting as they may. */
  ask(asking: Asking): Turn | undefined {
    const own = this.waiting.filter((one) => one.asking.person === asking.person);
    if (own.length >= this.limits.waitingPerPerson) {
      return undefined;
    }
    const turn = new Turn(asking, (one) => this.take(one));
    this.waiting = [...this.waiting, turn];
    this.seat();
    return turn;
  }

  /**
   * Does something in its turn.
   * @throws Problem `too-many-waiting` when the person has as many waiting as they may
   */
  async hold<Result>(asking: Asking, work: () => Promise<Result>): Promise<Result> {
    const turn = this.ask(asking);
    if (turn === undefined) {
      throw new Problem('too-many-waiting');
    }
    try {
      for await (const _ahead of turn) {
        // Nobody is told: what is answered as a whole cannot tell.
      }
      return await work();
    } finally {
      turn.leave();
    }
  }

  private take(turn: Turn): void {
    this.working.delete(turn);
    this.waiting = this.waiting.filter((one) => one !== turn);
    turn.is('over');
    this.seat();
  }

  /** Gives free places away, and tells those who go on waiting. */
  private seat(): void {
    for (let next = this.next(); next !== undefined; next = this.next()) {
      const { person } = next.asking;
      this.waiting = this.waiting.filter((one) => one !== next);
      this.working.add(next);
      this.served = [...this.served.filter((one) => one !== person), person];
      next.is('working');
    }
    const known = new Set([...this.working, ...this.waiting].map(({ asking }) => asking.person));
    this.served = this.served.filter((one) => known.has(one));
    inOrder(this.waiting, this.served, [...this.working]).forEach((one, ahead) => one.is('waiting', ahead));
  }

  private next(): Turn | undefined {
    const working = [...this.working];
    return inOrder(this.waiting, this.served, working).find((one) => this.hasPlace(one, working));
  }

  private hasPlace({ asking: { person, long } }: Turn, working: readonly Turn[]): boolean {
    const { places, placesPerPerson, longPlaces, longPerPerson } = this.limits;
    const own = working.filter(({ asking }) => asking.person === person);
    const isLong = ({ asking }: Turn) => asking.long;
    return (
      working.length < places &&
      own.length < placesPerPerson &&
      (!long || (working.filter(isLong).length < longPlaces && own.filter(isLong).length < longPerPerson))
    );
  }
}

/** The line: first who has least, of these who was served longest ago, of one person what was asked first. */
function inOrder(waiting: readonly Turn[], served: readonly string[], working: readonly Turn[]): Turn[] {
  const has = new Map<string, number>();
  const add = ({ asking: { person } }: Turn) => has.set(person, (has.get(person) ?? 0) + 1);
  working.forEach(add);
  const ranked = waiting.map((turn) => {
    const { person } = turn.asking;
    add(turn);
    return { turn, round: has.get(person) ?? 0, last: served.indexOf(person) };
  });
  return ranked.sort((a, b) => a.round - b.round || a.last - b.last).map(({ turn }) => turn);
}
