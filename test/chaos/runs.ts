import { openArena, type Arena, type ArenaOptions } from './arena/arena.js';
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
    return build === undefined ? [] : [brokenRun([build], asked)];
  }
  if (name === undefined) {
    return [inArena({ copies }, mixedTrial({ seed, minutes, say }))];
  }
  const chosen = faults.filter((fault) => name === 'all' || fault.name === name);
  return chosen.map((fault) => inArena(arenaFor(fault, copies), singleTrial(fault, asked)));
}

/** A run of what is broken in each of these ways, under the faults that bring it to light. */
export function brokenRun(
  builds: readonly BrokenBuild[],
  { copies, ...options }: Pick<Asked, 'seed' | 'accepted' | 'copies'>,
): Run {
  const name = builds.map((build) => build.name).join(', ');
  const struck = [...new Set(builds.map((build) => build.fault))].map(getFault);
  const trial = groupTrial(name, struck, options);
  return {
    name,
    start: async (opened) => {
      const program: ArenaOptions['program'] = {};
      for (const part of new Set(builds.map((build) => build.part))) {
        program[part] = await makeBuild(builds.flatMap((build) => (build.part === part ? build.edits : [])));
      }
      return inArena({ copies, program }, trial).start(opened);
    },
  };
}

function getFault(name: string): Fault {
  const fault = findFault(name);
  if (fault === undefined) {
    throw new Error(`there is no fault ${name}`);
  }
  return fault;
}

function arenaFor({ smallDisks }: Fault, copies: number): ArenaOptions {
  return { copies, ...(smallDisks !== undefined && { smallDisks }) };
}

function inArena(options: ArenaOptions, trial: Trial): Run {
  return {
    name: trial.name,
    start: async (opened) => {
      const arena = await openArena(options);
      opened(arena);
      try {
        return await runTrial(arena, trial);
      } finally {
        await arena.stop();
      }
    },
  };
}
