import { restoredFromBackup } from './backup.js';
import { clocks } from './clocks.js';
import { deployRolledBack, rollingDeploy } from './deploy.js';
import { fullDisks } from './disks.js';
import type { Fault } from './fault.js';
import { cuts, kafkaAway, latencies, slowProjector } from './links.js';
import { groupReset, offsetsRewound } from './offsets.js';
import { killBeforeAnswer, kills, pauses } from './processes.js';
import { againstSchema, gapInCase, unparsable } from './records.js';

/** Nothing is broken: what the others are compared with, and what some broken builds need. */
export const undisturbed: Fault = {
  name: 'undisturbed',
  what: 'nothing is broken',
  comparedWith: 'api',
  lasts: { long: 0, short: 0 },
  mixes: false,
  strike: async () => ({ heal: async () => undefined }),
};

/**
 * Faults in groups that the tests strike one after the other under one load. Rewound positions come first, because what is read again
 * from the beginning would mend what another fault had lost; the deploy is last, because its version stays.
 */
export const groups = {
  'odd records and offsets': [offsetsRewound, groupReset, unparsable, againstSchema, gapInCase],
  'killed and stopped processes': [...kills, killBeforeAnswer, ...pauses],
  'cut and slow connections': [...cuts, kafkaAway, ...latencies, slowProjector],
  'full disks and wrong clocks': [...fullDisks, ...clocks],
  'a backup restored into an empty place': [restoredFromBackup],
  'a rolling deploy': [rollingDeploy],
} as const satisfies Record<string, readonly Fault[]>;

/** All faults. */
export const faults: readonly Fault[] = [undisturbed, ...Object.values(groups).flat(), deployRolledBack];

/** A fault by its name. */
export function findFault(name: string): Fault | undefined {
  return faults.find((fault) => fault.name === name);
}
