/** Places along a line, each wanted somewhere; the answer keeps their order and at least `gap` between neighbours, within the ends. */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const room = Math.min(gap, (to - from) / Math.max(1, wanted.length - 1));
  const placed: number[] = Array.from({ length: wanted.length }, () => 0);
  let least = from;
  for (const index of order) {
    placed[index] = Math.max(least, Math.min(to, wanted[index] ?? 0));
    least = (placed[index] ?? 0) + room;
  }
  let most = to;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(most, placed[index] ?? 0);
    most = (placed[index] ?? 0) - room;
  }
  return placed;
}

/** Every how many of `count` labels there is room for, when each takes `needed` pixels and neighbours stand `step` pixels apart. */
export function everyNth(needed: number, step: number): number {
  return step <= 0 ? 1 : Math.max(1, Math.ceil(needed / step));
}
