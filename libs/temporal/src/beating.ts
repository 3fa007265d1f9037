import { Context } from '@temporalio/activity';

const every = 1_000;

/** The same work, which tells Temporal while it is under way that somebody is at it: who is killed is missed before its time is up. */
export function beating<Given extends unknown[], Result>(
  work: (...given: Given) => Promise<Result> | Result,
): (...given: Given) => Promise<Result> {
  return async (...given) => {
    const { heartbeat } = Context.current();
    const beats = setInterval(() => heartbeat(), every);
    try {
      return await work(...given);
    } finally {
      clearInterval(beats);
    }
  };
}
