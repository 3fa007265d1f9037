import { colours } from './colours.js';
import { Frame, Label, textSize, type ChartSize } from './frame.js';
import { fit, widthOf } from './text.js';

/** One bar; `before` is a mark on it for the time before. */
export type Bar = { readonly key: string; readonly label: string; readonly count: number; readonly before?: number };

export type BarChartProps = Omit<ChartSize, 'height'> & {
  readonly reading: string;
  readonly bars: readonly Bar[];
  /** What the strokes mark, said above them. */
  readonly beforeLabel?: string;
};

/** Lying bars with their names and numbers; a stroke marks how many there were before. */
export function BarChart({ width, unit = 1, reading, bars, beforeLabel }: BarChartProps) {
  const size = textSize * unit;
  const row = 28 * unit;
  const names = Math.max(0, ...bars.map((bar) => widthOf(bar.label, size)));
  const left = Math.min(names + 12 * unit, width * 0.46);
  const most = Math.max(1, ...bars.flatMap((bar) => [bar.count, bar.before ?? 0]));
  const numbers = Math.max(0, ...bars.map((bar) => widthOf(String(bar.count), size, true))) + 10 * unit;
  const long = (count: number) => (Math.max(0, count) / most) * Math.max(10, width - left - numbers);
  const head = beforeLabel === undefined || bars.length === 0 ? 0 : 24 * unit;
  return (
    <Frame width={width} height={head + Math.max(1, bars.length) * row + 4 * unit} reading={reading}>
      {beforeLabel !== undefined && head > 0 && (
        <g>
          <line x1={unit} x2={unit} y1={0} y2={18 * unit} stroke={colours.ink} strokeWidth={2 * unit} />
          <Label x={8 * unit} y={9 * unit} size={size}>
            {fit(beforeLabel, width - 8 * unit, size)}
          </Label>
        </g>
      )}
      {bars.map((bar, index) => {
        const middle = head + (index + 0.5) * row;
        return (
          <g key={bar.key}>
            <title>{`${bar.label}: ${bar.count}${bar.before === undefined ? '' : ` (${bar.before})`}`}</title>
            <Label x={0} y={middle} size={size} fill={colours.ink}>
              {fit(bar.label, left - 10 * unit, size)}
            </Label>
            <rect
              x={left}
              y={middle - 8 * unit}
              width={Math.max(unit, long(bar.count))}
              height={16 * unit}
              rx={3 * unit}
              fill={colours.accent}
              fillOpacity={0.42}
            />
            {bar.before !== undefined && (
              <line
                x1={left + long(bar.before)}
                x2={left + long(bar.before)}
                y1={middle - 11 * unit}
                y2={middle + 11 * unit}
                stroke={colours.ink}
                strokeWidth={2 * unit}
              />
            )}
            <Label
              x={left + Math.max(long(bar.count), long(bar.before ?? 0)) + 7 * unit}
              y={middle}
              size={size}
              fill={colours.ink}
              bold
            >
              {String(bar.count)}
            </Label>
          </g>
        );
      })}
    </Frame>
  );
}
