import type { RunningProcess } from '#contracts/operations';

/** Seconds without a sign of life after which a process counts as gone. */
const patience = 15;

/** What a process told of itself last, and for how many seconds it has been silent since. */
export type SignOfProcess = Pick<RunningProcess, 'kind' | 'startedAt' | 'seenAt'> & {
  readonly ready: boolean;
  readonly silentFor: number;
};

/** How a process stands among all that told of themselves lately; one that is gone is replaced by a later one of its kind. */
export function standingOf(
  one: SignOfProcess,
  all: readonly SignOfProcess[],
): Pick<RunningProcess, 'state' | 'replaced'> {
  if (isGone(one)) {
    const replaced = all.some((other) => other.kind === one.kind && !isGone(other) && other.startedAt > one.seenAt);
    return { state: 'gone', replaced };
  }
  return { state: one.ready ? 'ready' : 'not-ready', replaced: false };
}

function isGone({ silentFor }: SignOfProcess): boolean {
  return silentFor > patience;
}
