import type { ReactNode } from 'react';
import { colours, type Tone } from './colours.js';
import { Frame, Label, textSize, type ChartSize } from './frame.js';
import { everyNth, spread } from './layout.js';
import { fit, widthOf, wrap } from './text.js';
import { Marks } from './trend-marks.js';
import { pathOf, plotOf, type Plot, type Value } from './trend-plot.js';

/** One line; the first of a chart is the one it is about. */
export type TrendSeries = { readonly name: string; readonly values: readonly Value[] };

/** Between which values a period is expected, both inclusive. */
export type Expected = { readonly low: number; readonly high: number } | null;

export type TrendChartProps = ChartSize & {
  readonly reading: string;
  /** Names of the periods, in order. */
  readonly periods: readonly string[];
  /** One value per period each. */
  readonly series: readonly TrendSeries[];
  /** Of the first line: the range that chance explains, with its name. */
  readonly expected?: { readonly ranges: readonly Expected[]; readonly label: string };
  /** Of the first line: periods outside the range, and the words for the first of them. */
  readonly signals?: {
    readonly at: readonly { readonly index: number; readonly tone: Tone }[];
    readonly label: string;
  };
  /** The value the axis reaches at least, 10 unless said otherwise. */
  readonly least?: number;
  /** The period that is not over, drawn open, and the words for it. */
  readonly running?: number | undefined;
  readonly runningLabel?: string | undefined;
};

const dashes = [undefined, '6 4', '2 3'] as const;

/** Counts over time: one line or a few with their names at the end, what is expected as a band, signals by shape and words. */
export function TrendChart(props: TrendChartProps) {
  const { width, height, unit = 1, reading, series, expected, signals, periods, least, running, runningLabel } = props;
  const size = textSize * unit;
  const endOf = (one: TrendSeries) => {
    const last = lastOf(one, running);
    return last === null ? one.name : `${last} ${one.name}`;
  };
  const isSeveral = series.length > 1;
  const names = Math.max(0, ...series.map((one) => widthOf(endOf(one), size, true)));
  const right = isSeveral ? Math.min(names + 14 * unit, width * 0.38) : 12 * unit;
  const hasSignal = signals !== undefined && signals.at.length > 0;
  const values = [
    ...series.flatMap((one) => one.values.filter((value) => value !== null)),
    ...(expected?.ranges.flatMap((range) => (range === null ? [] : [range.high])) ?? []),
  ];
  const told = running === undefined || runningLabel === undefined ? [] : wrap(runningLabel, width, size, 2);
  const plot = plotOf(
    { width, height, unit },
    {
      periods: periods.length,
      values,
      least,
      right,
      top: (hasSignal ? 46 : 26) * unit,
      below: 18 * unit * told.length,
    },
  );
  const [main] = series;
  const isOpen = (index: number) => index === running;
  return (
    <Frame width={width} height={height} reading={reading}>
      <Ground plot={plot} {...props} />
      {expected !== undefined && <Band plot={plot} unit={unit} {...expected} />}
      {series.map((one, place) => {
        const stroke = place === 0 ? colours.accent : colours.quiet;
        const last = running === undefined ? null : (one.values[running] ?? null);
        return (
          <g key={one.name}>
            <path
              d={pathOf(
                plot,
                one.values.map((value, index) => (isOpen(index) ? null : value)),
              )}
              fill="none"
              stroke={stroke}
              strokeWidth={(place === 0 ? 2.4 : 1.6) * unit}
              strokeDasharray={dashes[place % dashes.length]}
              strokeLinejoin="round"
            />
            {running !== undefined && last !== null && (
              <>
                <path
                  d={pathOf(
                    plot,
                    one.values.map((value, index) => (isOpen(index) || isOpen(index + 1) ? value : null)),
                  )}
                  fill="none"
                  stroke={stroke}
                  strokeWidth={1.2 * unit}
                  strokeDasharray={`${unit} ${4 * unit}`}
                />
                {place > 0 && (
                  <circle
                    cx={plot.x(running)}
                    cy={plot.y(last)}
                    r={3 * unit}
                    fill={colours.ground}
                    stroke={stroke}
                    strokeWidth={1.4 * unit}
                  />
                )}
              </>
            )}
          </g>
        );
      })}
      {told.map((line, place) => (
        <Label
          key={line}
          x={Math.min(width, Math.max(plot.x(running ?? 0), widthOf(line, size)))}
          y={plot.bottom + (33 + 18 * place) * unit}
          size={size}
          anchor="end"
        >
          {line}
        </Label>
      ))}
      {main !== undefined && <Marks plot={plot} {...props} values={main.values} showLast={!isSeveral} />}
      {isSeveral && <Names plot={plot} unit={unit} width={width} series={series} endOf={endOf} running={running} />}
    </Frame>
  );
}

