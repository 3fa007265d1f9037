import type { EpochView } from '#contracts/monitoring';
import { dimensionsOf, type CubeName } from '#contracts/monitoring/codes';

/** One count of a cube; codes in the order of its dimensions. */
export type CubeCell = { readonly cube: CubeName; readonly codes: readonly string[]; readonly count: number };

/** An epoch as PostgreSQL gives it. */
export type EpochRow = Omit<EpochView, 'number' | 'publishedAt'> & { number: string; publishedAt: Date };

/** Columns of an `EpochRow`, of `relais.epoch` as `e`. */
export const epochColumns = `e.number::text AS number, e.epoch_id AS "epochId", e.kind, e.week, e.published_at AS "publishedAt",
  e.previous_hash AS "previousHash", e.hash`;

export function epochOf({ number, publishedAt, ...same }: EpochRow): EpochView {
  return { ...same, number: Number(number), publishedAt: publishedAt.toISOString() };
}

/** The row with as many codes as its cube has dimensions; tables have columns for four. */
export function withoutPadding<Row extends Pick<CubeCell, 'cube' | 'codes'>>(row: Row): Row {
  return { ...row, codes: row.codes.slice(0, dimensionsOf(row.cube).length) };
}
