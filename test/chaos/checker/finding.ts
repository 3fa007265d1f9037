/** A contradiction between two who should agree. */
export type Finding = {
  readonly kind: 'lost' | 'doubled' | 'gap' | 'wrong';
  /** What is lost, doubled or missing, so that it counts once however many stores tell of it. */
  readonly of: string;
  readonly what: string;
};

/** Something is missing that was promised. */
export const lost = (of: string, what: string): Finding => ({ kind: 'lost', of, what });
/** Something happened more than once. */
export const doubled = (of: string, what: string): Finding => ({ kind: 'doubled', of, what });
/** A sequence is not complete. */
export const gap = (of: string, what: string): Finding => ({ kind: 'gap', of, what });
/** Two tell different things. */
export const wrong = (of: string, what: string): Finding => ({ kind: 'wrong', of, what });
