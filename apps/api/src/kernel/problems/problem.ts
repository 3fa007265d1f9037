import type { ProblemCode, ProblemDetails, Refusal } from '#contracts/catalogue';
import type { Language } from '#contracts/kernel/codes';

/** One place in a request, with its sentence in each language. */
export type Place = Omit<NonNullable<ProblemDetails['errors']>[number], 'message'> & {
  readonly text: (language: Language) => string;
};

type More = {
  readonly params?: Refusal['params'];
  readonly places?: readonly Place[];
  /** Where HTTP has a status that says more than that of the code. */
  readonly status?: number;
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
