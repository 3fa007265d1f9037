/** A failure whose message is one clear sentence for the person at the keyboard; printed without a stack. */
export class Trouble extends Error {}

// A closed terminal must not keep us from stopping in good order.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

/** Prints one line. @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

const STILL_EVERY_MS = 15_000;

/**
 * Runs a step that may take long: announces it, says every 15 seconds that it still runs, and how long it took.
 * @template T
 * @param {string} title what is being done, e.g. "Building Temporal"
 * @param {() => Promise<T>} work
 * @param {string} [expected] e.g. "about 4 minutes, once"
 * @returns {Promise<T>}
 */
export async function longStep(title, work, expected) {
  const from = Date.now();
  say(`${title}${expected ? ` (${expected})` : ''} ...`);
  const still = setInterval(() => say(`  ... still: ${title} (${seconds(from)} s)`), STILL_EVERY_MS);
  try {
    const result = await work();
    say(`  done: ${title} (${seconds(from)} s)`);
    return result;
  } finally {
    clearInterval(still);
  }
}

/** Seconds since a moment, with one decimal. @param {number} from milliseconds since the epoch */
export function seconds(from) {
  return ((Date.now() - from) / 1000).toFixed(1);
}

/** What only a person can change, by the code of the system's error. @type {Record<string, string>} */
const OF_THE_MACHINE = {
  ENOSPC: 'the disk is full: make room, then try again',
  EDQUOT: 'the quota of this account is used up: make room, then try again',
  EROFS: 'the disk cannot be written to: see whether it is mounted for reading only',
  EACCES: 'this account may not do it: see whose file it is',
};

/**
 * Prints why a command failed (a `Trouble` as its sentence, anything else with its stack) and sets the exit code.
 * @param {unknown} error
 */
export function sayFailure(error) {
  process.stderr.write(`\n${reasonOf(error)}\n`);
  process.exitCode = 1;
}

/** @param {unknown} error */
function reasonOf(error) {
  if (!(error instanceof Error) || error instanceof Trouble) {
    return error instanceof Trouble ? error.message : String(error);
  }
  const { code = '', path = 'a file' } = /** @type {NodeJS.ErrnoException} */ (error);
  return OF_THE_MACHINE[code] ? `${path} could not be written: ${OF_THE_MACHINE[code]}.` : error.stack;
}
