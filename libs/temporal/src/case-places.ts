import type { CustomSlotSupplier, SlotPermit, SlotReserveContext, WorkflowSlotInfo } from '@temporalio/worker';

/** How many cases a worker works at, at the same time. */
export type Places = {
  /** Cases that are not in its memory: each is read from its beginning first. */
  readonly read: number;
  /** Cases that are in its memory. */
  readonly remembered: number;
};

type Kind = keyof Places;
type Permit = SlotPermit & { readonly kind: Kind };
type Waiting = { readonly kind: Kind; readonly enter: () => void };

/**
 * Gives places to tasks of cases. Reading many cases at once takes each of them as long as all: past the time a task has, none is ever
 * read, and every one begins again. So few are read at a time, and those in memory never wait for them.
 */
export class CasePlaces implements CustomSlotSupplier<WorkflowSlotInfo> {
  readonly type = 'custom';
  private readonly taken: Record<Kind, number> = { read: 0, remembered: 0 };
  private waiting: Waiting[] = [];

  constructor(private readonly places: Places) {}

  tryReserveSlot(asked: SlotReserveContext): Permit | null {
    const kind = kindOf(asked);
    if (this.taken[kind] >= this.places[kind]) {
      return null;
    }
    this.taken[kind]++;
    return { kind };
  }

  /** Waits for a place, first come, first served. */
  async reserveSlot(asked: SlotReserveContext, abortSignal: AbortSignal): Promise<Permit> {
    const kind = kindOf(asked);
    const permit = this.tryReserveSlot(asked);
    if (permit !== null) {
      return permit;
    }
    abortSignal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { kind, enter: () => resolve({ kind }) };
      this.waiting.push(waiting);
      abortSignal.addEventListener(
        'abort',
        () => {
          this.waiting = this.waiting.filter((one) => one !== waiting);
          reject(abortSignal.reason);
        },
        { once: true },
      );
    });
  }

  markSlotUsed(): void {
    // A place counts from when it is given.
  }

  releaseSlot({ permit }: { readonly permit: SlotPermit }): void {
    const { kind } = permit as Permit;
    const next = this.waiting.findIndex((one) => one.kind === kind);
    if (next < 0) {
      this.taken[kind]--;
      return;
    }
    // The place goes from one to the next.
    const [first] = this.waiting.splice(next, 1);
    first?.enter();
  }
}

function kindOf({ isSticky }: SlotReserveContext): Kind {
  return isSticky ? 'remembered' : 'read';
}
