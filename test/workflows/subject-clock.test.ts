import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DirectoryEvent } from '#contracts/directory';
import { deadlineOf, type KnownDeadline } from '#domain/decider';
import { serviceDecider, type ServiceCommand, type ServiceState } from '#domain/directory';
import { actorOf, services } from '#test/builders';
import { ClockClient } from '#temporal';
import {
  deadlineSignal,
  subjectClockWorkflowId,
  subjectClockWorkflowType,
  type ClockActivities,
  type SubjectClockInput,
} from '#workflows';
import { until } from '../support/wait.js';
import { playing, timedStage, type PlayOptions, type TimedStage } from './stage.js';

const { serviceId: id, organisationId } = services.mediator;
const stream = 'directory';
const viewer = actorOf(services.mediator);
const days = 86_400_000;

let stage: TimedStage;
beforeAll(async () => {
  stage = await timedStage();
});
afterAll(async () => stage.close());

const now = async () => (await stage.now()).toISOString();
const later = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString();

/** Whether each came when it was due or after: how long after is the machine's matter. */
const punctual = (times: readonly string[], ...due: readonly string[]) =>
  times.map((time, place) => time >= (due[place] ?? time));

/** A service in memory under the rules of the directory, with everything that was asked of it. */
function service(before: () => Promise<void> = async () => undefined) {
  let state: ServiceState = { ...serviceDecider.initial, organisationId };
  const events: DirectoryEvent[] = [];
  const ticks: string[] = [];
  const give = (at: string, by: typeof viewer | 'clock', command: ServiceCommand): KnownDeadline => {
    const decided = serviceDecider.decide(state, { id, at, by, command });
    const caused = 'events' in decided ? decided.events : [];
    state = caused.reduce(serviceDecider.evolve, state);
    events.push(...caused);
    return deadlineOf(serviceDecider, state);
  };
  const clocks: ClockActivities = {
    tickSubject: async ({ at }) => {
      ticks.push(at);
      await before();
      return give(at, 'clock', { type: 'tick' });
    },
  };
  return {
    clocks,
    ticks,
    confirm: (at: string) => give(at, viewer, { type: 'confirm-capacity', capacity: 'available' }),
    lapses: () => events.filter((one) => one.type === 'relais.directory.capacity-lapsed.v1').map(({ time }) => time),
  };
}

type Scene = { readonly clock: ClockClient; readonly taskQueue: string };
const tell = (scene: Scene, known: KnownDeadline) => scene.clock.tell({ stream, id, ...known });
const handleOf = ({ taskQueue }: Scene) =>
  stage.client.workflow.getHandle(subjectClockWorkflowId(taskQueue, { stream, id }));

/** What the server says when a run was about to end or to hand over, and was told something: it is asked again. */
const toldMeanwhile = 1;

/** All runs of the clock, each with its history. */
async function runsOf(scene: Scene) {
  const runs: { events: number; failedTasks: number; timers: number; end: string }[] = [];
  const { workflowId } = handleOf(scene);
  let runId: string | undefined = (await handleOf(scene).describe()).raw.workflowExecutionInfo?.firstRunId ?? undefined;
  while (runId !== undefined) {
    const { events = [] } = await stage.client.workflow.getHandle(workflowId, runId).fetchHistory();
    const last = events?.at(-1);
    runs.push({
      events: events?.length ?? 0,
      failedTasks: (events ?? []).filter(
        ({ workflowTaskFailedEventAttributes: failed }) => failed && failed.cause !== toldMeanwhile,
      ).length,
      timers: (events ?? []).filter((one) => one.timerStartedEventAttributes).length,
      end: last?.workflowExecutionCompletedEventAttributes
        ? 'ended'
        : last?.workflowExecutionContinuedAsNewEventAttributes
          ? 'handed over'
          : 'runs',
    });
    runId = last?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;
  }
  return runs;
}

/** Plays with a worker; a clock that still runs is ended afterwards, because time would not pass while it waits for a worker. */
async function play(
  { clocks }: { clocks: ClockActivities },
  tale: (scene: Scene) => Promise<void>,
  options: PlayOptions & { readonly stays?: boolean } = {},
): Promise<void> {
  await playing(
    stage,
    async ({ taskQueue }) => {
      const scene = { clock: new ClockClient(stage.client, taskQueue), taskQueue };
      try {
        await tale(scene);
      } finally {
        if (options.stays !== true) {
          await handleOf(scene)
            .terminate()
            .catch(() => undefined);
        }
      }
    },
    { ...options, clocks },
  );
}

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
      { taskQueue, stays: true },
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

  it('hands over to a run of its own when it was told often, and loses nothing', async () => {
    const one = service();
    const longest = 30;
    await play(one, async (scene) => {
      const at = await now();
      const input: SubjectClockInput = { stream, id, known: one.confirm(at), longest };
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
