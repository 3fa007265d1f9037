import type { Arena, Engine, Part } from '../arena/arena.js';
import type { Load } from '../load/load.js';

/** What a fault leaves behind on purpose; the checker is told of it. */
export type Planted = {
  /** Cases that exist in the topic only. */
  readonly caseIds: readonly string[];
  /** Dead letters that stay. */
  readonly deadLetters: number;
};

/** What a fault can use while it strikes. */
export type Scene = {
  readonly arena: Arena;
  readonly load: Load;
  /** A number below the limit, from the seed. */
  readonly draw: (limit: number) => number;
};

/** A fault that has struck. */
export type Struck = {
  /** Ends it; returns when what was broken serves again. */
  heal(): Promise<void>;
  readonly planted?: Planted;
  /** What was seen, for people. */
  notes?(): readonly string[];
};

/** A way to break Relais or what it stands on. */
export type Fault = {
  readonly name: string;
  /** What is done, in one sentence. */
  readonly what: string;
  /** The process whose bare restart the time to drained is compared with. */
  readonly comparedWith: Part | Engine;
  /** How long it lasts once it has struck, milliseconds: in a long run, and in the tests. */
  readonly lasts: { readonly long: number; readonly short: number };
  /** Whether it may be struck together with others at random. */
  readonly mixes: boolean;
  /** Whether one strike per run is enough, because it is long. */
  readonly once?: true;
  /** Whether commands must be accepted while it lasts. */
  readonly commandsGoOn?: true;
  /** Engines whose data must lie on a small file system. */
  readonly smallDisks?: readonly Engine[];
  /** @throws NotPossible where the machine does not allow it */
  strike(scene: Scene): Promise<Struck>;
};

/** This machine does not allow the fault; it was not run. */
export class NotPossible extends Error {}

/** One of several, by the draw of the scene. */
export function oneOf<Item>({ draw }: Scene, items: readonly Item[]): Item {
  const item = items[draw(items.length)];
  if (item === undefined) {
    throw new Error('there is nothing to choose from');
  }
  return item;
}

/** A player that plays this role, one of the copies when there are several. */
export function playerOf(scene: Scene, role: Part | Engine) {
  const { parts, engines } = scene.arena;
  return role === 'api' || role === 'worker' || role === 'projector' ? oneOf(scene, parts[role]) : engines[role];
}

/** All roles. */
export const roles = ['api', 'worker', 'projector', 'kafka', 'temporal', 'postgres'] as const;
