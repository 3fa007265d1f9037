import { topicEnds } from './topic.js';
import { playerOf, roles, type Fault } from './fault.js';
import { until } from '../../support/wait.js';

/** Kills a process with SIGKILL and starts it again at once. */
export const kills: readonly Fault[] = roles.map((role) => ({
  name: `kill-${role}`,
  what: `kill -9 of ${role}, started again at once`,
  comparedWith: role,
  lasts: { long: 0, short: 0 },
  mixes: true,
  ...(role === 'kafka' && { commandsGoOn: true }),
  async strike(scene) {
    const player = playerOf(scene, role);
    await player.kill();
    return { heal: () => player.restart() };
  },
}));

/** Stops a process in the middle of what it does and lets it go on later. */
export const pauses: readonly Fault[] = roles.map((role) => ({
  name: `stop-${role}`,
  what: `SIGSTOP of ${role} for 20 s`,
  comparedWith: role,
  lasts: { long: 20_000, short: 2_000 },
  mixes: true,
  ...(role === 'kafka' && { commandsGoOn: true }),
  async strike(scene) {
    const player = playerOf(scene, role);
    player.pause();
    return {
      heal: async () => {
        player.resume();
        // It may have ended because it was away for so long; a supervisor would start it again.
        if (player.pid() === undefined) {
          await player.restart();
        }
      },
    };
  },
}));

/** Milliseconds that everything between worker and Temporal is held back, long enough to see events arrive in Kafka first. */
const heldBack = 1_000;

/** Kills a worker whose answer to Temporal is on its way and never arrives. */
export const killBeforeAnswer: Fault = {
  name: 'kill-worker-before-its-answer',
  what: 'kill -9 of worker after it has published and before Temporal has heard of it',
  comparedWith: 'worker',
  lasts: { long: 0, short: 0 },
  mixes: false,
  async strike(scene) {
    const { arena } = scene;
    const link = arena.links.find(({ from, to }) => from === 'worker' && to === 'temporal');
    link?.delay(heldBack);
    // Counted afterwards: of what is published from now on nothing can have been told to Temporal yet.
    const before = await topicEnds(arena.ground);
    await until(async () => (await topicEnds(arena.ground)) > before, 'something is published', 300_000);
    const workers = arena.parts.worker;
    // The way first: what a dead process has sent would arrive otherwise.
    link?.cut();
    await Promise.all(workers.map((worker) => worker.kill()));
    return {
      heal: async () => {
        link?.mend();
        link?.delay(0);
        await Promise.all(workers.map((worker) => worker.restart()));
      },
    };
  },
};
