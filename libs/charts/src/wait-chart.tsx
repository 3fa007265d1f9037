import { colours } from './colours.js';
import { Frame, Label, textSize, type ChartSize } from './frame.js';
import { fit, widthOf } from './text.js';
import { binsOf, timeAt, type WaitBand, type WaitBin } from './wait-bins.js';

/** A place between the bands, in bands from the left: 2.5 is the middle of the third. */
export type WaitMark = { readonly at: number; readonly label: string };

export type WaitChartProps = ChartSize & {
  readonly reading: string;
  readonly bands: readonly WaitBand[];
  /** For example the median and the ninth tenth. */
  readonly marks: readonly WaitMark[];
};

/**
 * How long people wait, to scale: a column for each band of time, as wide as the band is long and with its count as its area; marks such as
 * "half: 4 h" across. What is longer than the axis is a number at its end.
 */
export function WaitChart({ width, height, unit = 1, reading, bands, marks }: WaitChartProps) {
  const size = textSize * unit;
  const line = size * 1.35;
  const top = marks.length * line + size * 2;
  const bottom = height - size * 1.9;
  const tailRoom = Math.max(56 * unit, ...bands.map((band) => widthOf(`> ${band.label}`, size) + 14 * unit));
  const widest = Math.max(0, ...bands.map((band) => widthOf(String(band.count), size, true)));
  const { end, bins, longer, endLabel } = binsOf(bands, (widest + 6 * unit) / Math.max(1, width - tailRoom));
  const right = longer > 0 ? width - tailRoom : width;
  const x = (time: number) => (Math.min(time, end) / end) * right;
  const most = Math.max(...bins.map(densityOf), Number.MIN_VALUE);
  const tall = (bin: WaitBin) => (densityOf(bin) / most) * (bottom - top);
  const placed = placeMarks(
    marks.map((mark) => {
      const time = timeAt(bands, mark.at);
      return { label: mark.label, x: time === null || time > end ? (right + width) / 2 : x(time) };
    }),
    { width, size, line, gap: 6 * unit },
  );
  const ticks = ticksOf(
    bins.map((bin) => ({ x: x(bin.to), label: bin.label.split('–').at(-1) ?? '' })),
    (label) => widthOf(label, size),
    { width: right, gap: 8 * unit },
  );
  return (
    <Frame width={width} height={height} reading={reading}>
      <line x1={0} x2={right} y1={bottom} y2={bottom} stroke={colours.strongLine} strokeWidth={unit} />
      {bins.map((bin) => (
        <g key={bin.key}>
          <title>{`${bin.label}: ${bin.count}`}</title>
          <rect
            x={x(bin.from) + unit / 2}
            y={bottom - tall(bin)}
            width={Math.max(unit, x(bin.to) - x(bin.from) - unit)}
            height={tall(bin)}
            fill={colours.accent}
            fillOpacity={0.42}
          />
        </g>
      ))}
      {ticks.map((tick) => (
        <g key={tick.label}>
          <line
            x1={tick.at}
            x2={tick.at}
            y1={bottom}
            y2={bottom + 4 * unit}
            stroke={colours.strongLine}
            strokeWidth={unit}
          />
          <Label x={tick.x} y={bottom + size} size={size} anchor="middle">
            {tick.label}
          </Label>
        </g>
      ))}
      {longer > 0 && (
        <g>
          <title>{`> ${endLabel}: ${longer}`}</title>
          <line
            x1={right + 4 * unit}
            x2={width}
            y1={bottom}
            y2={bottom}
            stroke={colours.strongLine}
            strokeWidth={unit}
            strokeDasharray={`${3 * unit} ${3 * unit}`}
          />
          <Label
            x={width}
            y={bottom - size * 0.7}
            size={size}
            anchor="end"
            fill={colours.ink}
            bold
            rim={colours.ground}
          >
            {String(longer)}
          </Label>
          <Label x={width} y={bottom + size} size={size} anchor="end">
            {fit(`> ${endLabel}`, tailRoom - 6 * unit, size)}
          </Label>
        </g>
      )}
      {placed.map((mark, index) => (
        <g key={mark.label}>
          <line
            x1={mark.x}
            x2={mark.x}
            y1={mark.y}
            y2={bottom}
            stroke={colours.ink}
            strokeWidth={1.4 * unit}
            strokeDasharray={index === 0 ? undefined : `${4 * unit} ${3 * unit}`}
          />
          <Label
            x={mark.isLeft ? mark.x - 6 * unit : mark.x + 6 * unit}
            y={mark.y}
            size={size}
            anchor={mark.isLeft ? 'end' : 'start'}
            fill={colours.ink}
            bold
            rim={colours.ground}
          >
            {fit(mark.label, mark.room, size, true)}
          </Label>
        </g>
      ))}
      {bins.map(
        (bin) =>
          bin.count !== 0 &&
          widthOf(String(bin.count), size, true) < x(bin.to) - x(bin.from) && (
            <Label
              key={bin.key}
              x={(x(bin.from) + x(bin.to)) / 2}
              y={bottom - tall(bin) - size * 0.7}
              size={size}
              anchor="middle"
              fill={colours.ink}
              bold
              rim={colours.ground}
            >
              {String(bin.count)}
            </Label>
          ),
      )}
    </Frame>
  );
}

/** How many lie in each unit of time. */
function densityOf({ from, to, count }: WaitBin): number {
  return count / (to - from);
}

/** The ends of columns that have room for their words, the last one first. */
function ticksOf(
  ends: readonly { readonly x: number; readonly label: string }[],
  wide: (label: string) => number,
  { width, gap }: { readonly width: number; readonly gap: number },
) {
  let free = Infinity;
  return ends.toReversed().flatMap(({ x, label }) => {
    const half = wide(label) / 2;
    const middle = Math.max(half, Math.min(width - half, x));
    if (middle + half > free) {
      return [];
    }
    free = middle - half - gap;
    return [{ at: x, x: middle, label }];
  });
}

type Placed = {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly isLeft: boolean;
  readonly room: number;
};
type Room = { readonly width: number; readonly size: number; readonly line: number; readonly gap: number };

/**
 * Words beside marks that stand from left to right, so that no line crosses words: the last mark is the tallest while the words of the others
 * have room at their left; when the first has not, it is the tallest and its words pass above the lines of the others.
 */
function placeMarks(
  marks: readonly { readonly label: string; readonly x: number }[],
  { width, size, line, gap }: Room,
): Placed[] {
  const isFromLeft = marks.slice(0, -1).every((mark) => widthOf(mark.label, size, true) + gap <= mark.x);
  return marks.map((mark, index) => {
    const row = isFromLeft ? marks.length - 1 - index : index;
    const before = isFromLeft ? 0 : (marks[index - 1]?.x ?? 0) + gap;
    const isRight = index === marks.length - 1 || !isFromLeft;
    const needed = widthOf(mark.label, size, true) + gap;
    const isLeft = !isRight || (needed > width - mark.x && mark.x - before > width - mark.x);
    return { ...mark, y: size * 0.7 + row * line, isLeft, room: (isLeft ? mark.x - before : width - mark.x) - gap };
  });
}
