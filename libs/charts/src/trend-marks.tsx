import { colourOf, colours, type Tone } from './colours.js';
import { Label, textSize } from './frame.js';
import { widthOf } from './text.js';
import type { TrendChartProps } from './trend-chart.js';
import type { Plot, Value } from './trend-plot.js';

type MarksProps = Pick<TrendChartProps, 'signals' | 'running' | 'periods' | 'width' | 'unit'> & {
  readonly plot: Plot;
  readonly values: readonly Value[];
  readonly showLast: boolean;
};

/** The points of the first line: each with its number or its sign, and the words for the first signal. */
export function Marks({ plot, values, signals, running, periods, showLast, width, unit = 1 }: MarksProps) {
  const size = textSize * unit;
  const first = signals?.at[0];
  const ended = values.findLastIndex((value, index) => value !== null && index !== running);
  const last = ended < 0 ? values.findLastIndex((value) => value !== null) : ended;
  /** Whether a number stands below its point: the line comes down to it, and the axis leaves room. */
  const isBelow = (index: number) => {
    const [value, before] = [values[index] ?? 0, values[index - 1] ?? 0];
    return toneAt(index) === 'none' && before > value && plot.y(value) + 22 * unit < plot.bottom;
  };
  const toneAt = (index: number) => signals?.at.find((one) => one.index === index)?.tone ?? 'none';
  return (
    <g>
      {values.map((value, index) => {
        if (value === null) {
          return null;
        }
        const tone = toneAt(index);
        return (
          <g key={`${index} ${periods[index] ?? ''}`}>
            <title>{`${periods[index] ?? ''}: ${value}`}</title>
            <Mark x={plot.x(index)} y={plot.y(value)} tone={tone} unit={unit} isOpen={index === running} />
            {((index === last && showLast) || (tone !== 'none' && plot.step > 3 * size)) && (
              <Label
                x={Math.min(plot.x(index), width - widthOf(String(value), size * 1.1, true) / 2)}
                y={plot.y(value) + (isBelow(index) ? 14 : -14) * unit}
                size={size * 1.1}
                anchor="middle"
                fill={tone === 'none' ? colours.ink : colourOf(tone)}
                bold
                rim={colours.ground}
              >
                {String(value)}
              </Label>
            )}
          </g>
        );
      })}
      {first !== undefined && signals !== undefined && (
        <g>
          <line
            x1={plot.x(first.index)}
            x2={plot.x(first.index)}
            y1={18 * unit}
            y2={plot.y(values[first.index] ?? 0) - 22 * unit}
            stroke={colourOf(first.tone)}
            strokeWidth={unit}
            strokeDasharray="1 3"
          />
          <Label
            x={Math.min(width, Math.max(plot.x(first.index), widthOf(signals.label, size, true)))}
            y={10 * unit}
            size={size}
            anchor="end"
            fill={colourOf(first.tone)}
            bold
          >
            {signals.label}
          </Label>
        </g>
      )}
    </g>
  );
}

type MarkProps = {
  readonly x: number;
  readonly y: number;
  readonly tone: Tone;
  readonly unit: number;
  readonly isOpen: boolean;
};

function Mark({ x, y, tone, unit, isOpen }: MarkProps) {
  if (tone !== 'none') {
    const up = tone === 'rise' ? -1 : 1;
    return (
      <path d={`M${x},${y + up * 7 * unit}l${6.5 * unit},${-up * 11 * unit}h${-13 * unit}Z`} fill={colourOf(tone)} />
    );
  }
  return (
    <circle
      cx={x}
      cy={y}
      r={3.4 * unit}
      fill={isOpen ? colours.ground : colours.accent}
      stroke={colours.accent}
      strokeWidth={1.6 * unit}
    />
  );
}
