import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from './logger.js';
import { reasonOf } from './patience.js';

const pause = 1_000;

type Reaching = {
  /** What may come up later than this process. */
  readonly engine: string;
  readonly signal: AbortSignal;
  readonly logger: Logger;
  /** Told in one sentence why the process waits. */
  readonly onWait?: (reason: string) => void;
};

/** Does what needs an engine, tried every second until it is there or the signal ends the waiting. */
export async function onceReachable(
  { engine, signal, logger, onWait }: Reaching,
  work: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await work();
      return;
    } catch (error) {
      onWait?.(`waits for ${engine}: ${reasonOf(error)}`);
      logger.warn({ err: error }, `${engine} cannot be reached, trying again`);
      await delay(pause);
    }
  }
}
