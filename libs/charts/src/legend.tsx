import { colours, type Scale } from './colours.js';
import { Label, textSize } from './frame.js';
import { widthOf } from './text.js';

type LegendProps = {
  readonly scale: Scale;
  readonly width: number;
  readonly unit: number;
  /** Where it begins. */
  readonly y: number;
  /** The words of a count, the count itself unless said otherwise. */
  readonly say?: ((count: number) => string) | undefined;
};

const rowHeight = 22;

function placed({ scale, width, unit, say = String }: Omit<LegendProps, 'y'>) {
  const box = 16 * unit;
  let [x, row] = [0, 0];
  return scale.legend.map((entry) => {
    const text = entry.from === entry.to ? say(entry.from) : `${say(entry.from)}–${say(entry.to)}`;
    const needed = box + 6 * unit + widthOf(text, textSize * unit) + 16 * unit;
    [x, row] = x > 0 && x + needed > width ? [0, row + 1] : [x, row];
    const at = { ...entry, text, x, row };
    x += needed;
    return at;
  });
}

/** How high the legend is in pixels; nothing when there is nothing to explain. */
export function legendHeight(given: Omit<LegendProps, 'y'>): number {
  const last = placed(given).at(-1);
  return last === undefined ? 0 : (last.row + 1) * rowHeight * given.unit + 6 * given.unit;
}

/** Which counts each colour stands for. */
export function Legend({ y, ...given }: LegendProps) {
  const { unit } = given;
  return (
    <g data-legend>
      {placed(given).map(({ grade, text, x, row }) => {
        const middle = y + 6 * unit + (row + 0.5) * rowHeight * unit;
        return (
          <g key={text}>
            <rect
              x={x + 0.5}
              y={middle - 7 * unit}
              width={16 * unit}
              height={14 * unit}
              rx={3 * unit}
              fill={colours.accent}
              fillOpacity={grade.opacity}
              stroke={colours.strongLine}
            />
            <Label x={x + 22 * unit} y={middle} size={textSize * unit}>
              {text}
            </Label>
          </g>
        );
      })}
    </g>
  );
}
