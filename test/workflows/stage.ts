import { Client, Connection } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  type WorkflowBundle,
} from '@temporalio/worker';
import type { CaseCommand, CaseEvent } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import type { KnownCase } from '#domain/case';
import {
  CaseClient,
  createCaseWorker,
  dataConverterOf,
  ensureSearchAttributes,
  parsePayloadKeys,
  type CasePlaces,
} from '#temporal';
import {
  caseWorkflowId,
  marksOf,
  type CaseActivities,
  type ClockActivities,
  type CommandRequest,
  type EpochActivities,
  type RunLimits,
} from '#workflows';
import { bundleWorkflows } from '../../workflows/bundle.js';
import { until } from '../support/wait.js';

/** The key of all test histories. */
export const testKeys = parsePayloadKeys(`test:${Buffer.alloc(32, 'relais').toString('base64')}`);

export const testConverter = dataConverterOf(testKeys);

/** Activities that remember what they were asked. */
export type Recorder = {
  readonly activities: CaseActivities;
  readonly erased: string[];
  /** All events of a case in the order in which they were published. */
  of(caseId: string): CaseEvent[];
  /** Waits until the first published event of the case for which this holds. */
  published(caseId: string, holds: (event: CaseEvent) => boolean): Promise<CaseEvent>;
};

type Publish = (events: readonly CaseEvent[]) => Promise<string[]> | string[];

/** Makes activities that publish into memory; `publish` may stand in the way or answer something else. */
export function recorder(publish: Publish = marksOf): Recorder {
  const published: CaseEvent[] = [];
  const erased: string[] = [];
  const watchers = new Set<() => void>();
  return {
    erased,
    of: (caseId) => published.filter((event) => event.caseId === caseId),
    published: (caseId, holds) =>
      new Promise((resolve) => {
        const look = () => {
          const found = published.find((event) => event.caseId === caseId && holds(event));
          if (found !== undefined) {
            watchers.delete(look);
            resolve(found);
          }
        };
        watchers.add(look);
        look();
      }),
    activities: {
      publishEvents: async (events) => {
        const marks = await publish(events);
        published.push(...events);
        watchers.forEach((look) => look());
        return marks;
      },
      eraseNotes: async (caseId) => {
        erased.push(caseId);
      },
    },
  };
}

/** For plays of cases, in which no epoch is closed. */
const noEpochs: EpochActivities = {
  closeEpoch: async () => {
    throw new Error('no epoch is closed in this play');
  },
};

/** For plays without subjects in PostgreSQL. */
const noClocks: ClockActivities = {
  tickSubject: async () => {
    throw new Error('no clock ticks in this play');
  },
};

/** A Temporal server with everything a test of workflows needs. */
export type Stage = {
  readonly client: Client;
  readonly nativeConnection: NativeConnection;
  readonly bundle: WorkflowBundle;
  close(): Promise<void>;
};

/** A stage whose server skips the time in which nothing happens. */
export type TimedStage = Stage & {
  now(): Promise<Date>;
  /** Lets time pass until an instant. */
  waitUntil(instant: string): Promise<void>;
};

// Tests make activities and tasks fail on purpose; their stacks would hide a real failure.
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
});

/** Starts a time-skipping server. */
export async function timedStage(): Promise<TimedStage> {
  const executable = { type: 'existing-path', path: given('TEST_TEMPORAL_SERVER_PATH') } as const;
  // The SDK gives its server five seconds, which a busy machine may not have: it is started again then, some ten times.
  const environment = await until(
    () =>
      TestWorkflowEnvironment.createTimeSkipping({ server: { executable }, client: { dataConverter: testConverter } }),
    'a time-skipping server starts',
    500,
  );
  await ensureSearchAttributes(environment.connection, 'default');
  const now = async () => new Date(await environment.currentTimeMs());
  return {
    client: environment.client,
    nativeConnection: environment.nativeConnection,
    bundle: await bundleWorkflows(console.error),
    close: () => environment.teardown(),
    now,
    waitUntil: async (instant) => environment.sleep(Math.max(1, Date.parse(instant) - (await now()).getTime())),
  };
}

