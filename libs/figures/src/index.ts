export type { Figure, FigureTable, Scene } from './figures/figure.js';
export { figuresOf } from './figures/index.js';
export { openingOf } from './figures/opening.js';
export { filtersOf, type Filters, type FilterWords, type Narrowing } from './model/filters.js';
export type { CubeQuestion } from './model/question.js';
export { firstQuestion, questionsOf, type QuestionName } from './model/questions.js';
export { spansOf, type Spans, type Weeks } from './model/spans.js';
export { sceneOf } from './scene.js';
export { monthName, reachOf, spanWords, weekName } from './words.js';