function Ground({ plot, periods, running, unit = 1, width }: TrendChartProps & { readonly plot: Plot }) {
  const size = textSize * unit;
  const every = everyNth(Math.max(0, ...periods.map((name) => widthOf(name, size))) + 10 * unit, plot.step);
  const last = periods.length - 1;
  const half = (name: string) => widthOf(name, size) / 2;
  return (
    <g>
      {plot.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={plot.y(tick)}
            y2={plot.y(tick)}
            stroke={colours.line}
            strokeWidth={unit}
          />
          <Label x={plot.left - 8 * unit} y={plot.y(tick)} size={size} anchor="end">
            {String(tick)}
          </Label>
        </g>
      ))}
      {running !== undefined && periods.length > 0 && (
        <line
          x1={plot.x(running)}
          x2={plot.x(running)}
          y1={plot.top}
          y2={plot.bottom}
          stroke={colours.strongLine}
          strokeDasharray="2 4"
          strokeWidth={unit}
        />
      )}
      {periods.map(
        (name, index) =>
          (last - index) % every === 0 && (
            <Label
              key={`${index} ${name}`}
              x={Math.max(half(name), Math.min(width - half(name), plot.x(index)))}
              y={plot.bottom + 15 * unit}
              size={size}
              anchor="middle"
            >
              {name}
            </Label>
          ),
      )}
    </g>
  );
}

type BandProps = {
  readonly plot: Plot;
  readonly unit: number;
  readonly ranges: readonly Expected[];
  readonly label: string;
};

function Band({ plot, unit, ranges, label }: BandProps): ReactNode {
  const known = ranges.flatMap((range, index) => (range === null ? [] : [{ ...range, index }]));
  const [first] = known;
  if (first === undefined) {
    return null;
  }
  const reach = Math.min(plot.step / 2, 16 * unit) || 16 * unit;
  const upper = known.flatMap((one) => [
    [plot.x(one.index) - reach, plot.y(one.high)],
    [plot.x(one.index) + reach, plot.y(one.high)],
  ]);
  const lower = known.flatMap((one) => [
    [plot.x(one.index) - reach, plot.y(one.low)],
    [plot.x(one.index) + reach, plot.y(one.low)],
  ]);
  const size = textSize * unit;
  return (
    <g>
      <path
        d={`M${[...upper, ...lower.toReversed()].map((point) => point.join(',')).join('L')}Z`}
        fill={colours.band}
      />
      <Label
        x={Math.max(plot.left + 4 * unit, plot.x(first.index) - reach + 5 * unit)}
        y={plot.y(first.low) - size * 0.75}
        size={size}
        rim={colours.band}
      >
        {label}
      </Label>
    </g>
  );
}

type NamesProps = {
  readonly plot: Plot;
  readonly unit: number;
  readonly width: number;
  readonly series: readonly TrendSeries[];
  readonly endOf: (one: TrendSeries) => string;
  readonly running: number | undefined;
};

/** The last value of a line whose period is over; of a line that has no other, the one that is not. */
function lastOf({ values }: TrendSeries, running: number | undefined): Value {
  return (
    values.findLast((value, index) => value !== null && index !== running) ??
    values.findLast((value) => value !== null) ??
    null
  );
}

function Names({ plot, unit, width, series, endOf, running }: NamesProps) {
  const size = textSize * unit;
  const wanted = series.map((one) => plot.y(lastOf(one, running) ?? 0));
  const places = spread(wanted, size * 1.35, plot.top, plot.bottom);
  return (
    <g>
      {series.map((one, index) => (
        <Label
          key={one.name}
          x={plot.right + 2 * unit}
          y={places[index] ?? 0}
          size={size}
          bold={index === 0}
          fill={index === 0 ? colours.accent : colours.quiet}
        >
          {fit(endOf(one), width - plot.right - 4 * unit, size, true)}
        </Label>
      ))}
    </g>
  );
}
