import { Client, Connection, type ConnectionLike } from '@temporalio/client';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/common';
import type { KnownDeadline } from '#domain/decider';
import {
  deadlineSignal,
  subjectClockWorkflowId,
  subjectClockWorkflowType,
  type SubjectClockInput,
  type SubjectId,
} from '#workflows';
import { dataConverterOf } from './encrypting-codec.js';
import { meaningOf } from './failures.js';
import type { Installation } from './epoch-client.js';

/** What a clock is told: the deadline of its subject. */
export type ToldDeadline = SubjectId & KnownDeadline;

const patience = 5_000;

/** Tells the clocks of subjects whose truth is PostgreSQL. */
export class ClockClient {
  constructor(
    private readonly client: Client,
    private readonly taskQueue: string,
  ) {}

  /** Makes a client that connects with its first word. */
  static to({ address, ...installation }: Installation & { readonly address: string }): ClockClient {
    return ClockClient.over(Connection.lazy({ address, interceptors: [] }), installation);
  }

  /** Makes a client of a connection that is somebody else's. */
  static over(connection: ConnectionLike, { namespace, taskQueue, keys }: Installation): ClockClient {
    return new ClockClient(new Client({ connection, namespace, dataConverter: dataConverterOf(keys) }), taskQueue);
  }

  /** Tells a clock its deadline, and starts it when it does not run; one that is told there is none ends. */
  async tell({ stream, id, sequence, due }: ToldDeadline): Promise<void> {
    const workflowId = subjectClockWorkflowId(this.taskQueue, { stream, id });
    const { workflow } = this.client;
    const known = { sequence, due };
    await this.client.connection.withDeadline(Date.now() + patience, async () => {
      if (due === null) {
        await workflow.getHandle(workflowId).signal(deadlineSignal, known).catch(unlessGone);
        return;
      }
      const start = () =>
        workflow.signalWithStart(subjectClockWorkflowType, {
          workflowId,
          taskQueue: this.taskQueue,
          args: [{ stream, id, known } satisfies SubjectClockInput],
          signal: deadlineSignal,
          signalArgs: [known],
        });
      // Somebody else may start it between Temporal's look and its start, or it may end before it is told: then it is tried once more.
      await start().catch((error: unknown) => {
        if (error instanceof WorkflowExecutionAlreadyStartedError || error instanceof WorkflowNotFoundError) {
          return start();
        }
        throw error;
      });
    });
  }

  async close(): Promise<void> {
    const { connection } = this.client;
    if ('close' in connection && typeof connection.close === 'function') {
      await connection.close();
    }
  }
}

function unlessGone(error: unknown): void {
  if (meaningOf(error).kind !== 'gone') {
    throw error;
  }
}
