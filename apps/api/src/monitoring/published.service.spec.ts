import { describe, expect, it } from '@jest/globals';
import type { EpochView } from '#contracts/monitoring';
import type { EpochRepository, SumQuery } from '#persistence/monitoring';
import type { EpochClient } from '#temporal';
import { PublishedService } from './published.service.js';

/** Epochs that each publish five openings of the same week. */
class Epochs implements Pick<EpochRepository, 'findPublished' | 'findSums'> {
  reads = 0;
  number = 1;
  /** Called while sums are read. */
  meanwhile = async (): Promise<void> => undefined;

  async findPublished(upTo = this.number) {
    const newest: EpochView = {
      epochId: `2026-W10.${upTo}`,
      number: upTo,
      kind: 'week',
      week: '2026-W10',
      publishedAt: '2026-03-09T00:00:00.000Z',
      previousHash: `hash-${upTo - 1}`,
      hash: `hash-${upTo}`,
    };
    return { newest, first: '2026-W10', last: '2026-W10', history: null };
  }

  async findSums(_cube: string, { upTo }: SumQuery) {
    this.reads++;
    await this.meanwhile();
    return [{ week: '2026-W10', codes: [], count: 5 * Math.min(upTo, this.number) }];
  }
}

const query = { grain: 'total' } as const;

function serviceOf(epochs: Epochs) {
  const service = new PublishedService(epochs as unknown as EpochRepository, {} as EpochClient);
  return async (upTo?: number) => {
    const { rows, standing } = await service.answer('opened', query, upTo);
    return [standing.hash, rows[0]?.counts[0]];
  };
}

describe('a published answer', () => {
  it('is of the epoch it names, also when the next one is published meanwhile, and for good', async () => {
    const epochs = new Epochs();
    const answer = serviceOf(epochs);
    epochs.meanwhile = async () => void (epochs.number = 2);
    expect(await answer()).toEqual(['hash-1', 5]);
    expect(await answer()).toEqual(['hash-2', 10]);
    expect(await answer(1)).toEqual(['hash-1', 5]);
  });

  it('is read once, however many ask at once', async () => {
    const epochs = new Epochs();
    const answer = serviceOf(epochs);
    const all = await Promise.all(Array.from({ length: 20 }, () => answer()));
    expect(new Set(all.map(String))).toEqual(new Set(['hash-1,5']));
    expect(epochs.reads).toBe(1);
  });

  it('that failed is tried again', async () => {
    const epochs = new Epochs();
    const answer = serviceOf(epochs);
    epochs.meanwhile = () => Promise.reject(new Error('away'));
    await expect(answer()).rejects.toThrow('away');
    epochs.meanwhile = async () => undefined;
    expect(await answer()).toEqual(['hash-1', 5]);
  });
});
