import type { SeriesFlag } from '#contracts/outside/codes';
import type { Period } from '#domain/outside';
import type { Fault, Spot } from '../fault.js';
import type { Asking } from './asking.js';

/** A text of a file and where it stands. */
export type Cell = { readonly text: string; readonly at: Spot };

/** An observation as it stands in a file; `place` null for the whole region, `value` null when there is none. */
export type Observation = {
  readonly period: Cell & { readonly read?: Period };
  readonly place: Cell | null;
  readonly value: {
    readonly text: string | number | null;
    /** The file says that there is none. */
    readonly isMark?: boolean;
    readonly at: Spot;
  };
  readonly flags?: readonly SeriesFlag[];
};

/** Time and place of a point. */
export const keyOf = ({ period }: Period, municipality: string | null) => `${period}|${municipality ?? ''}`;

/** What is wanted of observations. */
export type GatheringOptions = {
  readonly asking: Asking;
  /** Only places of the region may be named. */
  readonly ownPlaces?: boolean;
  /** An observation without a value, and without a mark for that, is a fault. */
  readonly whole?: boolean;
  /** The format says that a point separates decimals, and nothing else does. */
  readonly standard?: boolean;
  /** Rows of one period and place may be added up, and rows that are not there may mean zero: in these places. */
  readonly adding?: { readonly places: readonly (string | null)[] };
  /** What was wrong before there were observations. */
  readonly before?: readonly Fault[];
};

/** A number as it stands in a file. */
export type Value = { readonly text: string | number; readonly at: Spot };

/** What will be one point. */
export type Pending = {
  readonly period: Period;
  readonly municipality: string | null;
  readonly at: Spot;
  readonly values: Value[];
  readonly flags: Set<SeriesFlag>;
};
