import type { ReadyQuery } from '#contracts/analysis';
import { answerQueries } from './answers.js';
import { chainQueries } from './chains.js';
import { needQueries } from './needs.js';
import { dateOf } from './ready.js';

/** The ready queries, with defaults as of a day. */
export function shelfOn(today: Date): ReadyQuery[] {
  return [...answerQueries, ...chainQueries, ...needQueries].map(({ parameters, ...query }) => ({
    ...query,
    parameters: parameters.map((one) => ({
      ...one,
      default: typeof one.default === 'object' ? dateOf(one.default.moment, today) : one.default,
    })),
  }));
}
