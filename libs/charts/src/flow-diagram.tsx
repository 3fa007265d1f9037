import { colours } from './colours.js';
import { layoutOf, type Flow, type PlacedNode } from './flow-layout.js';
import { Frame, Label, textSize, type ChartSize } from './frame.js';
import { fit, widthOf } from './text.js';

export type FlowDiagramProps = ChartSize & {
  readonly reading: string;
  /** A heading for each column. */
  readonly headings: readonly string[];
  /** Flows between each pair of neighbouring columns. */
  readonly steps: readonly (readonly Flow[])[];
  /** The name of a node; a column is counted from 0. */
  readonly nameOf: (column: number, key: string) => string;
};

/** From where to where and what became of it: bands as thick as their counts between columns of named nodes. */
export function FlowDiagram({ width, height, unit = 1, reading, headings, steps, nameOf }: FlowDiagramProps) {
  const size = textSize * unit;
  const bar = 8 * unit;
  const last = headings.length - 1;
  const { columns, bands } = layoutOf(steps, { top: 28 * unit, bottom: height - 4 * unit, line: size * 1.3 });
  // The first and the middle columns have their names at the right, the last at the left; all have the same room.
  const x = (column: number) =>
    column === last ? width - bar : (column * (width - bar)) / last - (column === 0 ? 0 : width * 0.06);
  const between = x(last) - x(last - 1) - bar - 20 * unit;
  /** Names of the last two columns share the space between them: each has half, and what the one across leaves free. */
  const room = (column: number, across: readonly string[]) =>
    column < last - 1
      ? (x(column + 1) - x(column)) * 0.92 - bar - 8 * unit
      : Math.max(between / 2, between - Math.max(0, ...across.map((one) => widthOf(one, size))));
  const full = (column: number, node: PlacedNode) => `${node.count} ${nameOf(column, node.key)}`;
  const middleOf = (node: PlacedNode) => node.top + node.tall / 2;
  const text = (column: number, node: PlacedNode) => {
    const other = column === last ? last - 1 : last;
    const across = (columns[other] ?? []).filter((one) => Math.abs(middleOf(one) - middleOf(node)) < size * 1.1);
    return fit(
      full(column, node),
      room(
        column,
        across.map((one) => full(other, one)),
      ),
      size,
    );
  };
  return (
    <Frame width={width} height={height} reading={reading}>
      {headings.map((heading, column) => (
        <Label
          key={heading}
          x={column === last ? width : x(column)}
          y={10 * unit}
          size={size}
          anchor={column === last ? 'end' : 'start'}
          bold
        >
          {fit(heading, room(column, headings.slice(-2)), size, true)}
        </Label>
      ))}
      {bands.map((flows, column) =>
        flows.map((flow) => {
          const [from, to] = [x(column) + bar, x(column + 1)];
          const bend = (to - from) / 2;
          return (
            <path
              key={`${column} ${flow.from} ${flow.to}`}
              d={`M${from},${flow.y0}C${from + bend},${flow.y0} ${to - bend},${flow.y1} ${to},${flow.y1}`}
              fill="none"
              stroke={colours.accent}
              strokeOpacity={0.2}
              strokeWidth={flow.thick}
            >
              <title>{`${nameOf(column, flow.from)} → ${nameOf(column + 1, flow.to)}: ${flow.count}`}</title>
            </path>
          );
        }),
      )}
      {columns.map((nodes, column) =>
        nodes.map((node) => (
          <g key={`${column} ${node.key}`}>
            <title>{`${nameOf(column, node.key)}: ${node.count}`}</title>
            <rect x={x(column)} y={node.top} width={bar} height={node.tall} rx={2 * unit} fill={colours.accent} />
            <Label
              x={column === last ? x(column) - 6 * unit : x(column) + bar + 6 * unit}
              y={middleOf(node)}
              size={size}
              anchor={column === last ? 'end' : 'start'}
              fill={colours.ink}
              rim={colours.ground}
            >
              {text(column, node)}
            </Label>
          </g>
        )),
      )}
    </Frame>
  );
}
