/** Work that is done beside the event loop, by its name, and the seconds of work after which it is given up. Input and output are copied. */
export type Task<Input, Output> = {
  readonly name: string;
  readonly seconds: number;
  /** Carries the types, and is never there. */
  readonly types?: (input: Input) => Output;
};

/** What a thread is asked. */
export type Asked = { readonly name: string; readonly input: unknown };

/** What a thread says first: the file in which the system counts its work, where there is one. */
export type Announced = { readonly countedIn: string | undefined };

/** What a thread answers: what came of it, or the fault of ours that ended it. */
export type Answered = { readonly output: unknown } | { readonly error: unknown };
