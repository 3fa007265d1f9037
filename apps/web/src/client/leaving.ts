import { useSyncExternalStore } from 'react';
import { api } from './api.js';
import { storageOf } from './kept.js';

/** What stands on the device from the moment somebody signs out until the server knows. */
const mark = 'relais.left';
/** Nobody waits longer for one attempt to tell it. */
const longestAttempt = 5_000;
const slowestRetry = 15_000;

const device = storageOf('localStorage');
const listeners = new Set<() => void>();
let isUntold = false;
let telling: Promise<void> | undefined;

function becomeUntold(next: boolean): void {
  isUntold = next;
  listeners.forEach((tell) => tell());
}

async function tell(): Promise<void> {
  try {
    await api.delete('/session', { signal: AbortSignal.timeout(longestAttempt) });
  } catch (error) {
    becomeUntold(true);
    throw error;
  }
  leaving.end();
}

/** Waits until the browser says that it has a connection, or a while. */
function worthTrying(failures: number): Promise<void> {
  return new Promise((resolve) => {
    addEventListener('online', () => resolve(), { once: true });
    setTimeout(resolve, Math.min(slowestRetry, 500 * 2 ** failures));
  });
}

/** A session that ended on this device, which the server is told as soon as it can be: also after a reload, which must not bring it back. */
export const leaving = {
  begin(): void {
    device.setItem(mark, '1');
  },

  /** The server knows, or has opened another session since. */
  end(): void {
    device.removeItem(mark);
    becomeUntold(false);
  },

  /** Settles once the server knows of what ended here. @throws when it cannot be told now */
  told(): Promise<void> {
    if (device.getItem(mark) === null) {
      return Promise.resolve();
    }
    telling ??= tell().finally(() => {
      telling = undefined;
    });
    return telling;
  },

  /** Goes on until the server knows. */
  async goOn(): Promise<void> {
    for (let failures = 1; device.getItem(mark) !== null; failures += 1) {
      await worthTrying(failures);
      await leaving.told().catch(() => undefined);
    }
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** True while the server could not be told of a session that ended here. */
export function useUntold(): boolean {
  return useSyncExternalStore(subscribe, () => isUntold);
}
