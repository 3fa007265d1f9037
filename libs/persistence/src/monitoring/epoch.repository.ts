import type { EpochView } from '#contracts/monitoring';
import { dimensionsOf, type CubeName, type Dimension } from '#contracts/monitoring/codes';
import type { Database } from '../kernel/database.js';
import { epochColumns, epochOf, withoutPadding, type CubeCell, type EpochRow } from './epoch-row.js';

/** What all epochs together cover, and the last week of imported history among them; null when there is none. */
export type Published = {
  readonly newest: EpochView;
  readonly first: string;
  readonly last: string;
  readonly history: string | null;
} | null;

/** Which sums of published cells are asked for; weeks are inclusive. */
export type SumQuery = {
  readonly by: readonly Dimension[];
  readonly where: ReadonlyMap<Dimension, readonly string[]>;
  readonly from: string;
  readonly to: string;
  /** Number of the newest epoch that is looked at. */
  readonly upTo: number;
};

/** A sum of published cells of one week; codes in the order of `by`. */
export type WeekSum = { readonly week: string; readonly codes: readonly string[]; readonly count: number };

const columns = ['a', 'b', 'c', 'd'] as const;

/** The published figures. Nothing here reads anything but published cells. */
export class EpochRepository {
  constructor(private readonly database: Database) {}

  /** The newest epoch and the weeks that all of them cover; up to the epoch of a number as if later ones were not there. */
  async findPublished(upTo?: number): Promise<Published> {
    const [row] = await this.database.query<EpochRow & Omit<NonNullable<Published>, 'newest'>>(
      `SELECT ${epochColumns}, span.first, span.last, span.history
         FROM relais.epoch e, (SELECT min(week) AS first, max(week) AS last,
                                      max(week) FILTER (WHERE kind = 'history') AS history FROM relais.epoch
               WHERE $1::bigint IS NULL OR number <= $1) AS span
        WHERE $1::bigint IS NULL OR e.number <= $1
        ORDER BY e.number DESC LIMIT 1`,
      [upTo ?? null],
    );
    if (row === undefined) {
      return null;
    }
    const { first, last, history, ...epoch } = row;
    return { newest: epochOf(epoch), first, last, history };
  }

  /** Sums by week and the codes of `by`, those that are zero left out. */
  async findSums(cube: CubeName, { by, where, from, to, upTo }: SumQuery): Promise<WeekSum[]> {
    const columnOf = (dimension: Dimension) => `c.${columns[dimensionsOf(cube).indexOf(dimension)]}`;
    const filters = [...where].map(([dimension], place) => `AND ${columnOf(dimension)} = ANY ($${place + 5}::text[])`);
    const codes = by.map(columnOf);
    return this.database.query<WeekSum>(
      `SELECT e.week, ARRAY[${codes.join(', ')}]::text[] AS codes, sum(c.count)::int AS count
         FROM relais.epoch_cell c JOIN relais.epoch e USING (number)
        WHERE c.cube = $1 AND e.week BETWEEN $2 AND $3 AND e.number <= $4 ${filters.join(' ')}
        GROUP BY ${['e.week', ...codes].join(', ')} HAVING sum(c.count) <> 0
        ORDER BY ${['e.week', ...codes].join(', ')}`,
      [cube, from, to, upTo, ...where.values()],
    );
  }

  /** At most `limit` epochs, newest first, those before the given number only. */
  async findEpochs(before: number | undefined, limit: number): Promise<EpochView[]> {
    const rows = await this.database.query<EpochRow>(
      `SELECT ${epochColumns} FROM relais.epoch e
        WHERE $1::bigint IS NULL OR e.number < $1 ORDER BY e.number DESC LIMIT $2`,
      [before ?? null, limit],
    );
    return rows.map(epochOf);
  }

  /** One epoch with all that it published, undefined when there is none. */
  async findEpoch(epochId: string): Promise<(EpochView & { readonly cells: readonly CubeCell[] }) | undefined> {
    const [row] = await this.database.query<EpochRow>(
      `SELECT ${epochColumns} FROM relais.epoch e WHERE e.epoch_id = $1`,
      [epochId],
    );
    if (row === undefined) {
      return undefined;
    }
    const cells = await this.database.query<CubeCell>(
      `SELECT cube, ARRAY[a, b, c, d] AS codes, count FROM relais.epoch_cell
        WHERE number = $1 ORDER BY cube COLLATE "C", a COLLATE "C", b COLLATE "C", c COLLATE "C", d COLLATE "C"`,
      [row.number],
    );
    return { ...epochOf(row), cells: cells.map(withoutPadding) };
  }
}
