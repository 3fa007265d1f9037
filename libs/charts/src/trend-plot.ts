import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { ChartSize } from './frame.js';
import { textSize } from './frame.js';
import { widthOf } from './text.js';

/** A value of a period; null where there is none. */
export type Value = number | null;

/** Where everything of a chart over time stands, in pixels. */
export type Plot = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly step: number;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
};

type Room = {
  readonly periods: number;
  /** All values that must fit, 0 besides. */
  readonly values: readonly number[];
  readonly top: number;
  /** The axis goes to this at least, so that a few counts do not look like many. */
  readonly least?: number | undefined;
  /** Pixels at the right for names of lines. */
  readonly right: number;
  /** Pixels below the names of the periods. */
  readonly below?: number;
};

const usualLeast = 10;

/** Scales of counts over periods. The vertical one ends on a round figure, so that one case more does not move it. */
export function plotOf({ width, height, unit = 1 }: ChartSize, room: Room): Plot {
  const vertical = scaleLinear()
    .domain([Math.min(0, ...room.values), Math.max(room.least ?? usualLeast, ...room.values)])
    .nice(4);
  const ticks = vertical.ticks(4);
  const size = textSize * unit;
  const left = Math.max(...ticks.map((tick) => widthOf(String(tick), size))) + 10 * unit;
  const right = width - room.right;
  const bottom = height - 26 * unit - (room.below ?? 0);
  const horizontal = scalePoint<number>()
    .domain(Array.from({ length: room.periods }, (_, index) => index))
    .range([left + 16 * unit, right - 16 * unit]);
  vertical.range([bottom, room.top]);
  return {
    left,
    right,
    top: room.top,
    bottom,
    step: horizontal.step(),
    x: (index) => horizontal(index) ?? left,
    y: (value) => vertical(value),
    ticks,
  };
}

/** The path through the values, interrupted where there is none. */
export function pathOf(plot: Plot, values: readonly Value[]): string {
  return (
    line<Value>()
      .defined((value) => value !== null)
      .x((_, index) => plot.x(index))
      .y((value) => plot.y(value ?? 0))(values) ?? ''
  );
}
