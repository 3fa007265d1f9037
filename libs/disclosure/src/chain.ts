import { createHash } from 'node:crypto';
import { byCodeUnit, sortedCells, type Cell } from './cell.js';

/** What an epoch published of one cube. */
export type PublishedCube = { readonly cube: string; readonly cells: readonly Cell[] };

/** One epoch as it enters the hash chain. */
export type EpochContent = {
  /** Hash of the epoch before it, `firstHash` when there is none. */
  readonly previousHash: string;
  /** Position in the chain, from 1. */
  readonly number: number;
  readonly epochId: string;
  readonly kind: string;
  /** ISO week such as 2026-W48. */
  readonly week: string;
  readonly cubes: readonly PublishedCube[];
};

/** What the first epoch of a chain names as the hash before it. */
export const firstHash = '0'.repeat(64);

/**
 * The hash of an epoch, 64 hexadecimal digits: SHA-256 of JSON without spaces, its names in the order below, the cubes sorted by name and
 * the cells by key. Cubes and cells with nothing in them do not count, so that what was stored is enough to compute it again.
 */
export function hashEpoch({ previousHash, number, epochId, kind, week, cubes }: EpochContent): string {
  const canonical = JSON.stringify({
    cubes: cubes
      .map(({ cube, cells }) => ({
        cells: sortedCells(cells).map(({ codes, count }) => ({ codes, count })),
        cube,
      }))
      .filter(({ cells }) => cells.length > 0)
      .sort((one, other) => byCodeUnit(one.cube, other.cube)),
    epochId,
    kind,
    number,
    previousHash,
    week,
  });
  return createHash('sha256').update(canonical).digest('hex');
}

/** The number of the first epoch that does not fit: a gap, another predecessor, or content that is not what was hashed. */
export function verifyChain(epochs: readonly (EpochContent & { readonly hash: string })[]): number | undefined {
  const broken = epochs.findIndex(
    (epoch, index) =>
      epoch.number !== index + 1 ||
      epoch.previousHash !== (epochs[index - 1]?.hash ?? firstHash) ||
      epoch.hash !== hashEpoch(epoch),
  );
  return broken === -1 ? undefined : broken + 1;
}
