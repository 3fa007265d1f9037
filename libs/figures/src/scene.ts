import { labelsIn, type Language } from '#contracts/kernel/codes';
import type { CubeAnswer } from '#contracts/monitoring';
import { mondayOf } from '#domain/calendar';
import type { Scene } from './figures/figure.js';
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
};

/** All that figures are made of, from what was asked and answered. */
export function sceneOf({ language, filters, spans, weekly, answers }: Parts): Scene {
  return {
    t: sayIn(language),
    labels: labelsIn(language),
    telling: { language, rounded: weekly.standing.base > 1 },
    filters,
    spans,
    comparison: { since: { kind: 'day', date: mondayOf(spans.compared.from) }, against: filters.against },
    standing: weekly.standing,
    weekly,
    answers,
    questions: questionsOf(filters, spans),
    firstQuestion: firstQuestion(filters),
  };
}
