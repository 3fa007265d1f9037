import { scaleLinear } from 'd3-scale';
import { colourOf, colours, type Tone } from './colours.js';
import { Frame, Label, textSize, type ChartSize } from './frame.js';
import { spread } from './layout.js';
import { fit, widthOf } from './text.js';

/** How much something was before and is now. */
export type Slope = {
  readonly key: string;
  readonly label: string;
  readonly before: number;
  readonly after: number;
  /** `none` unless it is more than chance. */
  readonly tone: Tone;
};

export type SlopeChartProps = ChartSize & {
  readonly reading: string;
  readonly from: string;
  readonly to: string;
  readonly slopes: readonly Slope[];
};

const arrows: Readonly<Record<Tone, string>> = { rise: '▲ ', fall: '▼ ', none: '' };

/** Share of the rows there is room for: when all are taken, no name stands near its point any more. */
const taken = 0.65;

/** Two dates side by side; what moved more than chance is bold, coloured and has an arrow. All of these that fit, then the most frequent. */
export function SlopeChart({ width, height, unit = 1, reading, from, to, slopes }: SlopeChartProps) {
  const size = textSize * unit;
  const line = size * 1.5;
  const top = 34 * unit;
  const bottom = height - 12 * unit;
  const shown = mostTold(slopes, (bottom - top) / line);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...shown.flatMap((one) => [one.before, one.after]))])
    .range([bottom, top]);
  const name = (one: Slope) => `${arrows[one.tone]}${one.after} ${one.label}`;
  const left = Math.max(24 * unit, ...shown.map((one) => widthOf(String(one.before), size))) + 14 * unit;
  const words = Math.max(0, ...shown.map((one) => widthOf(name(one), size, true)));
  const right = Math.max(left + 40 * unit, width - words - 16 * unit, width * 0.34);
  const before = spread(
    shown.map((one) => y(one.before)),
    line,
    top,
    bottom,
  );
  const after = spread(
    shown.map((one) => y(one.after)),
    line,
    top,
    bottom,
  );
  return (
    <Frame width={width} height={height} reading={reading}>
      <Label x={0} y={10 * unit} size={size}>
        {fit(from, right - 8 * unit, size)}
      </Label>
      <Label x={right} y={10 * unit} size={size}>
        {fit(to, width - right, size)}
      </Label>
      {shown.map((one, index) => (
        <g key={one.key}>
          <title>{`${one.label}: ${one.before} → ${one.after}`}</title>
          <line
            x1={left}
            x2={right}
            y1={y(one.before)}
            y2={y(one.after)}
            stroke={colourOf(one.tone)}
            strokeWidth={(one.tone === 'none' ? 1.3 : 2.8) * unit}
          />
          <path
            d={`M${left - 8 * unit},${before[index] ?? 0}L${left},${y(one.before)}M${right},${y(one.after)}L${right + 8 * unit},${after[index] ?? 0}`}
            fill="none"
            stroke={colourOf(one.tone)}
            strokeWidth={unit}
            strokeOpacity={0.5}
          />
          <circle cx={left} cy={y(one.before)} r={3.2 * unit} fill={colourOf(one.tone)} />
          <circle cx={right} cy={y(one.after)} r={3.2 * unit} fill={colourOf(one.tone)} />
          <Label x={left - 11 * unit} y={before[index] ?? 0} size={size} anchor="end">
            {String(one.before)}
          </Label>
          <Label
            x={right + 11 * unit}
            y={after[index] ?? 0}
            size={size}
            bold={one.tone !== 'none'}
            fill={one.tone === 'none' ? colours.ink : colourOf(one.tone)}
          >
            {fit(name(one), width - right - 11 * unit, size, true)}
          </Label>
        </g>
      ))}
    </Frame>
  );
}

function mostTold(slopes: readonly Slope[], room: number): readonly Slope[] {
  const moved = slopes.filter((one) => one.tone !== 'none').length;
  const count = Math.max(Math.ceil(room * taken), Math.min(moved, Math.floor(room) + 1));
  return [...slopes]
    .sort(
      (a, b) =>
        Number(b.tone !== 'none') - Number(a.tone !== 'none') ||
        Math.max(b.before, b.after) - Math.max(a.before, a.after),
    )
    .slice(0, Math.max(1, count));
}
