import { setTimeout as delay } from 'node:timers/promises';
import type { Arena, Engine, Part, Player } from '../arena/arena.js';
import type { Fault, Planted, Scene } from './fault.js';

/** What one strike came to. */
export type Episode = {
  /** When the healing began, milliseconds since 1970. */
  readonly healedFrom: number;
  /** Longest time without an accepted command, from the strike on, in milliseconds. */
  readonly longestSilence: number;
  readonly planted: Planted | undefined;
  /** What contradicts the fault's promises, and processes that ended by themselves. */
  readonly findings: readonly string[];
  readonly notes: readonly string[];
};

type Holding = {
  /** Milliseconds between strike and healing. */
  readonly hold: number;
  /** Commands that must be accepted after the healing before the episode is over. */
  readonly acceptAfter: number;
  /** Roles that another fault is busy with; none unless said otherwise. */
  readonly isLeftAlone?: (role: Part | Engine) => boolean;
};

/** Without an accepted command for so long, commands do not go on, milliseconds. */
const standstill = 300_000;

/** Strikes once, holds, heals, and waits until commands are accepted again. */
export async function playEpisode(
  scene: Scene,
  fault: Fault,
  { hold, acceptAfter, isLeftAlone }: Holding,
): Promise<Episode> {
  const { arena, load } = scene;
  load.mark();
  const before = load.progress().accepted;
  const struck = await fault.strike(scene);
  await delay(hold);
  const stoodStill = fault.commandsGoOn === true && !(await hasAccepted(scene, before + 1));
  const healedFrom = Date.now();
  await struck.heal();
  const notes = await reviveDead(arena, isLeftAlone);
  await accept(scene, acceptAfter, fault.name);
  return {
    healedFrom,
    longestSilence: load.progress().longestSilence,
    planted: struck.planted,
    findings: stoodStill ? [`no command was accepted while the fault ${fault.name} lasted`] : [],
    notes: [...notes, ...(struck.notes?.() ?? [])],
  };
}

/** Whether so many commands are accepted in the end, with the fault still there: on a busy machine a slow one may take longer than the fault was to last. */
async function hasAccepted({ load }: Pick<Scene, 'load'>, commands: number): Promise<boolean> {
  try {
    await load.reach(commands, 'a command is accepted', standstill);
    return true;
  } catch {
    return false;
  }
}

/** Waits until so many more commands are accepted. */
export async function accept({ load }: Pick<Scene, 'load'>, more: number, after: string): Promise<void> {
  await load.reach(load.progress().accepted + more, `${more} more commands are accepted (${after})`);
}

const reviving = new Set<Player>();

/** Starts what ended by itself, as a supervisor would have done; says what that was. */
async function reviveDead({ parts, engines }: Arena, isLeftAlone: Holding['isLeftAlone']): Promise<string[]> {
  const roles = Object.entries({ ...engines, ...parts }) as [Part | Engine, Player | readonly Player[]][];
  const dead = roles
    .filter(([role]) => isLeftAlone?.(role) !== true)
    .flatMap(([, players]) => players)
    .filter((player) => player.pid() === undefined && !reviving.has(player));
  dead.forEach((player) => reviving.add(player));
  try {
    await Promise.all(dead.map((player) => player.restart()));
  } finally {
    dead.forEach((player) => reviving.delete(player));
  }
  return dead.map((player) => `${player.name} had ended by itself`);
}
