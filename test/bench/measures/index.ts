import type { Measure } from '../ground/bench.js';
import { archive } from './archive.js';
import { coldCases } from './cold-cases.js';
import { commands } from './commands.js';
import { dashboard } from './dashboard.js';
import { disclosure } from './disclosure.js';
import { explorer } from './explorer.js';
import { inbox } from './inbox.js';
import { memory } from './memory.js';
import { oneCase } from './one-case.js';
import { projector } from './projector.js';
import { seen } from './seen.js';
import { session } from './session.js';
import { streams } from './streams.js';
import { usage } from './usage.js';
import { workbench } from './workbench.js';

/** All measurements, in the order in which they run. */
export const measures: readonly Measure[] = [
  commands,
  seen,
  projector,
  archive,
  oneCase,
  coldCases,
  memory,
  streams,
  inbox,
  session,
  dashboard,
  disclosure,
  explorer,
  usage,
  workbench,
];
