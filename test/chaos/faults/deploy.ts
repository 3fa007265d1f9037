import { makeBuild } from '../builds/build.js';
import { laterVersion } from '../builds/deployed.js';
import { until } from '../../support/wait.js';
import type { Fault, Scene } from './fault.js';

/** Commands that must be accepted while workers of both versions run. */
const together = 30;
const patience = 120_000;
const nonDeterminism = /TMPRL1100|[Nn]on-?determinism/g;

/** A later version takes over, part by part, while cases run: first a worker beside the old ones, then these, then the others. */
export const rollingDeploy: Fault = {
  name: 'rolling-deploy',
  what: 'a rolling deploy that changes a rule and adds a timer, under `patched()`, while cases run',
  comparedWith: 'worker',
  lasts: { long: 0, short: 0 },
  mixes: false,
  once: true,
  async strike(scene) {
    const { arena } = scene;
    const dist = await makeBuild(laterVersion);
    const old = [...arena.parts.worker];
    const failures = { together: 0 };
    arena.install('worker', dist);
    await (await arena.another('worker')).restart();
    await acceptMore(scene, together);
    failures.together = old.reduce((sum, worker) => sum + countOf(worker.logs(), nonDeterminism), 0);
    for (const worker of old) {
      await worker.kill('SIGTERM');
      await worker.restart();
    }
    for (const part of ['api', 'projector'] as const) {
      arena.install(part, dist);
      for (const player of arena.parts[part]) {
        await player.kill('SIGTERM');
        await player.restart();
      }
    }
    return {
      heal: async () => undefined,
      notes: () => [`workers of the old version failed ${failures.together} tasks of cases that had changed over`],
    };
  },
};

async function acceptMore({ load }: Scene, more: number): Promise<void> {
  const before = load.progress().accepted;
  await until(
    () => load.progress().accepted >= before + more,
    `${more} commands are accepted by both versions`,
    patience,
  );
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
