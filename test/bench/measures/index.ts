import type { Measure } from '../ground/bench.js';
import { commands } from './commands.js';
import { projector } from './projector.js';

/** All measurements, in the order in which they run. */
export const measures: readonly Measure[] = [commands, projector];
