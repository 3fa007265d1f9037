import { setTimeout as delay } from 'node:timers/promises';
import type { Engine, Part } from '../arena/arena.js';
import { accept, playEpisode, type Episode } from './episode.js';
import { oneOf, type Fault, type Scene } from './fault.js';
import { faults } from './index.js';
import type { Trial } from './trial.js';

type Options = {
  readonly seed: number;
  readonly minutes: number;
  /** Told of every strike. */
  readonly say: (line: string) => void;
};

/** At most so many faults at a time. */
const lanes = 2;
const longestHold = 25_000;
const longestCalm = 6_000;

/** Random faults from the seed, one or two at a time, each healed at a random moment, for so many minutes. */
export function mixedTrial({ seed, minutes, say }: Options): Trial {
  return {
    name: 'mixed',
    what: `random faults, one or two at a time, for ${minutes} minutes`,
    comparedWith: 'projector',
    load: { seed },
    measures: true,
    patience: 300_000,
    play: async (scene) => {
      const until = Date.now() + minutes * 60_000;
      const struck = new Set<Fault>();
      const played = await Promise.all(Array.from({ length: lanes }, () => lane(scene, struck, until, say)));
      await accept(scene, 1, 'after the last healing');
      return played.flat().toSorted((one, other) => one.healedFrom - other.healedFrom);
    },
  };
}

async function lane(scene: Scene, struck: Set<Fault>, until: number, say: Options['say']): Promise<Episode[]> {
  const episodes: Episode[] = [];
  while (Date.now() < until) {
    await delay(scene.draw(longestCalm));
    // A process is broken in one way at a time, so that what one fault starts the other does not stop.
    const isStruck = (role: Part | Engine) => [...struck].some(({ comparedWith }) => comparedWith === role);
    const free = faults.filter((fault) => fault.mixes && !isStruck(fault.comparedWith));
    const fault = oneOf(scene, free);
    const hold = Math.min(fault.lasts.long, 500 + scene.draw(longestHold));
    struck.add(fault);
    say(`  ${fault.name}, healed after ${(hold / 1_000).toFixed(1)} s`);
    // Two at once may well stop all commands.
    const holding = {
      hold,
      acceptAfter: 0,
      isLeftAlone: (role: Part | Engine) => role !== fault.comparedWith && isStruck(role),
    };
    const episode = await playEpisode(scene, { ...fault, commandsGoOn: undefined }, holding);
    struck.delete(fault);
    episodes.push(episode);
  }
  return episodes;
}
