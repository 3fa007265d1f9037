import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection, WorkflowIdConflictPolicy, type ConnectionLike } from '@temporalio/client';
import type { EpochView } from '#contracts/monitoring';
import { closeNowUpdate, epochsWorkflowId, epochsWorkflowType, type CloseNow, type EpochsInput } from '#workflows';
import { dataConverterOf } from './encrypting-codec.js';
import { EngineAway } from './errors.js';
import { meaningOf } from './failures.js';
import type { PayloadKeys } from './payload-keys.js';

/** Where the workflows of an installation run, and the keys of what they store. */
export type Installation = { readonly namespace: string; readonly taskQueue: string; readonly keys: PayloadKeys };

/** A closing of years of imported history takes seconds. */
const patience = 30_000;
const wait = 200;

/** Starts the workflow that closes the epochs of an installation, unless it runs already; then its policy stays what it was. */
export async function startEpochs(
  connection: ConnectionLike,
  { namespace, taskQueue, keys }: Installation,
  input: EpochsInput,
): Promise<void> {
  const client = new Client({ connection, namespace, dataConverter: dataConverterOf(keys) });
  await client.workflow.start(epochsWorkflowType, {
    workflowId: epochsWorkflowId(taskQueue),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
  });
}

/** Asks the workflow of epochs to close the running one. */
export class EpochClient {
  constructor(
    private readonly client: Client,
    private readonly taskQueue: string,
  ) {}

  /** Makes a client that connects with its first question. */
  static to({ address, namespace, taskQueue, keys }: Installation & { readonly address: string }): EpochClient {
    const connection = Connection.lazy({ address, interceptors: [] });
    return new EpochClient(new Client({ connection, namespace, dataConverter: dataConverterOf(keys) }), taskQueue);
  }

  /**
   * Closes the running epoch; the same `closingId` again is the same closing.
   * @throws CaseRefused when one is being closed already or too many were, EngineAway
   */
  async closeNow(request: CloseNow): Promise<EpochView> {
    const until = Date.now() + patience;
    const handle = this.client.workflow.getHandle(epochsWorkflowId(this.taskQueue));
    for (;;) {
      try {
        return await this.client.connection.withDeadline(until, () =>
          handle.executeUpdate(closeNowUpdate, { args: [request], updateId: request.closingId }),
        );
      } catch (error) {
        const meaning = meaningOf(error);
        if (meaning.kind === 'refused') {
          throw meaning.error;
        }
        if (meaning.kind === 'unexpected') {
          throw error;
        }
        if (meaning.kind !== 'passing' || Date.now() + wait > until) {
          throw new EngineAway('the epochs cannot be closed at the moment', { cause: error });
        }
        await pause(wait);
      }
    }
  }

  async close(): Promise<void> {
    const { connection } = this.client;
    if ('close' in connection && typeof connection.close === 'function') {
      await connection.close();
    }
  }
}
