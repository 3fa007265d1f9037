import { codesOf, type Difficulty } from '#contracts/kernel/codes';
import type { CubeAnswer, Standing } from '#contracts/monitoring';
import { cubesOfTwoRules, timeBands, type CubeName, type TimeBand } from '#contracts/monitoring/codes';
import { keyFiguresOf, noiseOf, type BandCount, type KeyFigure } from '#domain/monitoring';
import { changesOf, mostlyIn, type Change } from './change.js';
import { sumOver, sumsBy, type Counted } from './counts.js';
import { narrowed, type Filters, type Narrowing } from './filters.js';
import type { QuestionName } from './questions.js';
import type { Spans } from './spans.js';

/** What a page claims, computed once: words, pictures, tables and files only tell it. */
export type Claims = {
  /** How every difficulty moved, the most frequent first. */
  readonly changes: readonly Change[];
  /** Those that chance does not explain: the clearest rise, then the others by how clear they are. */
  readonly clear: readonly Change[];
  /** The difficulty the first chart is about: the chosen one, else the clearest change, else the most frequent. */
  readonly subject: Difficulty;
  readonly keyFigures: readonly KeyFigure[];
  /** Figures of the first screen whose two periods imported history counts by two rules. */
  readonly isOfTwoRules: Readonly<Record<KeyFigure['id'], boolean>>;
  /** The filters that a figure of the first screen does not hear. */
  readonly unheard: Readonly<Record<KeyFigure['id'], readonly Narrowing[]>>;
  /** The sectors where most of a rise came from. */
  readonly mostly: (change: Change) => ReturnType<typeof mostlyIn>;
  /** The variance that rounding added to a sum over the period in which so many dimensions are fixed. */
  readonly noise: (dimensions: number) => number;
};

type Given = {
  readonly filters: Filters;
  readonly spans: Spans;
  readonly weekly: CubeAnswer;
  readonly answers: Readonly<Record<QuestionName, CubeAnswer>>;
  readonly nameOf: (difficulty: Difficulty) => string;
};

const cubeOf = {
  opened: 'opened',
  closed: 'closed',
  accepted: 'answered',
  wait: 'answered',
  unmet: 'unmet',
} as const satisfies Readonly<Record<KeyFigure['id'], CubeName>>;

/** Something of the cube that each figure of the first screen asks. */
function byFigure<Value>(of: (cube: CubeName) => Value): Readonly<Record<KeyFigure['id'], Value>> {
  const { opened, closed, accepted, wait, unmet } = cubeOf;
  return { opened: of(opened), closed: of(closed), accepted: of(accepted), wait: of(wait), unmet: of(unmet) };
}

/** What the figures of a page say. */
export function claimsOf({ filters, spans, weekly, answers, nameOf }: Given): Claims {
  const { standing } = weekly;
  const { period, reference, isComparable, isOneRule } = spans;
  const changes = changesOf(weekly, spans, filters, nameOf);
  const byChance = changes.filter((one) => one.verdict !== 'none').sort((a, b) => a.chance - b.chance);
  const first = byChance.find((one) => one.verdict === 'rise') ?? byChance[0];
  const clear = first === undefined ? [] : [first, ...byChance.filter((one) => one !== first)];
  const over = (answer: CubeAnswer) => ({ before: sumOver(answer, reference), after: sumOver(answer, period) });
  const heardBy = (cube: CubeName) => narrowed([cube], filters).where(cube).length;
  const isOfTwoRules = (cube: CubeName) => !isOneRule && cubesOfTwoRules.includes(cube);
  const unheardBy = (cube: CubeName) => narrowed([cube], filters).ignored;
  return {
    changes,
    clear,
    subject: filters.difficulty ?? clear[0]?.key ?? changes[0]?.key ?? 'cash-flow',
    keyFigures: keyFiguresOf(
      {
        opened: over(answers.opened),
        closed: over(answers.closed),
        accepted: { before: acceptedOf(answers.waitAnswerBefore), after: acceptedOf(answers.waitAnswer) },
        wait: { before: waitsOf(answers.waitAnswerBefore), after: waitsOf(answers.waitAnswer) },
        unmet: { before: shownTotal(answers.unmetBefore), after: shownTotal(answers.unmet) },
      },
      {
        base: standing.base,
        weeks: period.weeks,
        dimensions: byFigure(heardBy),
        isComparable: byFigure((cube) => isComparable && !isOfTwoRules(cube)),
      },
    ),
    isOfTwoRules: byFigure(isOfTwoRules),
    unheard: byFigure(unheardBy),
    // A filter on a sector has said where already.
    mostly: (change) =>
      filters.sector === undefined ? mostlyIn(answers.matrix, answers.matrixBefore, change, period.weeks) : [],
    noise: (dimensions) => noiseIn(standing, spans, dimensions),
  };
}

const noiseIn = ({ base }: Standing, { period }: Spans, dimensions: number) => noiseOf(base, period.weeks, dimensions);

/** The sum of all cells as they are shown. */
function shownTotal(answer: Counted): number {
  return answer.rows.flatMap(({ counts }) => counts).reduce((sum, count) => sum + Math.max(0, count), 0);
}

/** How many requests were accepted, of all that were answered or ran out of time; by the answer at a place of the codes. */
export function acceptedOf(answer: Counted, place = 0): { readonly count: number; readonly of: number } {
  const sums = [...sumsBy(answer, place)].map(([code, count]) => ({ code, count: Math.max(0, count) }));
  return {
    count: sums.find(({ code }) => code === 'accepted')?.count ?? 0,
    of: sums.reduce((sum, { count }) => sum + count, 0),
  };
}

/** Waits by band of time, which is the last code of the rows. What expired was not answered: it would count the time limit, not a wait. */
export function waitsOf({ rows }: Pick<Counted, 'rows'>): (BandCount & { readonly key: TimeBand })[] {
  const countOf = (band: TimeBand) =>
    rows
      .filter(({ codes }) => codes[0] !== 'expired' && codes.at(-1) === band)
      .flatMap(({ counts }) => counts)
      .reduce((sum, count) => sum + count, 0);
  return codesOf(timeBands).map((key) => ({ key, upTo: timeBands[key].upTo, count: Math.max(0, countOf(key)) }));
}
