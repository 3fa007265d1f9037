import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KnownDeadline } from '#domain/decider';
import { deadlineSignal, subjectClockWorkflowType, type ClockActivities, type SubjectClockInput } from '#workflows';
import { until } from '../support/wait.js';
import { handleOf, playClock, runsOf, service, subject, tell } from './clock-stage.js';
import { timedStage, type TimedStage } from './stage.js';

const days = 86_400_000;

let stage: TimedStage;
beforeAll(async () => {
  stage = await timedStage();
});
afterAll(async () => stage.close());

const play = (...played: Tail<Parameters<typeof playClock>>) => playClock(stage, ...played);
type Tail<List extends unknown[]> = List extends [unknown, ...infer Rest] ? Rest : never;

const now = async () => (await stage.now()).toISOString();
const later = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString();

/** Whether each came when it was due or after: how long after is the machine's matter. */
const punctual = (times: readonly string[], ...due: readonly string[]) =>
  times.map((time, place) => time >= (due[place] ?? time));

describe('the clock of a subject', () => {
  it('rings after thirty days, and ends when there is no deadline', async () => {
    const one = service();
    await play(one, async (scene) => {
      const at = await now();
      await tell(scene, one.confirm(at));
      await stage.waitUntil(later(at, 30 * days - 60_000));
      expect(one.ticks).toEqual([]);
      await stage.waitUntil(later(at, 30 * days + 60_000));
      await handleOf(scene).result();
      expect(punctual(one.lapses(), later(at, 30 * days))).toEqual([true]);
      expect(await runsOf(scene)).toMatchObject([{ failedTasks: 0, timers: 1, end: 'ended' }]);
    });
  });

  it('is moved by a change in between', async () => {
    const one = service();
    await play(one, async (scene) => {
      const at = await now();
      await tell(scene, one.confirm(at));
      await stage.waitUntil(later(at, 20 * days));
      const again = await now();
      await tell(scene, one.confirm(again));
      await stage.waitUntil(later(at, 31 * days));
      expect(one.ticks).toEqual([]);
      await stage.waitUntil(later(again, 30 * days + 60_000));
      await handleOf(scene).result();
      expect(punctual(one.lapses(), later(again, 30 * days))).toEqual([true]);
      expect(one.ticks).toHaveLength(1);
    });
  });

  it('does nothing twice when it is told a change twice, and nothing when it is told late', async () => {
    const one = service();
    await play(one, async (scene) => {
      const at = await now();
      const first = one.confirm(at);
      const second = one.confirm(later(at, days));
      for (const known of [second, second, first, second]) {
        await tell(scene, known);
      }
      await stage.waitUntil(later(at, 30 * days + 60_000));
      expect(one.ticks).toEqual([]);
      await stage.waitUntil(later(at, 31 * days + 60_000));
      await handleOf(scene).result();
      expect(punctual(one.ticks, later(at, 31 * days))).toEqual([true]);
      expect(await runsOf(scene)).toMatchObject([{ failedTasks: 0, timers: 1, end: 'ended' }]);
    });
  });

  it('goes by the state when a change was not told', async () => {
    const one = service();
    await play(one, async (scene) => {
      const at = await now();
      await tell(scene, one.confirm(at));
      one.confirm(later(at, 10 * days));
      await stage.waitUntil(later(at, 30 * days + 60_000));
      expect([punctual(one.ticks, later(at, 30 * days)), one.lapses()]).toEqual([[true], []]);
      await stage.waitUntil(later(at, 40 * days + 60_000));
      await handleOf(scene).result();
      expect(punctual(one.lapses(), later(at, 40 * days))).toEqual([true]);
    });
  });

  it('outlives its worker', async () => {
    const one = service();
    const taskQueue = `test-${crypto.randomUUID()}`;
    const at = await now();
    await play(
      one,
      async (scene) => {
        await tell(scene, one.confirm(at));
        await until(async () => (await runsOf(scene))[0]?.timers === 1, 'the clock sleeps');
      },
      // Nothing is cached: the time-skipping server would wait for the queue of the worker that is gone, for ever.
      { taskQueue, stays: true, maxCachedWorkflows: 0 },
    );
    await play(
      one,
      async (scene) => {
        await stage.waitUntil(later(at, 30 * days + 60_000));
        await handleOf(scene).result();
        expect(punctual(one.lapses(), later(at, 30 * days))).toEqual([true]);
        expect(await runsOf(scene)).toMatchObject([{ failedTasks: 0, end: 'ended' }]);
      },
      { taskQueue },
    );
  });

  it('tries again until the subject could tick', async () => {
    let failures = 3;
    const one = service(async () => {
      if (failures-- > 0) {
        throw new Error('PostgreSQL is away');
      }
    });
    await play(one, async (scene) => {
      const at = await now();
      await tell(scene, one.confirm(at));
      await stage.waitUntil(later(at, 30 * days + 3_600_000));
      await handleOf(scene).result();
      expect(one.ticks).toEqual(Array.from({ length: 4 }, () => one.ticks[0]));
      expect(punctual(one.lapses(), later(at, 30 * days))).toEqual([true]);
    });
  });

  it('hears a change while it ticks, whichever comes first to PostgreSQL', async () => {
    for (const order of ['tick first', 'change first'] as const) {
      let release: () => void = () => undefined;
      let begun: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const ringing = new Promise<void>((resolve) => (begun = resolve));
      const one = service(() => {
        begun();
        return held;
      });
      await play(one, async (scene) => {
        const at = await now();
        await tell(scene, one.confirm(at));
        const passed = stage.waitUntil(later(at, 30 * days));
        await ringing;
        const change = later(at, 30 * days + 1);
        if (order === 'change first') {
          await tell(scene, one.confirm(change));
          release();
        } else {
          release();
          await until(() => one.lapses().length === 1, 'the capacity has lapsed');
          await tell(scene, one.confirm(change));
        }
        await passed;
        await stage.waitUntil(later(change, 30 * days + 60_000));
        await handleOf(scene).result();
        expect(punctual(one.lapses().slice(-1), later(change, 30 * days))).toEqual([true]);
      });
    }
  });

  it('ends when its subject is gone', async () => {
    const clocks: ClockActivities = { tickSubject: async () => ({ sequence: 0, due: null }) };
    await play({ clocks }, async (scene) => {
      const due = later(await now(), days);
      await tell(scene, { sequence: 5, due });
      await stage.waitUntil(later(due, 60_000));
      await handleOf(scene).result();
    });
  });

  it('rings again when what it is answered is older than what it was told meanwhile', async () => {
    let release: () => void = () => undefined;
    let begun: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const ringing = new Promise<void>((resolve) => (begun = resolve));
    const due = later(await now(), days);
    const answers: KnownDeadline[] = [
      { sequence: 5, due: later(due, days) },
      { sequence: 7, due: null },
    ];
    const ticks: string[] = [];
    const clocks: ClockActivities = {
      tickSubject: async ({ at }) => {
        ticks.push(at);
        begun();
        await held;
        return answers.shift() ?? { sequence: 8, due: null };
      },
    };
    await play({ clocks }, async (scene) => {
      await tell(scene, { sequence: 4, due });
      const passed = stage.waitUntil(due);
      await ringing;
      await tell(scene, { sequence: 6, due });
      release();
      await passed;
      await handleOf(scene).result();
      expect(answers).toEqual([]);
      // At once, and not when the older answer says.
      expect(ticks).toHaveLength(2);
      expect(ticks.every((at) => at < later(due, days))).toBe(true);
    });
  });

  it('hands over to a run of its own when it was told often, and loses nothing', async () => {
    const one = service();
    const longest = 30;
    await play(one, async (scene) => {
      const at = await now();
      const input: SubjectClockInput = { ...subject, known: one.confirm(at), longest };
      await stage.client.workflow.start(subjectClockWorkflowType, {
        workflowId: handleOf(scene).workflowId,
        taskQueue: scene.taskQueue,
        args: [input],
      });
      for (let change = 1; change <= 40; change += 1) {
        await handleOf(scene).signal(deadlineSignal, one.confirm(later(at, change * 60_000)));
      }
      const due = later(at, 40 * 60_000 + 30 * days);
      await stage.waitUntil(later(due, 60_000));
      await handleOf(scene).result();
      expect(punctual(one.lapses(), due)).toEqual([true]);
      const runs = await runsOf(scene);
      expect(runs.length).toBeGreaterThan(1);
      expect(runs.map((run) => run.failedTasks)).toEqual(runs.map(() => 0));
    });
  });

  it('stays the same without a cache of workflows', async () => {
    const one = service();
    await play(
      one,
      async (scene) => {
        const at = await now();
        await Promise.all(
          Array.from({ length: 25 }, (_, change) => tell(scene, one.confirm(later(at, (change % 7) * 1_000)))),
        );
        await stage.waitUntil(later(at, 30 * days + 60_000));
        await handleOf(scene).result();
        expect(one.lapses()).toHaveLength(1);
        expect((await runsOf(scene)).every((run) => run.failedTasks === 0)).toBe(true);
      },
      { maxCachedWorkflows: 0 },
    );
  });
});
