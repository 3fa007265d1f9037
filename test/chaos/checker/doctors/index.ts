import type { Doctor } from './doctor.js';
import { temporalDoctors } from './histories.js';
import { logDoctors } from './log.js';
import { projectionDoctors } from './projections.js';
import { streamDoctors } from './streams.js';
import { toldDoctors } from './told.js';
import { recordDoctors } from './topic.js';

/** Every way in which good evidence is spoiled to prove that the checker sees it. */
export const doctors: readonly Doctor[] = [
  ...recordDoctors,
  ...logDoctors,
  ...temporalDoctors,
  ...toldDoctors,
  ...streamDoctors,
  ...projectionDoctors,
];
