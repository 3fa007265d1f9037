import type { ProblemCode, ProblemDetails } from '#contracts/catalogue';

/** What the server objects to at one point of a request. */
export type Objection = NonNullable<ProblemDetails['errors']>[number];

/** An answer of the API that is not a success; `offline` when no answer came at all, `withdrawn` when the person took it back before. `message` is a sentence for the person. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: ProblemCode | 'offline' | 'withdrawn',
    message: string,
    readonly objections: readonly Objection[] = [],
  ) {
    super(message);
  }

  /** True when the same request may succeed a moment later. */
  get passing(): boolean {
    return this.code === 'offline' || this.status === 503 || this.status === 429 || this.status === 502;
  }

  /** The objections to one field, or below it. */
  at(path: string): readonly Objection[] {
    return this.objections.filter((one) => one.path === path || one.path.startsWith(`${path}.`));
  }
}
