import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Count } from './trend-model.js';

/** Room around the plot, in pixels at size 1. */
const margin = { top: 26, right: 18, bottom: 30, left: 38 };

/** Where everything of a chart stands. */
export type Plot = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly step: number;
  readonly x: (index: number) => number;
  readonly y: (count: number) => number;
  readonly ticks: readonly number[];
};

/** Scales of a chart of counts by quarter. The vertical scale ends on a round figure, so that one case more does not move it. */
export function plotOf(size: { width: number; height: number; unit: number }, quarters: number, most: number): Plot {
  const { width, height, unit } = size;
  const left = margin.left * unit;
  const right = width - margin.right * unit;
  const top = margin.top * unit;
  const bottom = height - margin.bottom * unit;
  const horizontal = scalePoint<number>()
    .domain(Array.from({ length: quarters }, (_, index) => index))
    .range([left + 14 * unit, right - 14 * unit]);
  const vertical = scaleLinear()
    .domain([0, Math.max(10, most)])
    .nice(5)
    .range([bottom, top]);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    step: horizontal.step(),
    x: (index) => horizontal(index) ?? left,
    y: vertical,
    ticks: vertical.ticks(5),
  };
}

/** The path of a series between two quarters; hidden counts interrupt it. */
export function pathOf(plot: Pick<Plot, 'x' | 'y'>, counts: readonly Count[], from: number, until: number): string {
  const points = counts.slice(from, until + 1).map((count, step) => ({ count, index: from + step }));
  return (
    line<(typeof points)[number]>()
      .defined((point) => point.count !== null)
      .x((point) => plot.x(point.index))
      .y((point) => plot.y(point.count ?? 0))(points) ?? ''
  );
}
