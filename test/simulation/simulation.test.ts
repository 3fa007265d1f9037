import { describe, expect, it, jest } from '@jest/globals';
import { replacements } from './replacements.js';
import { faultKinds } from './world.js';

jest.unstable_mockModule('@temporalio/workflow', () => import('./engines/workflow.js'));
for (const subject of ['analysis', 'case', 'kernel', 'monitoring', 'operations']) {
  jest.unstable_mockModule(`#persistence/${subject}`, () => import('./engines/persistence.js'));
}
jest.unstable_mockModule('node:timers/promises', () => import('./engines/timers.js'));
const { playSchedule } = await import('./schedule.js');
type Breaks = NonNullable<Parameters<typeof playSchedule>[1]>;

/** Three times as many as find the rules that few schedules need: a command after a clock has rung (the 319th), a key that comes with another question (the 353rd). */
const fixed = 1100;
/** The schedules after them that have found something which no other finds: a clock that rings while its run ends. */
const known = [1550];
/** `npm run simulate` plays as many as one likes. */
const fresh = 200;
// As in the tool: a refusal is an error with a stack, and nobody looks at it.
Error.stackTraceLimit = 0;

/** The first failure among schedules, with its seed. */
async function firstFailure(first: number, count: number, breaks: Breaks = {}): Promise<string | undefined> {
  for (let seed = first; seed < first + count; seed++) {
    try {
      await playSchedule({ seed }, breaks);
    } catch (error) {
      return `--seed ${seed}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return undefined;
}

async function traceOf(seed: number): Promise<string[]> {
  const lines: string[] = [];
  await playSchedule({ seed, trace: (line) => lines.push(line) });
  return lines;
}

describe('the workflow shell, the publisher and the projector on small engines', () => {
  it('keep every promise in the schedules of every day', async () => {
    expect(await firstFailure(1, fixed)).toBeUndefined();
    for (const seed of known) {
      expect(await firstFailure(seed, 1)).toBeUndefined();
    }
  });

  it('keep every promise in schedules nobody has played yet', async () => {
    const first = Date.now() % 1_000_000_000;
    console.log(`npm run simulate -- --seed ${first} --schedules ${fresh}`);
    expect(await firstFailure(first, fresh)).toBeUndefined();
  });
});

describe('the simulator', () => {
  it('replaces the modules of the engines here as in the tool', () => {
    expect(Object.keys(replacements)).toEqual([
      '@temporalio/workflow',
      '#persistence/analysis',
      '#persistence/case',
      '#persistence/kernel',
      '#persistence/monitoring',
      '#persistence/operations',
      'node:timers/promises',
    ]);
  });

  it('plays the same for the same seed, without the faults that are switched off', async () => {
    const trace = await traceOf(35);
    expect(trace.length).toBeGreaterThan(20);
    expect(await traceOf(35)).toEqual(trace);
    const calm: string[] = [];
    await playSchedule({ seed: 35, without: faultKinds, trace: (line) => calm.push(line) });
    expect(calm.join(' ')).not.toMatch(/dies|lost|given up|not understood|delayed/);
  });

  it.each<[string, Breaks]>([
    ['events are published in the task that causes them, as a local activity would', { localActivities: true }],
    ['a broker loses records it has acknowledged', { losesRecords: true }],
    ['a position runs ahead of the rows it stands for', { runsAhead: true }],
    ['an activity is not repeated when its worker dies', { repeatsNothing: true }],
  ])('finds out that %s', async (_what, breaks) => {
    expect(await firstFailure(1, 1000, breaks)).toBeDefined();
  });
});
