import { colours, scaleOf } from './colours.js';
import { Frame, Label, smallText, textSize, type ChartSize } from './frame.js';
import { Legend, legendHeight } from './legend.js';
import { wrap } from './text.js';

/** One place as a tile; `column` and `row` from 0. */
export type Tile = {
  readonly key: string;
  readonly label: string;
  readonly column: number;
  readonly row: number;
  readonly count: number;
};

export type TileMapProps = Omit<ChartSize, 'height'> & {
  readonly reading: string;
  readonly tiles: readonly Tile[];
  /** What has no place on the map, in words below it. */
  readonly beside?: readonly string[];
  /** The words of a number, the number itself unless said otherwise. */
  readonly say?: (count: number) => string;
};

const tallest = 66;

/** Municipalities as tiles of one size, about where they lie: name and number in each, the darker the more. */
export function TileMap({ width, unit = 1, reading, tiles, beside = [], say = String }: TileMapProps) {
  const size = textSize * unit;
  const columns = 1 + Math.max(0, ...tiles.map((tile) => tile.column));
  const rows = tiles.length === 0 ? 0 : 1 + Math.max(0, ...tiles.map((tile) => tile.row));
  const gap = 4 * unit;
  const side = Math.min(width / columns, 132 * unit);
  const small = smallText * unit;
  const namesOf = (tile: Tile) => wrap(tile.label, side - gap, small, 4);
  const lines = Math.max(1, ...tiles.map((tile) => namesOf(tile).length));
  const number = size * 1.08;
  const tall = Math.max(Math.min(side, tallest * unit), lines * small * 1.12 + number + 17 * unit);
  const line = size * 1.5;
  const scale = scaleOf(tiles.map((tile) => tile.count));
  const bottom = rows * tall + beside.length * line + 4 * unit;
  return (
    <Frame width={width} height={bottom + legendHeight({ scale, width, unit, say })} reading={reading}>
      {tiles.map((tile) => {
        const grade = scale.gradeOf(tile.count);
        const middle = (tile.column + 0.5) * side;
        const top = tile.row * tall;
        const names = namesOf(tile);
        return (
          <g key={tile.key}>
            <title>{`${tile.label}: ${say(tile.count)}`}</title>
            <rect
              x={tile.column * side + gap / 2}
              y={top + gap / 2}
              width={side - gap}
              height={tall - gap}
              rx={6 * unit}
              fill={colours.accent}
              fillOpacity={grade.opacity}
            />
            {names.map((name, index) => (
              <Label
                key={`${index} ${name}`}
                x={middle}
                y={top + (tall - number - 5 * unit) / 2 + (index - (names.length - 1) / 2) * small * 1.12}
                size={small}
                anchor="middle"
                fill={grade.text}
              >
                {name}
              </Label>
            ))}
            <Label
              x={middle}
              y={top + tall - 14 * unit}
              size={number}
              anchor="middle"
              fill={tile.count === 0 ? colours.quiet : grade.text}
              bold
            >
              {tile.count === 0 ? '·' : say(tile.count)}
            </Label>
          </g>
        );
      })}
      {beside.map((text, index) => (
        <Label key={text} x={2 * unit} y={rows * tall + (index + 0.6) * line} size={size}>
          {text}
        </Label>
      ))}
      <Legend scale={scale} width={width} unit={unit} y={bottom} say={say} />
    </Frame>
  );
}
