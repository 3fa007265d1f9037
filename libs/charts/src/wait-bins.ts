/** How many waited so long; bands in order, `upTo` the upper end in working hours, null for the last, which has none. */
export type WaitBand = {
  readonly key: string;
  readonly label: string;
  readonly upTo: number | null;
  readonly count: number;
};

/** A column: neighbouring bands from one time to another, in working hours. */
export type WaitBin = {
  readonly key: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly count: number;
};

/** The columns of a chart whose width is time, which ends at `end` working hours, and how many waits are longer than its axis. */
export type WaitBins = {
  readonly end: number;
  readonly bins: readonly WaitBin[];
  readonly longer: number;
  readonly endLabel: string;
};

/** Share of the waits that the axis shows; a few that are very long would press all others together. */
const shown = 0.95;

/** @param narrowest share of the axis that a column takes at least: narrower bands are put together with their neighbours */
export function binsOf(bands: readonly WaitBand[], narrowest: number): WaitBins {
  const all = bands.map((band) => ({ ...band, count: Math.max(0, band.count) }));
  const total = all.reduce((sum, band) => sum + band.count, 0);
  const ended = all.flatMap((band) => (band.upTo === null ? [] : [{ ...band, upTo: band.upTo }]));
  let sum = 0;
  const place = ended.findIndex((band) => (sum += band.count) >= shown * total);
  const inside = ended.slice(0, (place < 0 ? ended.length : place) + 1);
  const last = inside.at(-1);
  const end = last?.upTo ?? 1;
  const bins: WaitBin[] = [];
  let open: WaitBin | undefined;
  for (const [index, band] of inside.entries()) {
    const joined: WaitBin =
      open === undefined
        ? { key: band.key, label: band.label, from: inside[index - 1]?.upTo ?? 0, to: band.upTo, count: band.count }
        : {
            ...open,
            label: `${open.label.split('–')[0] ?? ''}–${band.label}`,
            to: band.upTo,
            count: open.count + band.count,
          };
    const isWide = (joined.to - joined.from) / end >= narrowest;
    open = isWide ? undefined : joined;
    if (isWide || index === inside.length - 1) {
      bins.push(joined);
    }
  }
  return {
    end,
    bins,
    longer: total - inside.reduce((count, band) => count + band.count, 0),
    endLabel: last?.label ?? '',
  };
}

/** The working hours at a place between bands (2.5 is the middle of the third), null when it is beyond the last that has an end. */
export function timeAt(bands: readonly WaitBand[], at: number): number | null {
  const place = Math.min(bands.length - 1, Math.floor(at));
  const upTo = bands[place]?.upTo ?? null;
  const from = bands[place - 1]?.upTo ?? 0;
  return upTo === null ? null : from + (at - place) * (upTo - from);
}
