import type { DirectoryEvent } from '#contracts/directory';
import { deadlineOf, type KnownDeadline } from '#domain/decider';
import { serviceDecider, type ServiceCommand, type ServiceState } from '#domain/directory';
import { actorOf, services } from '#test/builders';
import { ClockClient } from '#temporal';
import { subjectClockWorkflowId, type ClockActivities } from '#workflows';
import { playing, type PlayOptions, type TimedStage } from './stage.js';

const { serviceId: id, organisationId } = services.mediator;
const viewer = actorOf(services.mediator);

/** The subject of all plays of clocks. */
export const subject = { stream: 'directory', id } as const;

/** A service in memory under the rules of the directory, with everything that was asked of it. */
export function service(before: () => Promise<void> = async () => undefined) {
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

/** A clock's client on the queue of a running worker. */
export type Scene = { readonly stage: TimedStage; readonly clock: ClockClient; readonly taskQueue: string };

/** Tells the clock. */
export const tell = (scene: Scene, known: KnownDeadline) => scene.clock.tell({ ...subject, ...known });

/** Its workflow. */
export const handleOf = ({ stage, taskQueue }: Scene) =>
  stage.client.workflow.getHandle(subjectClockWorkflowId(taskQueue, subject));

/** What the server says when a run was about to end or to hand over, and was told something: it is asked again. */
const toldMeanwhile = 1;

/** All runs of the clock, each with its history. */
export async function runsOf(scene: Scene) {
  const runs: { events: number; failedTasks: number; timers: number; end: string }[] = [];
  const { workflowId } = handleOf(scene);
  let runId: string | undefined = (await handleOf(scene).describe()).raw.workflowExecutionInfo?.firstRunId ?? undefined;
  while (runId !== undefined) {
    const { events = [] } = await scene.stage.client.workflow.getHandle(workflowId, runId).fetchHistory();
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
export async function playClock(
  stage: TimedStage,
  { clocks }: { clocks: ClockActivities },
  tale: (scene: Scene) => Promise<void>,
  options: PlayOptions & { readonly stays?: boolean } = {},
): Promise<void> {
  await playing(
    stage,
    async ({ taskQueue }) => {
      const scene = { stage, clock: new ClockClient(stage.client, taskQueue), taskQueue };
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
