import { difficulties, labelsIn, type Language } from '#contracts/kernel/codes';
import type { CubeAnswer } from '#contracts/monitoring';
import type { BusinessCounts } from '#contracts/outside';
import { mondayOf } from '#domain/calendar';
import type { Scene } from './figures/figure.js';
import { factsOf } from './model/facts.js';
import type { Filters } from './model/filters.js';
import { firstQuestion, questionsOf } from './model/questions.js';
import type { Spans } from './model/spans.js';
import { sayIn } from './texts/say.js';

type Parts = {
  readonly language: Language;
  readonly filters: Filters;
  readonly spans: Spans;
  /** The answer to the first question. */
  readonly weekly: CubeAnswer;
  readonly answers: Scene['answers'];
  /** What an outside series says of the businesses; a pack has none, as a series may be replaced and a pack not. */
  readonly businesses?: BusinessCounts | undefined;
};

/** All that figures are made of, from what was asked and answered. */
export function sceneOf({ language, filters, spans, weekly, answers, businesses }: Parts): Scene {
  const labels = labelsIn(language);
  return {
    t: sayIn(language),
    labels,
    telling: { language, rounded: weekly.standing.base > 1 },
    filters,
    spans,
    facts: factsOf({ filters, spans, weekly, answers, nameOf: (key) => labels.of(difficulties, key) }),
    comparison: { since: mondayOf(spans.period.from), against: filters.against },
    standing: weekly.standing,
    weekly,
    answers,
    questions: questionsOf(filters, spans),
    firstQuestion: firstQuestion(filters),
    businesses: businesses ?? null,
  };
}
