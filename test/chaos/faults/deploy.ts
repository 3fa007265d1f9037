import { makeBuild } from '../builds/build.js';
import { laterVersion } from '../builds/deployed.js';
import type { Player } from '../arena/arena.js';
import type { Fault, Scene } from './fault.js';

/** Commands that must be accepted while workers of both versions run. */
const together = 30;

/** How the worker's log tells that a case cannot be replayed under the rules at hand. */
const nonDeterminism = /TMPRL1100|[Nn]on-?determinis/g;

/** A later version takes over, part by part, while cases run: first a worker beside the old ones, then these, then the others. */
export const rollingDeploy: Fault = {
  name: 'rolling-deploy',
  what: 'a rolling deploy that changes a rule and adds a timer, under `patched()`, while cases run',
  comparedWith: 'worker',
  lasts: { long: 0, short: 0 },
  mixes: false,
  once: true,
  async strike(scene) {
    const failed = await deploy(scene, await makeBuild(laterVersion));
    return {
      heal: async () => undefined,
      notes: () => [`beside the new worker the old ones failed ${failed} tasks of cases that had changed over`],
    };
  },
};

/** The same, and then the workers go back to the version before, which cannot replay the cases that have changed over. */
export const deployRolledBack: Fault = {
  name: 'deploy-rolled-back',
  what: 'a rolling deploy whose workers go back to the version before for 20 s and then forward again',
  comparedWith: 'worker',
  lasts: { long: 20_000, short: 5_000 },
  mixes: false,
  once: true,
  async strike(scene) {
    const { arena, load } = scene;
    const dist = await makeBuild(laterVersion);
    await deploy(scene, dist);
    arena.install('worker', undefined);
    await restartInTurn(arena.parts.worker);
    const [before, failedBefore] = [load.progress().accepted, failuresOf(arena.parts.worker)];
    const seen = { accepted: 0, failed: 0 };
    return {
      heal: async () => {
        seen.accepted = load.progress().accepted - before;
        seen.failed = failuresOf(arena.parts.worker) - failedBefore;
        arena.install('worker', dist);
        await restartInTurn(arena.parts.worker);
      },
      notes: () => [
        `after going back ${seen.accepted} commands were accepted and ${seen.failed} tasks of cases that had changed over failed`,
      ],
    };
  },
};

/** Answers how many tasks the old workers failed while both versions ran. */
async function deploy(scene: Scene, dist: string): Promise<number> {
  const { arena } = scene;
  const old = [...arena.parts.worker];
  arena.install('worker', dist);
  await (await arena.another('worker')).restart();
  await acceptMore(scene, together);
  const failed = failuresOf(old);
  await restartInTurn(old);
  for (const part of ['api', 'projector'] as const) {
    arena.install(part, dist);
    await restartInTurn(arena.parts[part]);
  }
  return failed;
}

async function restartInTurn(players: readonly Player[]): Promise<void> {
  for (const player of players) {
    await player.kill('SIGTERM');
    await player.restart();
  }
}

function failuresOf(workers: readonly Player[]): number {
  return workers.reduce((sum, worker) => sum + (worker.logs().match(nonDeterminism)?.length ?? 0), 0);
}

async function acceptMore({ load }: Scene, more: number): Promise<void> {
  await load.reach(load.progress().accepted + more, `${more} commands are accepted by both versions`);
}
