import { colours, scaleOf } from './colours.js';
import { Frame, Label, smallText, textSize, type ChartSize } from './frame.js';
import { Legend, legendHeight } from './legend.js';
import { fit, widthOf } from './text.js';

/** A row or column of a matrix. */
export type Heading = { readonly key: string; readonly label: string };

export type HeatMatrixProps = Omit<ChartSize, 'height'> & {
  readonly reading: string;
  readonly rows: readonly Heading[];
  readonly columns: readonly Heading[];
  /** One list per row, one count per column. */
  readonly counts: readonly (readonly number[])[];
  /** Key of a row to mark. */
  readonly marked?: string | undefined;
};

/** Pixels of a turned name at unit 1. */
const longestTurned = 132;

/** Two lists against each other: the number in each cell, the darker the more, as the legend says; a dot for none. */
export function HeatMatrix({ width, unit = 1, reading, rows, columns, counts, marked }: HeatMatrixProps) {
  const size = textSize * unit;
  const row = 25 * unit;
  const gap = 2 * unit;
  const names = Math.max(0, ...rows.map((one) => widthOf(one.label, size, true)));
  const spare = Math.min(64 * unit, width * 0.08);
  const share = Math.max(width * (width < 420 * unit ? 0.3 : 0.36), width - spare - columns.length * 44 * unit);
  const left = Math.min(names + 10 * unit, share);
  const longest = Math.max(0, ...columns.map((one) => widthOf(one.label, size)));
  const isTurned = longest > (width - left) / Math.max(1, columns.length) - 4 * unit;
  const column = (width - left - (isTurned ? spare : 0)) / Math.max(1, columns.length);
  // Turned by 52 degrees a name is about four fifths as high as it is long; the last one must not run off at the right.
  const room = (index: number) =>
    Math.max(24 * unit, Math.min(longestTurned * unit, (width - left - (index + 0.5) * column - size * 0.6) / 0.62));
  const heads = columns.map((one, index) => (isTurned ? fit(one.label, room(index), size) : one.label));
  const head = isTurned ? Math.max(0, ...heads.map((name) => widthOf(name, size))) * 0.8 + 12 * unit : 24 * unit;
  const most = Math.max(0, ...counts.flat());
  const isTight = widthOf(String(most), size, true) > column - gap;
  const scale = scaleOf(counts.flat());
  const bottom = head + rows.length * row + gap;
  return (
    <Frame width={width} height={bottom + legendHeight({ scale, width, unit })} reading={reading}>
      {columns.map((one, index) =>
        isTurned ? (
          <Label key={one.key} x={left + (index + 0.5) * column + size * 0.1} y={head - 9 * unit} size={size} turned>
            {heads[index] ?? ''}
          </Label>
        ) : (
          <Label key={one.key} x={left + (index + 0.5) * column} y={12 * unit} size={size} anchor="middle">
            {heads[index] ?? ''}
          </Label>
        ),
      )}
      {rows.map((one, at) => (
        <g key={one.key}>
          <Label
            x={0}
            y={head + (at + 0.5) * row}
            size={size}
            bold={one.key === marked}
            fill={one.key === marked ? colours.accent : colours.ink}
          >
            {fit(one.label, left - 8 * unit, size, one.key === marked)}
          </Label>
          {columns.map((other, index) => {
            const count = counts[at]?.[index] ?? 0;
            const grade = scale.gradeOf(count);
            return (
              <g key={other.key}>
                <title>{`${one.label}, ${other.label}: ${count}`}</title>
                <rect
                  x={left + index * column + gap / 2}
                  y={head + at * row + gap / 2}
                  width={Math.max(1, column - gap)}
                  height={row - gap}
                  rx={4 * unit}
                  fill={colours.accent}
                  fillOpacity={grade.opacity}
                />
                <Label
                  x={left + (index + 0.5) * column}
                  y={head + (at + 0.5) * row}
                  size={isTight ? smallText * unit : size}
                  anchor="middle"
                  fill={count === 0 ? colours.quiet : grade.text}
                  bold={count !== 0 && !isTight}
                >
                  {count === 0 ? '·' : String(count)}
                </Label>
              </g>
            );
          })}
        </g>
      ))}
      <Legend scale={scale} width={width} unit={unit} y={bottom} />
    </Frame>
  );
}
