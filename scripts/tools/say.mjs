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

/**
 * Prints why a command failed (a `Trouble` as its sentence, anything else with its stack) and sets the exit code.
 * @param {unknown} error
 */
export function sayFailure(error) {
  const text = error instanceof Trouble ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`\n${text}\n`);
  process.exitCode = 1;
}