function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set; \`npm test\` sets it`);
  }
  return value;
}

/** Connects to the real server the tests were given. */
export async function realStage(): Promise<Stage> {
  const address = given('TEST_TEMPORAL_ADDRESS');
  // As in production the client repeats calls, not the SDK.
  const connection = await Connection.connect({ address, interceptors: [] });
  const nativeConnection = await NativeConnection.connect({ address });
  await ensureSearchAttributes(connection, 'default');
  return {
    client: new Client({ connection, dataConverter: testConverter }),
    nativeConnection,
    bundle: await bundleWorkflows(console.error),
    close: async () => {
      await nativeConnection.close();
      await connection.close();
    },
  };
}

/** A running worker with the client of its queue; `deadline` is the client's, in milliseconds. */
export type Played = Recorder & {
  readonly cases: CaseClient;
  readonly taskQueue: string;
  readonly deadline: number;
};

/** What plays look for is what happens and in which order, not how soon: a slow machine has time. */
const standardDeadline = 600_000;

/** How a play differs from the ordinary. */
export type PlayOptions = {
  readonly recorder?: Recorder;
  readonly epochs?: EpochActivities;
  readonly clocks?: ClockActivities;
  readonly maxCachedWorkflows?: number;
  readonly places?: CasePlaces;
  readonly limits?: RunLimits;
  readonly taskQueue?: string;
  readonly deadline?: number;
};

/** Runs a play with a worker on a task queue of its own, and stops the worker afterwards. */
export async function playing(stage: Stage, play: (played: Played) => Promise<void>, options: PlayOptions = {}) {
  const taskQueue = options.taskQueue ?? `test-${crypto.randomUUID()}`;
  const recording = options.recorder ?? recorder();
  const worker = await createCaseWorker({
    connection: stage.nativeConnection,
    namespace: 'default',
    taskQueue,
    keys: testKeys,
    activities: { ...recording.activities, ...(options.epochs ?? noEpochs), ...(options.clocks ?? noClocks) },
    workflowBundle: stage.bundle,
    maxCachedWorkflows: options.maxCachedWorkflows ?? 100,
    ...(options.places && { places: options.places }),
  });
  const { limits, deadline = standardDeadline } = options;
  const cases = new CaseClient(stage.client, { taskQueue, deadline, ...(limits === undefined ? {} : { limits }) });
  await worker.runUntil(() => play({ ...recording, cases, taskQueue, deadline }));
}

/** A request as the API would send it. */
export function ask(by: Viewer, command: CaseCommand, commandId: string = crypto.randomUUID()): CommandRequest {
  return { commandId, fingerprint: JSON.stringify(command), by, command };
}

/** The workflow tasks in a run's history that failed, each with its cause, and how many timed out. */
export async function troubledTasks(
  client: Client,
  caseId: string,
  runId?: string,
): Promise<{ failed: string[]; timedOut: number }> {
  const { events } = await client.workflow.getHandle(caseWorkflowId(caseId), runId).fetchHistory();
  const failed = (events ?? []).flatMap(({ eventId, workflowTaskFailedEventAttributes: attributes }) =>
    attributes ? [`${String(eventId)}: cause ${String(attributes.cause)}, ${attributes.failure?.message ?? ''}`] : [],
  );
  const timedOut = (events ?? []).filter((event) => event.workflowTaskTimedOutEventAttributes).length;
  return { failed, timedOut };
}

/** The state of a case that was opened. */
export async function knownState(cases: CaseClient, caseId: string): Promise<KnownCase> {
  const state = await cases.state(caseId);
  if (state.phase === 'unopened') {
    throw new Error(`case ${caseId} was not opened`);
  }
  return state;
}
