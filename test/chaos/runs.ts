import { openArena, type Arena, type ArenaOptions, type House } from './arena/arena.js';
import type { Asked } from './arguments.js';
import { findBrokenBuild, type BrokenBuild } from './builds/broken.js';
import { makeBuild } from './builds/build.js';
import type { Fault } from './faults/fault.js';
import { faults, findFault } from './faults/index.js';
import { mixedTrial } from './faults/mixed.js';
import type { Row } from './faults/row.js';
import { groupTrial, singleTrial } from './faults/single.js';
import { runTrial, type Trial } from './faults/trial.js';

/** A run that is to be done. */
export type Run = {
  readonly name: string;
  start(opened: (arena: Arena) => void): Promise<Row>;
};

/** The runs that the command line asks for. */
export function runsOf(asked: Asked, say: (line: string) => void): Run[] {
  const { copies, fault: name, broken, seed, minutes } = asked;
  if (broken !== undefined) {
    const build = findBrokenBuild(broken);
    return build === undefined ? [] : [brokenRun(build, asked)];
  }
  if (name === undefined) {
    return [inArena({ copies }, mixedTrial({ seed, minutes, say }))];
  }
  const chosen = faults.filter((fault) => name === 'all' || fault.name === name);
  return chosen.map((fault) => inArena(arenaFor(fault, copies), singleTrial(fault, asked)));
}

/** A run of a broken build under the fault that brings it to light; in a house that stands already, or in an arena of its own. */
export function brokenRun(
  { name, part, edits, fault: faultName }: BrokenBuild,
  options: Pick<Asked, 'seed' | 'accepted' | 'copies'>,
  house?: House,
): Run {
  const fault = findFault(faultName);
  if (fault === undefined) {
    throw new Error(`there is no fault ${faultName}`);
  }
  const trial = groupTrial(name, [fault], options);
  return {
    name,
    start: async (opened) => {
      const program = { [part]: await makeBuild(edits) };
      return inArena({ ...arenaFor(fault, options.copies), program }, trial, house?.open).start(opened);
    },
  };
}

function arenaFor({ smallDisks }: Fault, copies: number): ArenaOptions {
  return { copies, ...(smallDisks !== undefined && { smallDisks }) };
}

function inArena(options: ArenaOptions, trial: Trial, open: House['open'] = openArena): Run {
  return {
    name: trial.name,
    start: async (opened) => {
      const arena = await open(options);
      opened(arena);
      try {
        return await runTrial(arena, trial);
      } finally {
        await arena.stop();
      }
    },
  };
}
