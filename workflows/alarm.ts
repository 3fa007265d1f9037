import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Instant } from '#contracts';

/** The one timer of a case. */
export type Alarm = {
  /** Moves the timer, or stops it with null; does nothing when it is set so already. */
  set(due: Instant | null): void;
};

/** Makes the timer; setting it emits its commands at once, as design rule 2 asks. `ring` gets the instant it was set to. */
export function createAlarm(ring: (due: Instant) => void): Alarm {
  let current: { readonly due: Instant; readonly scope: CancellationScope } | undefined;

  function set(due: Instant | null): void {
    if (due === (current?.due ?? null)) {
      return;
    }
    current?.scope.cancel();
    current = undefined;
    if (due === null) {
      return;
    }
    const scope = new CancellationScope();
    current = { due, scope };
    void wait(scope, due);
  }

  async function wait(scope: CancellationScope, due: Instant): Promise<void> {
    try {
      await scope.run(() => sleep(Math.max(1, Date.parse(due) - Date.now())));
    } catch (error) {
      if (isCancellation(error)) {
        return;
      }
      throw error;
    }
    // It was moved in the same task in which it fired.
    if (current?.scope !== scope) {
      return;
    }
    current = undefined;
    ring(due);
  }

  return { set };
}
