import type { World } from './world.js';

/** The call did not come to an answer; whether it had its effect is not known. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

const never = new Promise<never>(() => undefined);

/** A process of Relais: it reaches engines over a network and may die between any two effects. */
export class Process {
  /** Counts the lives, so that what a dead one began comes to nothing. */
  life = 0;
  isUp = false;
  private readonly mourners: (() => void)[] = [];

  /** @param boot begins a life */
  constructor(
    readonly world: World,
    readonly name: string,
    private readonly boot: (process: Process) => void,
  ) {}

  start(): void {
    this.isUp = true;
    this.boot(this);
  }

  /** Ends this life at once, without a word to anybody; another begins a while later. */
  die(when: string): void {
    if (!this.isUp) {
      return;
    }
    this.world.say(() => `${this.name} dies ${when}`);
    this.isUp = false;
    this.life++;
    this.mourners.splice(0).forEach((mourn) => mourn());
    this.world.after(500 + this.world.latency(), () => {
      this.world.say(() => `${this.name} starts again`);
      this.start();
    });
  }

  /** Runs when this life ends. */
  onDeath(mourn: () => void): void {
    this.mourners.push(mourn);
  }

  /**
   * One effect on an engine. The process may die before or after it, and the request or its answer may be lost.
   * @param late the effect may happen although the request was given up
   */
  reach<Answer>(what: string, effect: () => Answer, late = false): Promise<Answer> {
    const { world, life } = this;
    if (!this.isUp) {
      return never;
    }
    return new Promise((resolve, reject) => {
      world.after(world.latency(), () => {
        if (this.life !== life || this.dies(`before ${what}`)) {
          return;
        }
        if (world.goesWrong('request-lost', 0.03)) {
          world.say(() => `${this.name}: ${what} is lost`);
          reject(new ConnectionLost(what));
          return;
        }
        if (late && world.goesWrong('late', 0.05)) {
          world.say(() => `${this.name}: ${what} is given up and will arrive later`);
          world.after(10 * world.latency() + 1000, () => void effect());
          reject(new ConnectionLost(what));
          return;
        }
        try {
          const answer = effect();
          if (this.dies(`after ${what}`)) {
            return;
          }
          if (world.goesWrong('answer-lost', 0.03)) {
            world.say(() => `${this.name}: the answer to ${what} is lost`);
            reject(new ConnectionLost(what));
            return;
          }
          resolve(answer);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  }

  /** One statement of many, without time of its own; undefined when nothing happens to it. */
  pass(what: string): Promise<void> | undefined {
    if (!this.isUp || this.dies(`before ${what}`)) {
      return never;
    }
    return this.world.goesWrong('request-lost', 0.01) ? Promise.reject(new ConnectionLost(what)) : undefined;
  }

  private dies(when: string): boolean {
    if (this.world.goesWrong('crash', 0.02)) {
      this.die(when);
    }
    return !this.isUp;
  }
}
