import { spread } from './layout.js';

/** How many went from one node to another; nodes are named by their keys. */
export type Flow = { readonly from: string; readonly to: string; readonly count: number };

type Node = { readonly key: string; readonly count: number; readonly most: number };

/** A node: how many arrive, of the first column how many leave, and its place in its column, in pixels. */
export type PlacedNode = Node & { readonly top: number; readonly tall: number };

/** A band between two nodes: where it leaves and arrives, and how thick it is, in pixels. */
export type PlacedFlow = Flow & { readonly y0: number; readonly y1: number; readonly thick: number };

export type FlowLayout = {
  /** Nodes of each column from the left, the largest first. */
  readonly columns: readonly (readonly PlacedNode[])[];
  /** Bands of each gap between columns. */
  readonly bands: readonly (readonly PlacedFlow[])[];
};

type Size = {
  readonly top: number;
  readonly bottom: number;
  /** At least so far apart, so that names fit. */ readonly line: number;
};

/**
 * Columns of nodes, bands between neighbours: the largest node first, bands in the order of what they come from and go to, so that those
 * of one node do not cross. A node is as tall as the larger of what comes and what goes, which may be of other cases.
 * @param steps flows between column 0 and 1, between 1 and 2, and so on; those of 0 or less are left out
 */
export function layoutOf(steps: readonly (readonly Flow[])[], size: Size): FlowLayout {
  const kept = steps.map((flows) => flows.filter((flow) => flow.count > 0));
  const sums = Array.from({ length: steps.length + 1 }, (_, column) => {
    const leaving = sumBy(kept[column] ?? [], (flow) => flow.from);
    const arriving = sumBy(kept[column - 1] ?? [], (flow) => flow.to);
    return [...new Set([...leaving.keys(), ...arriving.keys()])]
      .map((key): Node => {
        const [out, into] = [leaving.get(key) ?? 0, arriving.get(key) ?? 0];
        return { key, count: column === 0 ? out : into, most: Math.max(out, into) };
      })
      .sort((a, b) => b.most - a.most || a.key.localeCompare(b.key));
  });
  const scale = scaleOf(sums, size);
  const columns = sums.map((nodes) => place(nodes, scale, size));
  return {
    columns,
    bands: kept.map((flows, step) => bandsOf(flows, columns[step] ?? [], columns[step + 1] ?? [], scale)),
  };
}

function sumBy(flows: readonly Flow[], keyOf: (flow: Flow) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const flow of flows) {
    sums.set(keyOf(flow), (sums.get(keyOf(flow)) ?? 0) + flow.count);
  }
  return sums;
}

/** Pixels of one case: as many as the fullest column has room for when each node keeps room for its name. */
function scaleOf(columns: readonly (readonly Node[])[], { top, bottom, line }: Size): number {
  const scales = columns.map((nodes) => {
    const total = nodes.reduce((sum, node) => sum + node.most, 0);
    return total === 0 ? Infinity : Math.max(0, bottom - top - nodes.length * line * 0.6) / total;
  });
  const least = Math.min(...scales);
  return Number.isFinite(least) ? least : 0;
}

function place(nodes: readonly Node[], scale: number, { top, bottom, line }: Size): PlacedNode[] {
  const talls = nodes.map((node) => Math.max(2, node.most * scale));
  const gap = Math.max(3, (bottom - top - talls.reduce((sum, tall) => sum + tall, 0)) / Math.max(1, nodes.length));
  let y = top;
  const middles = talls.map((tall) => {
    const middle = y + tall / 2;
    y += tall + Math.min(gap, line * 1.2);
    return middle;
  });
  const apart = spread(middles, line, top + line / 2, bottom - line / 2);
  return nodes.map((node, index) => {
    const tall = talls[index] ?? 0;
    return { ...node, tall, top: (tall >= line ? (middles[index] ?? 0) : (apart[index] ?? 0)) - tall / 2 };
  });
}

function bandsOf(
  flows: readonly Flow[],
  left: readonly PlacedNode[],
  right: readonly PlacedNode[],
  scale: number,
): PlacedFlow[] {
  const rank = (nodes: readonly PlacedNode[], key: string) => nodes.findIndex((node) => node.key === key);
  const order = [...flows].sort(
    (a, b) => rank(left, a.from) - rank(left, b.from) || rank(right, a.to) - rank(right, b.to),
  );
  const left0 = new Map(left.map((node) => [node.key, node.top]));
  const right0 = new Map(right.map((node) => [node.key, node.top]));
  return order.map((flow) => {
    const thick = Math.max(0.75, flow.count * scale);
    const y0 = (left0.get(flow.from) ?? 0) + thick / 2;
    const y1 = (right0.get(flow.to) ?? 0) + thick / 2;
    left0.set(flow.from, y0 + thick / 2);
    right0.set(flow.to, y1 + thick / 2);
    return { ...flow, y0, y1, thick };
  });
}
