import { chanceOf, discoveries, noiseOf, type Verdict } from './chance.js';
import { percentileOf, rateOf, type BandCount, type Percentile } from './figures.js';
import { shareChanceOf, type Share } from './leads.js';

/** Something before and after. */
type Pair<Value> = { readonly before: Value; readonly after: Value };

/** What the first screen of an assembly is made of. */
export type KeyCounts = {
  /** Cases opened, cases closed, cases that nobody could take. */
  readonly opened: Pair<number>;
  readonly closed: Pair<number>;
  readonly unmet: Pair<number>;
  /** Requests accepted, of all that were answered or ran out of time. */
  readonly accepted: Pair<Share>;
  /** Working time until an answer. */
  readonly wait: Pair<readonly BandCount[]>;
};

/**
 * How one of them moved: `before` is null where there is nothing to compare with, a value is null where too few were counted. `opened`,
 * `closed` and `unmet` are cases, `accepted` is a share (0 to 1), `wait` working hours; `chance` is a probability (0 to 1).
 */
export type KeyFigure = { readonly verdict: Verdict; readonly chance: number } & (
  | { readonly id: 'opened' | 'closed' | 'unmet'; readonly before: number | null; readonly after: number }
  | { readonly id: 'accepted'; readonly before: number | null; readonly after: number | null }
  | { readonly id: 'wait'; readonly before: Percentile | null; readonly after: Percentile | null }
);

type Judging = {
  readonly base: number;
  readonly weeks: number;
  /** How many dimensions filters fix of the cube that each figure asks: they make its rounded sums less exact, and no other's. */
  readonly dimensions: Readonly<Record<KeyFigure['id'], number>>;
  /** Both periods were counted, and by one rule. */
  readonly isComparable: Readonly<Record<KeyFigure['id'], boolean>>;
};

/** The five figures of the first screen with how each moved, judged together. */
export function keyFiguresOf(
  counts: KeyCounts,
  { base, weeks, dimensions, isComparable }: Judging,
): readonly KeyFigure[] {
  const noise = (id: KeyFigure['id']) => noiseOf(base, weeks, dimensions[id]);
  const span = (count: number) => ({ count, weeks });
  const within = withinUsual(counts.wait);
  const compared = <Value>(id: KeyFigure['id'], before: Value) => (isComparable[id] ? before : null);
  const figures = [
    ...(['opened', 'closed'] as const).map((id) => countOf(id)),
    {
      id: 'accepted' as const,
      before: compared('accepted', shareOf(counts.accepted.before)),
      after: shareOf(counts.accepted.after),
      isMore: ratio(counts.accepted.after) > ratio(counts.accepted.before),
      chance: shareChanceOf(counts.accepted.before, counts.accepted.after, noise('accepted')),
    },
    {
      id: 'wait' as const,
      before: compared('wait', percentileOf(counts.wait.before, 0.5)),
      after: percentileOf(counts.wait.after, 0.5),
      isMore: hoursOf(counts.wait.after) > hoursOf(counts.wait.before),
      // Two halves that are told alike have not changed for whoever reads them.
      chance:
        hoursOf(counts.wait.after) === hoursOf(counts.wait.before)
          ? 1
          : shareChanceOf(within.before, within.after, noise('wait')),
    },
    countOf('unmet'),
  ];
  // What is not compared does not make the others harder to believe.
  const judged = figures.filter(({ id }) => isComparable[id]);
  const stands = discoveries(judged.map(({ chance }) => chance));
  const changed = judged.filter((_, place) => stands[place] === true).map(({ id }) => id);
  return figures.map(({ isMore, ...figure }): KeyFigure => ({
    ...figure,
    verdict: changed.includes(figure.id) ? (isMore ? 'rise' : 'fall') : 'none',
  }));

  function countOf(id: 'opened' | 'closed' | 'unmet') {
    const { before, after } = counts[id];
    const chance = chanceOf(span(before), span(after), noise(id));
    return { id, before: compared(id, before), after, isMore: after > before, chance };
  }
}

function hoursOf(bands: readonly BandCount[]): number {
  const half = percentileOf(bands, 0.5);
  return half === 'longer' ? Infinity : (half ?? 0);
}

const shareOf = ({ count, of }: Share) => rateOf(count, of);
const ratio = ({ count, of }: Share) => (of <= 0 ? 0 : count / of);

/** How many waits end within the band of time that parts all of them most evenly: half of the waits are no longer when the share moves. */
function withinUsual({ before, after }: KeyCounts['wait']): Pair<Share> {
  const upTo = (bands: readonly BandCount[], place: number): Share => ({
    count: bands.slice(0, place + 1).reduce((sum, band) => sum + band.count, 0),
    of: bands.reduce((sum, band) => sum + band.count, 0),
  });
  const offOf = (place: number) => {
    const [one, other] = [upTo(before, place), upTo(after, place)];
    return Math.abs(ratio({ count: one.count + other.count, of: one.of + other.of }) - 0.5);
  };
  const places = after.map((_, place) => place);
  const place = places.reduce((best, one) => (offOf(one) < offOf(best) ? one : best), 0);
  return { before: upTo(before, place), after: upTo(after, place) };
}
