import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { NativeConnection, type Worker } from '@temporalio/worker';
import { region } from '#contracts/kernel/codes';
import {
  CaseClient,
  casesWithin,
  ClockClient,
  createCaseWorker,
  ensureSearchAttributes,
  parsePayloadKeys,
  startEpochs,
  type Installation,
} from '#temporal';
import type { Logger } from '#runtime';
import { AuditSweep } from './audit/audit-sweep.js';
import { CaseActivitiesService } from './case-activities.service.js';
import { ClockActivitiesService } from './clocks/clock-activities.service.js';
import { ClockSweep } from './clocks/clock-sweep.js';
import { EpochActivitiesService } from './epochs/epoch-activities.service.js';
import { NoteSweep } from './notes/note-sweep.js';
import { WorkerSettings } from './worker.settings.js';

const pauseBetweenTries = 1000;
const patience = 1500;

/** Runs the Temporal worker: the one owner of its start, its end and its connection. */
@Injectable()
export class WorkerRunner {
  private worker: Worker | undefined;
  private running: Promise<void> | undefined;
  private connection: NativeConnection | undefined;
  private starting: Promise<void> | undefined;
  private stopping = false;

  constructor(
    @Inject(WorkerSettings) private readonly settings: WorkerSettings,
    private readonly activities: CaseActivitiesService,
    private readonly epochs: EpochActivitiesService,
    private readonly clocks: ClockActivitiesService,
    private readonly sweep: ClockSweep,
    private readonly notes: NoteSweep,
    private readonly audit: AuditSweep,
  ) {}

  /**
   * Waits for Temporal and runs until `stop`.
   * @param died called when the worker ends on its own
   */
  start(died: (reason: unknown) => void): void {
    this.audit.start();
    this.starting = this.begin(died).catch(died);
  }

  /** Says what is wrong, nothing when the worker takes tasks and Temporal answers. */
  async check(): Promise<string | undefined> {
    const { connection, worker } = this;
    if (worker === undefined || connection === undefined) {
      return 'waits for Temporal';
    }
    const state = worker.getState();
    if (state !== 'RUNNING') {
      return `is ${state.toLowerCase()}`;
    }
    await connection.withDeadline(Date.now() + patience, () => connection.workflowService.getSystemInfo({}));
    return undefined;
  }

  /** Lets running tasks end, then leaves Temporal. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.starting;
    await Promise.all([this.sweep.stop(), this.notes.stop(), this.audit.stop()]);
    if (this.worker?.getState() === 'RUNNING') {
      this.worker.shutdown();
    }
    await this.running;
    await this.connection?.close();
  }

  private get installation(): Installation {
    const { environment } = this.settings;
    const { TEMPORAL_NAMESPACE: namespace, TEMPORAL_TASK_QUEUE: taskQueue } = environment;
    return { namespace, taskQueue, keys: parsePayloadKeys(environment.PAYLOAD_KEYS) };
  }

  private async begin(died: (reason: unknown) => void): Promise<void> {
    const { logger, bundlePath, environment } = this.settings;
    const { namespace, taskQueue } = this.installation;
    this.connection = await this.connected(logger);
    if (this.connection === undefined) {
      return;
    }
    this.worker = await createCaseWorker({
      connection: this.connection,
      ...this.installation,
      activities: {
        publishEvents: (events) => this.activities.publishEvents(events),
        eraseNotes: (caseId) => this.activities.eraseNotes(caseId),
        closeEpoch: (request) => this.epochs.closeEpoch(request),
        tickSubject: (subject) => this.clocks.tickSubject(subject),
      },
      workflowBundle: { codePath: bundlePath },
      maxCachedWorkflows: casesWithin(environment.CASE_MEMORY_MB),
    });
    this.running = this.worker.run().then(
      () => (this.stopping ? undefined : died(new Error('the Temporal worker ended'))),
      (reason: unknown) => died(reason),
    );
    logger.info({ namespace, taskQueue }, 'taking tasks');
    this.sweep.start(ClockClient.over(this.connection, this.installation));
    this.notes.start(CaseClient.over(this.connection, this.installation));
    await this.beginEpochs(this.connection);
  }

  /** Temporal may go away before the workflow that closes epochs is started. */
  private async beginEpochs(connection: NativeConnection): Promise<void> {
    const { environment, logger } = this.settings;
    const { EPOCH_MINUTES } = environment;
    while (!this.stopping) {
      try {
        const { winterOffsetHours, summerTime } = region.calendar;
        const calendar = { winterOffsetHours, summerTime };
        await startEpochs(connection, this.installation, { everyMinutes: EPOCH_MINUTES ?? null, calendar });
        return;
      } catch (error) {
        logger.warn({ err: error }, 'the closing of epochs cannot be started, trying again');
        await pause(pauseBetweenTries);
      }
    }
  }

  /** A connection to a namespace that has the search attributes; undefined when it is to stop before there is one. */
  private async connected(logger: Logger): Promise<NativeConnection | undefined> {
    const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = this.settings.environment;
    while (!this.stopping) {
      let connection: NativeConnection | undefined;
      try {
        connection = await NativeConnection.connect({ address });
        const added = await ensureSearchAttributes(connection, namespace);
        logger.info({ address, namespace, added }, 'Temporal is reached');
        return connection;
      } catch (error) {
        logger.warn({ err: error, address }, 'Temporal cannot be reached, trying again');
        await connection?.close();
        await pause(pauseBetweenTries);
      }
    }
    return undefined;
  }
}
