import type { ProblemCode, ProblemDetails, Refusal } from '#contracts/catalogue';
import type { Language } from '#contracts/kernel/codes';

/** What is objected to at one point of a request, with its sentence in each language. */
export type Objection = Omit<NonNullable<ProblemDetails['errors']>[number], 'message'> & {
  readonly text: (language: Language) => string;
};

/** Objections of one answer that are told; whoever looks for them may stop there. */
export const mostObjections = 1_000;

type More = {
  readonly params?: Refusal['params'];
  readonly objections?: readonly Objection[];
  /** Where HTTP has a status that says more than that of the code. */
  readonly status?: number;
  /** Seconds after which one may ask again, where that is known better than of the code. */
  readonly wait?: number;
};

/** An answer that is not a success; the filter turns it into problem details in the caller's language. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly more: More = {},
  ) {
    super(code);
  }
}
