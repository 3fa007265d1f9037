import { Client, Connection } from '@temporalio/client';
import { caseWorkflowType, searchAttributeNames } from '#workflows';

/** Tasks of one kind that wait, and who asks for them. */
export type WaitingTasks = {
  readonly kind: 'workflow' | 'activity';
  readonly pollers: number;
  readonly backlog: number;
  /** Age of the oldest, in seconds. */
  readonly backlogAge: number;
};

/** What waits in Temporal for the workers of cases. */
export type QueueFacts = {
  readonly version: string | null;
  readonly tasks: readonly WaitingTasks[];
  /** Running cases by status; only those that were asked for. */
  readonly openCases: readonly { readonly status: string; readonly count: number }[];
  /** Cases whose workflow task fails again and again; null when the server cannot tell. */
  readonly failing: number | null;
};

type Settings = {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  /** Statuses to count. */
  readonly statuses: readonly string[];
};

const kinds = [
  ['workflow', 1],
  ['activity', 2],
] as const;

const patience = 1_500;
/** Many may ask at once; Temporal is asked at most so often. */
const fresh = 3_000;
/** A poll lasts a minute at most; who has not asked for longer is gone. */
const longestPoll = 75_000;

/** Looks at the task queue and at the running cases, on a connection of its own so that no command waits for it. */
export class QueueWatch {
  private readonly client: Client;
  private asked: { readonly at: number; readonly facts: Promise<QueueFacts> } | undefined;

  constructor(private readonly settings: Settings) {
    const { address, namespace } = settings;
    this.client = new Client({ connection: Connection.lazy({ address, interceptors: [] }), namespace });
  }

  /** What there is now, or was a few seconds ago; fails when Temporal does not answer soon. */
  async read(): Promise<QueueFacts> {
    if (this.asked === undefined || performance.now() - this.asked.at > fresh) {
      this.asked = { at: performance.now(), facts: this.ask() };
    }
    return this.asked.facts;
  }

  async close(): Promise<void> {
    await this.client.connection.close();
  }

  private async ask(): Promise<QueueFacts> {
    const { connection } = this.client;
    return connection.withDeadline(Date.now() + patience, async () => {
      const [system, openCases, failing, ...tasks] = await Promise.all([
        connection.workflowService.getSystemInfo({}),
        this.countOpen(),
        this.countFailing(),
        ...kinds.map(([kind, code]) => this.tasksOf(kind, code)),
      ]);
      return { version: system.serverVersion || null, tasks, openCases, failing };
    });
  }

  private async tasksOf(kind: WaitingTasks['kind'], taskQueueType: number): Promise<WaitingTasks> {
    const { namespace, taskQueue } = this.settings;
    const { pollers, stats } = await this.client.connection.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: taskQueue },
      taskQueueType,
      reportStats: true,
    });
    const since = (Date.now() - longestPoll) / 1_000;
    return {
      kind,
      pollers: (pollers ?? []).filter(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) > since).length,
      backlog: Number(stats?.approximateBacklogCount ?? 0),
      backlogAge: secondsOf(stats?.approximateBacklogAge),
    };
  }

  private async countOpen(): Promise<{ status: string; count: number }[]> {
    return Promise.all(
      this.settings.statuses.map(async (status) => ({
        status,
        count: await this.count(`${searchAttributeNames.status} = '${status}'`),
      })),
    );
  }

  /** Only newer servers mark such workflows. */
  private async countFailing(): Promise<number | null> {
    const failed = ['"category=WorkflowTaskFailed"', '"category=WorkflowTaskTimedOut"'].join(', ');
    return this.count(`TemporalReportedProblems IN (${failed})`).catch(() => null);
  }

  private async count(condition: string): Promise<number> {
    const query = `WorkflowType = '${caseWorkflowType}' AND ExecutionStatus = 'Running' AND ${condition}`;
    return (await this.client.workflow.count(query)).count;
  }
}

function secondsOf(duration: { seconds?: unknown; nanos?: number | null } | null | undefined): number {
  return Number(duration?.seconds ?? 0) + (duration?.nanos ?? 0) / 1e9;
}
