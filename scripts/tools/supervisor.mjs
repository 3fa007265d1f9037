import { setTimeout as delay } from 'node:timers/promises';
import { areStartsRefused, tail } from './processes.mjs';
import { say, Trouble } from './say.mjs';

/** @typedef {import('./processes.mjs').Running} Running */

/** Ends one after the other, each soon after its start, after which the pauses grow. */
const OFTEN = 5;
/** Who lived that long did not end soon. */
const SOON_MS = 60_000;
const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 30_000;
/** With this code a process of Relais (libs/runtime) says that only a person can help, in the lines of its log that are no JSON. */
const BEYOND_HELP = 78;

/**
 * Keeps a process running: when it ends by itself it is started again, after growing pauses when it ends again and again; the
 * others go on meanwhile.
 * @param {object} options
 * @param {string} options.name
 * @param {() => Promise<Running>} options.start
 * @param {string} options.log file named when it ends again and again
 * @param {(trouble: Trouble) => void} options.onGivenUp it said that only a person can help, and is not started again
 * @param {boolean} [options.mayFinish] an end with code 0 is not a failure
 * @param {(milliseconds: number) => Promise<unknown>} [options.pause]
 * @param {() => number} [options.now] milliseconds
 */
export async function supervise({ name, start, log, onGivenUp, mayFinish = false, pause = delay, now = Date.now }) {
  let stopping = false;
  let soon = 0;
  let begun = now();
  let running = await start();
  let wake = () => undefined;
  const woken = new Promise((resolve) => (wake = () => void resolve(undefined)));

  const isEnding = () => stopping || areStartsRefused();

  /** How long to wait after one more end. */
  const pauseNow = () => {
    soon = now() - begun < SOON_MS ? soon + 1 : 1;
    return Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, soon - OFTEN), LONGEST_PAUSE_MS);
  };

  /** @param {string} what happened */
  const tell = (what) => {
    if (soon <= OFTEN) {
      say(`${name} ${what} and is started again; its log is ${log}.`);
    } else if (soon === OFTEN + 1) {
      const longest = LONGEST_PAUSE_MS / 1000;
      say(
        `${name} ${what}, the ${soon}th time in a row; it is tried again after growing pauses, at most ${longest} s,`,
      );
      say(`  and the others go on. Its log is ${log}.`);
    }
  };

  /** Starts it again, also when that fails; false when we are stopping. @param {string} what happened */
  const restart = async (what) => {
    for (let reason = what; ;) {
      const wait = pauseNow();
      tell(reason);
      await Promise.race([pause(wait), woken]);
      if (isEnding()) {
        return false;
      }
      begun = now();
      try {
        running = await start();
        return true;
      } catch (error) {
        reason = `could not be started (${error instanceof Error ? error.message : String(error)})`;
      }
    }
  };

  const guard = async () => {
    for (;;) {
      const { code, signal } = await running.exited;
      if (isEnding() || (mayFinish && code === 0)) {
        return;
      }
      if (code === BEYOND_HELP) {
        onGivenUp(new Trouble(`${name} cannot run like this, and is not started again:\n${sentencesIn(log)}`));
        return;
      }
      if (!(await restart(`ended (${signal ?? `exit code ${code}`})`))) {
        return;
      }
    }
  };
  const guarding = guard();

  return {
    name,
    /** Stops it for good and waits for its end. @param {NodeJS.Signals} [signal] */
    async stop(signal) {
      stopping = true;
      wake();
      await running.stop(signal);
      await guarding;
      // A restart that was under way when we were asked to stop.
      await running.stop(signal);
    },
  };
}

/** The last lines of a log that are for people. @param {string} log */
function sentencesIn(log) {
  const lines = tail(log)
    .split('\n')
    .filter((line) => line !== '');
  const last = lines.findLastIndex((line) => !line.startsWith('{'));
  const before = lines.slice(0, last + 1).findLastIndex((line) => line.startsWith('{'));
  return last === -1 ? `see ${log}` : lines.slice(before + 1, last + 1).join('\n');
}
