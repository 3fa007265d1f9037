import type { SeriesQuestion } from '#contracts/outside';
import type { Fault } from '../fault.js';
import { type Params, type QuestionKey, questionOf } from '../questions.js';

type Option = SeriesQuestion['options'][number];

/** What is asked: by which key, among what, and what may be meant. */
export type Asked = {
  readonly key: QuestionKey;
  /** The words of the question, where they are not those of its key. */
  readonly words?: QuestionKey;
  readonly options: readonly Option[];
  readonly params?: Params;
  /** What most probably holds; dropped when it is none of the options that are offered. */
  readonly suggested?: string | undefined;
  /** Whether an answer that was given holds, where it need not be one of the options. */
  readonly holds?: (answer: string) => boolean;
};

/** Options of one question that are offered. */
const mostOptions = 200;

/** Answers that were given, and the questions that a reading asks: the same file with the same answers is read in the same way. */
export class Asking {
  private readonly asked = new Map<QuestionKey, SeriesQuestion>();

  constructor(private readonly given: ReadonlyMap<string, string> = new Map()) {}

  /** The answer that was given, undefined while there is none that can hold. */
  ask({ key, words = key, options, params = {}, suggested, holds }: Asked): string | undefined {
    const answer = this.given.get(key);
    const isGiven =
      answer !== undefined && (holds === undefined ? options.some(({ value }) => value === answer) : holds(answer));
    const offered = options.slice(0, mostOptions);
    this.asked.set(key, {
      key,
      text: questionOf(words, params),
      options: offered,
      suggested: offered.find(({ value }) => value === suggested)?.value ?? null,
      answer: isGiven ? answer : null,
    });
    return isGiven ? answer : undefined;
  }

  /** Whether an answer was given at all, asked for or not. */
  has(key: QuestionKey): string | undefined {
    return this.given.get(key);
  }

  get questions(): SeriesQuestion[] {
    return [...this.asked.values()];
  }

  /** One fault for each question without an answer, in case nobody is asked. */
  get open(): Fault[] {
    return this.questions.flatMap(({ key, text, options, answer }): Fault[] =>
      answer === null
        ? [
            {
              at: { path: 'answer' },
              code: 'unanswered',
              params: {
                question: text,
                key,
                values: options
                  .slice(0, 8)
                  .map(({ value }) => value)
                  .join(', '),
              },
            },
          ]
        : [],
    );
  }
}
