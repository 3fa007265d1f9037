import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Instant } from '#contracts/kernel';

/** The one timer of a case. Setting it emits its commands at once, as design rule 2 asks. */
export type Alarm = {
  /** Lets it ring at this instant at the latest. One that rings before is left as it is: moving it would cost two commands. */
  atLatest(due: Instant | null): void;
  /**
   * Sets it anew, or stops it with null, by a command, or without one when it has fired in this very task; false when it was not set
   * and need not be.
   */
  renew(due: Instant | null): boolean;
};

/**
 * Makes the timer; it may ring before its time has come.
 * @param silent told when it was stopped in the task in which it fired, so that stopping it emitted no command after all
 */
export function createAlarm(ring: () => void, silent: () => void): Alarm {
  let current: { readonly at: number; readonly scope: CancellationScope } | undefined;

  function atLatest(due: Instant | null): void {
    if (due !== null && (current === undefined || Date.parse(due) < current.at)) {
      renew(due);
    }
  }

  function renew(due: Instant | null): boolean {
    const wasSet = current !== undefined;
    current?.scope.cancel();
    current = undefined;
    if (due === null) {
      return wasSet;
    }
    const scope = new CancellationScope();
    current = { at: Date.parse(due), scope };
    void wait(scope, current.at);
    return true;
  }

  async function wait(scope: CancellationScope, at: number): Promise<void> {
    try {
      await scope.run(() => sleep(Math.max(1, at - Date.now())));
    } catch (error) {
      if (isCancellation(error)) {
        return;
      }
      throw error;
    }
    // It was moved or stopped in the same task in which it fired.
    if (current?.scope !== scope) {
      if (current === undefined) {
        silent();
      }
      return;
    }
    current = undefined;
    ring();
  }

  return { atLatest, renew };
}
