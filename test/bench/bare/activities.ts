/** What the bare workflow asks of the world. */
export type BareActivities = {
  /** Does nothing; answers what it was given. */
  nothing(poke: number): Promise<number>;
};
