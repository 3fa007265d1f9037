import type { Labels } from '#contracts/kernel/codes';
import type { CubeAnswer, Standing } from '#contracts/monitoring';
import type { BusinessCounts } from '#contracts/outside';
import type { ChartSize } from '#charts';
import type { Say } from '../texts/say.js';
import type { ReactNode } from 'react';
import type { CubeQuestion } from '../model/question.js';
import type { Claims } from '../model/claims.js';
import type { Filters, Narrowing } from '../model/filters.js';
import type { QuestionName } from '../model/questions.js';
import type { Spans, Weeks } from '../model/spans.js';
import type { Comparison } from '../readings/change.js';
import type { Telling } from '../readings/words.js';

/** The same figures as a table: a name and the cells of each line under the columns. */
export type FigureTable = {
  readonly columns: readonly string[];
  readonly lines: readonly { readonly name: string; readonly cells: readonly (number | string)[] }[];
};

/** A picture with all that belongs to it; drawn on a card, on a beamer or on paper. */
export type Picture = {
  readonly id: string;
  readonly title: string;
  /** What it says, in one sentence; `<b>` is emphasis. */
  readonly reading: string;
  /** Draws it; `reading` is plain. */
  readonly draw: (size: ChartSize & { readonly reading: string }) => ReactNode;
  readonly table: FigureTable;
  /** More about what is counted. */
  readonly note?: string;
  /** There is nothing to draw: the words say so. */
  readonly isEmpty: boolean;
  /** In pixels, of charts that do not choose it themselves. */
  readonly height?: number;
  /** Takes the whole width of the page. */
  readonly isWide?: boolean;
};

/** What figures are about, in the order of the table of contents. */
export const figureGroups = ['change', 'place', 'referral', 'case'] as const;

/** A picture of the dashboard. */
export type Figure = Picture & {
  /** Under which of them the table of contents names it. */
  readonly group: (typeof figureGroups)[number];
  /** The weeks that its table is about, where it is not the period. */
  readonly weeks?: Weeks;
  /** Filters that are set but do not apply to this figure. */
  readonly ignored: readonly Narrowing[];
  /** The question whose answer is shown, for those who want its numbers in a file. */
  readonly question: CubeQuestion;
};

/** The words that pictures use. */
export type Words = { readonly t: Say; readonly labels: Labels; readonly telling: Telling };

/** All that figures are made of. */
export type Scene = Words & {
  readonly filters: Filters;
  readonly spans: Spans;
  /** What the page claims. */
  readonly claims: Claims;
  readonly comparison: Comparison;
  readonly standing: Standing;
  /** Every difficulty by week. */
  readonly weekly: CubeAnswer;
  readonly answers: Readonly<Record<QuestionName, CubeAnswer>>;
  readonly questions: Readonly<Record<QuestionName, CubeQuestion>>;
  readonly firstQuestion: CubeQuestion;
  /** How many businesses each municipality has, where an outside series says so and it is known here. */
  readonly businesses: BusinessCounts | null;
};
