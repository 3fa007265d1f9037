import type { BatchHandler, TopicEnds } from '#messaging';

/** Positions of the partitions of topics. */
export type Positions = ReadonlyMap<string, ReadonlyMap<number, bigint>>;

/** Both ends of all partitions of topics. */
export type Ends = ReadonlyMap<string, TopicEnds>;

/** A projection that is being built beside the one that serves. */
export type NextProjection = BatchHandler & {
  /** Where it stands. */
  positions(): Promise<Positions>;
  /** Writes what is only in memory; the whole history is in, so everything that serving needs is made too. */
  settle(): Promise<void>;
  /** Why it cannot be built, undefined when it can. */
  failure(): unknown;
  close(): Promise<void>;
};
