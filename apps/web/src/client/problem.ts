import type { ProblemCode, ProblemDetails } from '#contracts/catalogue';

/** One place in a request that the server objects to. */
export type ProblemPlace = NonNullable<ProblemDetails['errors']>[number];

/** An answer of the API that is not a success; `offline` when no answer came at all. `message` is a sentence for the person. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: ProblemCode | 'offline',
    message: string,
    readonly places: readonly ProblemPlace[] = [],
  ) {
    super(message);
  }

  /** True when the same request may succeed a moment later. */
  get passing(): boolean {
    return this.code === 'offline' || this.status === 503 || this.status === 429 || this.status === 502;
  }

  /** The objections to one field, or below it. */
  at(path: string): readonly ProblemPlace[] {
    return this.places.filter((place) => place.path === path || place.path.startsWith(`${path}.`));
  }
}
