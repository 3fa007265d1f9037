import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type {
  CubeAnswer,
  CubeQuery,
  EpochList,
  EpochListQuery,
  EpochView,
  PublishedEpoch,
} from '#contracts/monitoring';
import { cubeNames, dimensionsOf, type CubeName } from '#contracts/monitoring/codes';
import { roundingBase } from '#disclosure';
import { originOf } from '#domain/people';
import { EpochRepository, type Published, type SumQuery } from '#persistence/monitoring';
import { EpochClient } from '#temporal';
import { commandIdOf } from '../kernel/commands/command-id.js';
import type { RequestKey } from '../kernel/commands/key.js';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { readCubeQuery } from './cube-query.js';
import { foldPeriods } from './periods.js';

/** Most counts in the answers that are kept. */
const mostCounts = 2_000_000;

type Figures = Pick<CubeAnswer, 'periods' | 'rows'>;
type Question = { readonly cube: CubeName; readonly sums: SumQuery; readonly grain: CubeQuery['grain'] };

/** The published figures, the same for everybody: sums of published cells and nothing else. */
@Injectable()
export class PublishedService {
  /** Answers by epoch and question: what was published never changes, and an assembly asks the same, often at once. */
  private readonly known = new LRUCache<string, Figures, Question>({
    maxSize: mostCounts,
    sizeCalculation: ({ periods, rows }) => (rows.length + 1) * (periods.length + 1),
    fetchMethod: (_key, _stale, { context }) => this.fold(context),
  });

  constructor(
    private readonly epochs: EpochRepository,
    private readonly client: EpochClient,
  ) {}

  /** @param upTo number of an epoch: the answer as it was before the next one */
  async answer(cube: CubeName, query: CubeQuery, upTo?: number): Promise<CubeAnswer> {
    const { by, where, from, to, grain } = readCubeQuery(cube, query);
    const published = await this.epochs.findPublished(upTo);
    const standing = standingOf(published);
    const first = laterOf(published?.first, from);
    const last = earlierOf(published?.last, to);
    if (published === null || first === undefined || last === undefined || first > last) {
      return { cube, by, periods: [], rows: [], standing };
    }
    const { hash, number } = published.newest;
    const key = JSON.stringify([hash, cube, by, [...where], grain, first, last]);
    // Of the epoch that was found: the next one may be published meanwhile.
    const sums = { by, where, from: first, to: last, upTo: number };
    return { cube, by, ...(await this.known.forceFetch(key, { context: { cube, sums, grain } })), standing };
  }

  private async fold({ cube, sums, grain }: Question): Promise<Figures> {
    return foldPeriods(await this.epochs.findSums(cube, sums), grain, { first: sums.from, last: sums.to });
  }

  /** The newest epoch, or that of a number; undefined when there is none. */
  async newest(upTo?: number): Promise<EpochView | undefined> {
    return (await this.epochs.findPublished(upTo))?.newest;
  }

  async list({ before, limit }: EpochListQuery): Promise<EpochList> {
    const found = await this.epochs.findEpochs(before, limit + 1);
    const epochs = found.slice(0, limit);
    return { epochs, next: found.length > limit ? (epochs.at(-1)?.number ?? null) : null };
  }

  async read(epochId: string): Promise<PublishedEpoch> {
    const epoch = await this.epochs.findEpoch(epochId);
    if (epoch === undefined) {
      throw new Problem('not-found');
    }
    const { cells, ...view } = epoch;
    const cubes = cubeNames.map((cube) => ({
      cube,
      dimensions: [...dimensionsOf(cube)],
      cells: cells.filter((cell) => cell.cube === cube).map(({ codes, count }) => ({ codes: [...codes], count })),
    }));
    return { ...view, cubes: cubes.filter((one) => one.cells.length > 0) };
  }

  /** Closes the running epoch before its time; the same key again is the same closing. */
  async close({ viewer }: Caller, { key }: RequestKey): Promise<EpochView> {
    const closingId = commandIdOf(viewer.personId, key);
    return this.client.closeNow({ closingId, by: originOf(viewer, null) });
  }
}

function standingOf(published: Published): CubeAnswer['standing'] {
  return {
    tier: 'published',
    base: roundingBase,
    first: published?.first ?? null,
    last: published?.last ?? null,
    history: published?.history ?? null,
    asOf: published?.newest.publishedAt ?? null,
    epoch: published?.newest.number ?? null,
    hash: published?.newest.hash ?? null,
  };
}

function laterOf(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one;
}

function earlierOf(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || (other !== undefined && other < one) ? other : one;
}
