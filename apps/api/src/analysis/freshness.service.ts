import { Injectable } from '@nestjs/common';
import type { Freshness } from '#contracts/analysis';
import { ArchiveStateRepository } from '#persistence/analysis';
import { OperationsRepository, RunningRepository } from '#persistence/operations';
import { endsOf, type PartitionEnd } from '../operations/progress.js';

type PartitionPosition = { readonly topic: string; readonly partition: number; readonly next: string };

/** Says how far the projection and the archive are behind what happened. */
@Injectable()
export class FreshnessService {
  constructor(
    private readonly archive: ArchiveStateRepository,
    private readonly operations: OperationsRepository,
    private readonly running: RunningRepository,
  ) {}

  async read(): Promise<Freshness> {
    const [{ places, ...state }, offsets, processes] = await Promise.all([
      this.archive.getState(),
      this.operations.findOffsets(),
      this.running.findProcesses(),
    ]);
    const ends = endsOf(processes, ['projector', 'archivist']);
    return { ...state, projectionLag: lagOf(offsets, ends), archiveLag: lagOf(places, ends) };
  }
}

/** Events between the places and the ends; null when the ends are unknown. */
export function lagOf(places: readonly PartitionPosition[], ends: readonly PartitionEnd[]): number | null {
  if (ends.length === 0) {
    return null;
  }
  const next = new Map(places.map((one) => [`${one.topic}/${one.partition}`, one.next]));
  return ends
    .map(({ topic, partition, end }) => Number(end) - Number(next.get(`${topic}/${partition}`) ?? 0))
    .reduce((sum, lag) => sum + Math.max(0, lag), 0);
}
