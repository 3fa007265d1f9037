import type { Outcome } from '../core/figure.js';
import type { Options } from '../core/options.js';
import type { Engines } from './engines.js';

/** What a measurement gets to work with. */
export type Bench = Pick<Options, 'rounds' | 'quick' | 'profile'> & {
  readonly engines: Engines;
  say(line: string): void;
  /** Commands per second that this run found to be the most; 0 until that was measured. */
  maximum: number;
};

/** One measurement; its name is what `--only` takes. */
export type Measure = {
  readonly name: string;
  readonly title: string;
  run(bench: Bench): Promise<Outcome>;
};
