import { setTimeout as delay } from 'node:timers/promises';
import { areStartsRefused } from './processes.mjs';
import { say, Trouble } from './say.mjs';

/** @typedef {import('./processes.mjs').Running} Running */

const RESTARTS = 5;
const WITHIN_MS = 60_000;
const PAUSE_MS = 300;

/**
 * Keeps a process running: when it ends by itself it is started again; after more than 5 ends in a minute it is given up.
 * @param {object} options
 * @param {string} options.name
 * @param {() => Promise<Running>} options.start
 * @param {string} options.log file named when it is given up
 * @param {(trouble: unknown) => void} options.onGivenUp
 * @param {boolean} [options.mayFinish] an end with code 0 is not a failure
 */
export async function supervise({ name, start, log, onGivenUp, mayFinish = false }) {
  /** @type {number[]} */
  const ends = [];
  let stopping = false;
  let running = await start();

  const isEnding = () => stopping || areStartsRefused();

  /** Starts it again, also when that fails; false when we are stopping. */
  const restart = async () => {
    for (;;) {
      const now = Date.now();
      ends.push(now);
      if (ends.filter((end) => now - end < WITHIN_MS).length > RESTARTS) {
        throw new Trouble(`${name} ended ${RESTARTS + 1} times within a minute and is given up; see ${log}.`);
      }
      await delay(PAUSE_MS);
      if (isEnding()) {
        return false;
      }
      try {
        running = await start();
        return true;
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
      }
    }
  };

  const guard = async () => {
    for (;;) {
      const { code, signal } = await running.exited;
      if (isEnding() || (mayFinish && code === 0)) {
        return;
      }
      say(`${name} ended (${signal ?? `exit code ${code}`}) and is started again; its log is ${log}.`);
      if (!(await restart())) {
        return;
      }
    }
  };
  const guarding = guard().catch((error) => {
    if (!stopping) {
      onGivenUp(error);
    }
  });

  return {
    name,
    /** Stops it for good and waits for its end. @param {NodeJS.Signals} [signal] */
    async stop(signal) {
      stopping = true;
      await running.stop(signal);
      await guarding;
      // A restart that was under way when we were asked to stop.
      await running.stop(signal);
    },
  };
}
