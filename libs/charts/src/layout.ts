/**
 * Places along a line, each wanted somewhere; the answer keeps their order and at least `gap` between neighbours, within the ends, and as near as
 * can be to what was wanted: neighbours that are too close move apart around their middle.
 */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const room = Math.min(gap, (to - from) / Math.max(1, wanted.length - 1));
  // Without their gaps, places in order must not fall: where they do, they share their mean.
  const groups: { sum: number; count: number }[] = [];
  for (const [place, index] of order.entries()) {
    let group = { sum: (wanted[index] ?? 0) - place * room, count: 1 };
    for (let last = groups.at(-1); last !== undefined && meanOf(last) > meanOf(group); last = groups.at(-1)) {
      group = { sum: last.sum + group.sum, count: last.count + group.count };
      groups.pop();
    }
    groups.push(group);
  }
  const means = groups.flatMap((group) => Array.from({ length: group.count }, () => meanOf(group)));
  const placed: number[] = Array.from({ length: wanted.length }, () => from);
  const most = to - room * (wanted.length - 1);
  for (const [place, index] of order.entries()) {
    placed[index] = Math.max(from, Math.min(most, means[place] ?? from)) + place * room;
  }
  return placed;
}

function meanOf({ sum, count }: { readonly sum: number; readonly count: number }): number {
  return sum / count;
}

/** Every how many of `count` labels there is room for, when each takes `needed` pixels and neighbours stand `step` pixels apart. */
export function everyNth(needed: number, step: number): number {
  return step <= 0 ? 1 : Math.max(1, Math.ceil(needed / step));
}
