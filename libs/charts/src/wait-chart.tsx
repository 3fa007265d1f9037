import { colours } from './colours.js';
import { Frame, Label, textSize, type ChartSize } from './frame.js';
import { everyNth } from './layout.js';
import { fit, widthOf } from './text.js';

/** How many waited so long; bands in order. */
export type WaitBand = { readonly key: string; readonly label: string; readonly count: number };

/** A place between the bands, in bands from the left: 2.5 is the middle of the third. */
export type WaitMark = { readonly at: number; readonly label: string };

export type WaitChartProps = ChartSize & {
  readonly reading: string;
  readonly bands: readonly WaitBand[];
  /** For example the median and the ninth tenth. */
  readonly marks: readonly WaitMark[];
};

/** How long people wait: a column for each band of time, with marks such as "half: 4 h" across. */
export function WaitChart({ width, height, unit = 1, reading, bands, marks }: WaitChartProps) {
  const size = textSize * unit;
  const line = size * 1.35;
  const top = marks.length * line + size * 2;
  const bottom = height - size * 1.9;
  const step = width / Math.max(1, bands.length);
  const most = Math.max(1, ...bands.map((band) => band.count));
  const tall = (count: number) => (Math.max(0, count) / most) * (bottom - top);
  const every = everyNth(Math.max(0, ...bands.map((band) => widthOf(band.label, size))) + 4 * unit, step);
  const placed = placeMarks(
    marks.map((mark) => ({ label: mark.label, x: Math.min(width, mark.at * step) })),
    { width, size, line, gap: 6 * unit },
  );
  return (
    <Frame width={width} height={height} reading={reading}>
      <line x1={0} x2={width} y1={bottom} y2={bottom} stroke={colours.strongLine} strokeWidth={unit} />
      {bands.map((band, index) => (
        <g key={band.key}>
          <title>{`${band.label}: ${band.count}`}</title>
          <rect
            x={index * step + step * 0.12}
            y={bottom - tall(band.count)}
            width={step * 0.76}
            height={tall(band.count)}
            fill={colours.accent}
            fillOpacity={0.42}
          />
          {index % every === 0 && (
            <Label x={(index + 0.5) * step} y={bottom + size} size={size} anchor="middle">
              {fit(band.label, step * every, size)}
            </Label>
          )}
        </g>
      ))}
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
      {bands.map(
        (band, index) =>
          band.count !== 0 &&
          widthOf(String(band.count), size, true) < step && (
            <Label
              key={band.key}
              x={(index + 0.5) * step}
              y={bottom - tall(band.count) - size * 0.7}
              size={size}
              anchor="middle"
              fill={colours.ink}
              bold
              rim={colours.ground}
            >
              {String(band.count)}
            </Label>
          ),
      )}
    </Frame>
  );
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
