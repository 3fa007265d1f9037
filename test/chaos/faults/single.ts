import type { Fault, Scene } from './fault.js';
import { accept, playEpisode, type Episode } from './episode.js';
import type { LoadOptions } from '../load/load.js';
import type { Trial } from './trial.js';

type Options = {
  readonly seed: number;
  /** Commands that must be accepted in all. */
  readonly accepted: number;
} & Pick<LoadOptions, 'sample'>;

/** Strikes of a run, evenly spread; the last is followed by nothing but the end. */
const strikes = 4;

/** A long run under one fault: struck again and again, and once more at the end, when the time to drained is measured. */
export function singleTrial(fault: Fault, { seed, accepted }: Options): Trial {
  return {
    name: fault.name,
    what: fault.what,
    comparedWith: fault.comparedWith,
    load: { seed },
    measures: true,
    patience: 300_000,
    play: async (scene) => {
      const episodes: Episode[] = [];
      const count = fault.once === true ? 1 : strikes;
      for (let strike = 1; strike <= count; strike++) {
        const isLast = strike === count;
        await reach(scene, isLast && fault.once !== true ? accepted : (accepted * strike) / (count + 1));
        const hold = isLast ? fault.lasts.long : fault.lasts.short;
        episodes.push(await playEpisode(scene, fault, { hold, acceptAfter: isLast ? 1 : 20 }));
      }
      await reach(scene, accepted);
      return episodes;
    },
  };
}

/** Commands per second while faults are struck in a group: what is looked for are the moments of the strikes, which fall among commands, not the load. */
const rate = 3;

/** Faults struck one after the other under one load, each for a short time. */
export function groupTrial(name: string, faults: readonly Fault[], { seed, accepted, sample }: Options): Trial {
  return {
    name,
    what: faults.map((fault) => fault.name).join(', '),
    comparedWith: 'projector',
    load: { seed, actors: 8, cases: 12, rate, ...(sample && { sample }) },
    measures: false,
    patience: 300_000,
    play: async (scene) => {
      const episodes: Episode[] = [];
      for (const fault of faults) {
        await scene.load.midst();
        episodes.push(await playEpisode(scene, fault, { hold: fault.lasts.short, acceptAfter: accepted }));
      }
      return episodes;
    },
  };
}

async function reach(scene: Scene, accepted: number): Promise<void> {
  await accept(scene, accepted - scene.load.progress().accepted, 'until the number asked for');
}
