import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Client,
  Connection,
  type ConnectionLike,
  WithStartWorkflowOperation,
  WorkflowIdConflictPolicy,
  type WorkflowHandle,
} from '@temporalio/client';
import { WorkflowIdReusePolicy } from '@temporalio/common';
import type { CaseState } from '#domain/case';
import {
  caseWorkflowId,
  caseWorkflowType,
  commandUpdate,
  lookUpdate,
  standardLimits,
  stateQuery,
  type CaseInput,
  type CommandRequest,
  type CommandResult,
} from '#workflows';
import { CaseQueue } from './case-queue.js';
import { dataConverterOf } from './encrypting-codec.js';
import type { Installation } from './epoch-client.js';
import { CaseRefused, EngineAway, TooBusy } from './errors.js';
import { meaningOf, stateToldBy } from './failures.js';
import type { PayloadKeys } from './payload-keys.js';

/** How the client behaves; times in milliseconds. */
export type CaseClientSettings = {
  readonly taskQueue: string;
  /** A command is answered or given up within this time. */
  readonly deadline: number;
  /** Once nobody answered, the next commands are given up within this time, until one is answered again. */
  readonly deadlineWhileAway: number;
  /** A server that cannot be reached is asked again for this long. */
  readonly reconnectFor: number;
  /** Limits of every run of the cases it opens; for tests. */
  readonly limits?: CaseInput['limits'];
};

/** What a command came to; of one that was given before, with the case as it is now. */
export type CommandTold = Omit<CommandResult, 'sending'> & { readonly repeated: boolean };

const standardSettings = { deadline: 10_000, deadlineWhileAway: 2000, reconnectFor: 1000 };

/** Temporal takes at most 10 updates of one workflow at a time; two are left to other API processes. */
const commandsInFlight = 8;
const commandsWaiting = 200;

/** Gives commands to cases and waits for their durable answers. */
export class CaseClient {
  private readonly queue = new CaseQueue(commandsInFlight, commandsWaiting);
  private readonly settings: CaseClientSettings;
  private away = false;

  constructor(
    private readonly client: Client,
    settings: Pick<CaseClientSettings, 'taskQueue'> & Partial<CaseClientSettings>,
  ) {
    this.settings = { ...standardSettings, ...settings };
  }

  /** Makes a client that connects with its first command and again whenever the connection was lost. */
  static to(
    server: { readonly address: string; readonly namespace: string; readonly keys: PayloadKeys },
    settings: Pick<CaseClientSettings, 'taskQueue'> & Partial<CaseClientSettings>,
  ): CaseClient {
    const { address, namespace, keys } = server;
    // Without the SDK's own retries: they go on for half a minute, and a caller waits for an answer here.
    const connection = Connection.lazy({ address, interceptors: [] });
    return new CaseClient(new Client({ connection, namespace, dataConverter: dataConverterOf(keys) }), settings);
  }

  /** Makes a client of a connection that is somebody else's. */
  static over(connection: ConnectionLike, { namespace, taskQueue, keys }: Installation): CaseClient {
    return new CaseClient(new Client({ connection, namespace, dataConverter: dataConverterOf(keys) }), { taskQueue });
  }

  /**
   * Opens a case; repeating it with the same command id is one opening. Who asks is looked at by the rules alone, after the case's
   * workflow was started: whoever takes requests of others asks them before.
   * @throws CaseRefused, EngineAway or TooBusy
   */
  async open(caseId: string, request: CommandRequest): Promise<CommandTold> {
    if (request.command.type !== 'open-case' || request.command.caseId !== caseId) {
      throw new Error(`the command does not open the case ${caseId}`);
    }
    const { taskQueue, limits = standardLimits } = this.settings;
    return this.give(caseId, request, (args) =>
      this.client.workflow.executeUpdateWithStart(commandUpdate, {
        args,
        updateId: request.commandId,
        startWorkflowOperation: new WithStartWorkflowOperation(caseWorkflowType, {
          workflowId: caseWorkflowId(caseId),
          taskQueue,
          args: [{ caseId, limits } satisfies CaseInput],
          workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
          // An opening that was refused may be tried again, an ended case is not started again.
          workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
          // What a worker killed in the middle of a task costs the caller; the replay of a full run takes under a second.
          workflowTaskTimeout: '5 seconds',
        }),
      }),
    );
  }

  /**
   * Gives a command to a case; repeating it with the same command id is one command.
   * @throws CaseRefused, EngineAway or TooBusy
   */
  async command(caseId: string, request: CommandRequest): Promise<CommandTold> {
    return this.give(caseId, request, (args) =>
      this.handleOf(caseId).executeUpdate(commandUpdate, { args, updateId: request.commandId }),
    );
  }

  /**
   * The case as it is now, asked of its workflow.
   * @throws CaseRefused when there is no such case, EngineAway or TooBusy
   */
  async state(caseId: string): Promise<CaseState> {
    const until = Date.now() + this.patience();
    const state = await this.queue.run(caseId, until, () =>
      this.ask(caseId, { until }, () => lookAt(this.handleOf(caseId))),
    );
    if (state.phase === 'unopened') {
      throw new CaseRefused({ code: 'case-not-found' });
    }
    return state;
  }

  /** Whether Temporal answers now; says nothing about workers. */
  async isReachable(): Promise<boolean> {
    try {
      const { connection } = this.client;
      await connection.withDeadline(Date.now() + this.settings.reconnectFor, () =>
        connection.workflowService.getSystemInfo({}),
      );
      return true;
    } catch {
      return false;
    }
  }

  /** Closes the connection. */
  async close(): Promise<void> {
    const { connection } = this.client;
    if ('close' in connection && typeof connection.close === 'function') {
      await connection.close();
    }
  }

  private handleOf(caseId: string): WorkflowHandle {
    return this.client.workflow.getHandle(caseWorkflowId(caseId));
  }

  private patience(): number {
    return this.away ? this.settings.deadlineWhileAway : this.settings.deadline;
  }

  private async give(
    caseId: string,
    request: CommandRequest,
    call: (args: [CommandRequest]) => Promise<CommandResult>,
  ): Promise<CommandTold> {
    const until = Date.now() + this.patience();
    const sending = randomUUID();
    const { sending: answered, ...result } = await this.queue.run(caseId, until, () =>
      this.ask(caseId, { until, opens: request.command.type === 'open-case' }, (again) =>
        call([{ ...request, sending, ...(again && { again }) }]),
      ),
    );
    // Temporal answers a repeated update id without looking at the question.
    if (result.fingerprint !== request.fingerprint) {
      throw new CaseRefused({ code: 'key-reused' });
    }
    if (result.refusal !== undefined) {
      throw new CaseRefused(result.refusal);
    }
    // Within a run Temporal gives the answer of then: whether the asker may still see the case is known by the case of now.
    const state = answered === sending ? result.state : await this.state(caseId);
    return { ...result, state, repeated: answered !== sending || result.sequence !== state.sequence };
  }

  /** Calls until there is an answer or the time is over; every call may be repeated because update ids make it one command. */
  private async ask<Answer>(
    caseId: string,
    { until, opens = false }: { readonly until: number; readonly opens?: boolean },
    call: (again: boolean) => Promise<Answer>,
  ): Promise<Answer> {
    const begun = Date.now();
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await this.client.connection.withDeadline(until, () => call(attempt > 0));
        this.away = false;
        return answer;
      } catch (error) {
        const meaning = meaningOf(error);
        const wait = Math.min(50 * 2 ** attempt, 1000) * (0.5 + Math.random());
        const late = Date.now() + wait >= until;
        switch (meaning.kind) {
          case 'refused':
            this.away = false;
            throw meaning.error;
          case 'gone':
            await this.refuseGone(caseId, opens);
            if (late) {
              throw new EngineAway('the case could not be opened in time', { cause: error });
            }
            break;
          case 'busy':
            if (late) {
              throw new TooBusy('the case takes no more commands at the moment', { cause: error });
            }
            break;
          case 'unreachable':
            if (late || Date.now() + wait >= begun + this.settings.reconnectFor) {
              this.away = true;
              throw new EngineAway('Temporal cannot be reached', { cause: error });
            }
            break;
          case 'passing':
            if (late) {
              throw new EngineAway('the case did not answer in time', { cause: error });
            }
            break;
          case 'unanswered':
            // Temporal gives a question up before our time is over when workers are slow; they may answer the next.
            if (late) {
              this.away = true;
              throw new EngineAway('no worker answered in time', { cause: error });
            }
            break;
          case 'unexpected':
            throw error;
          default:
            throw meaning satisfies never;
        }
        await pause(wait);
      }
    }
  }

  /** Nothing is refused of a case that is being opened: its workflow may have given up before it was told so, and is started anew. */
  private async refuseGone(caseId: string, opens: boolean): Promise<void> {
    const status = await this.handleOf(caseId)
      .describe()
      .then(({ status: { name } }) => name)
      .catch((error: unknown) => {
        if (meaningOf(error).kind !== 'gone') {
          throw new EngineAway('what became of the case is not known', { cause: error });
        }
      });
    if (status === 'COMPLETED' || !opens) {
      throw new CaseRefused({ code: status === 'COMPLETED' ? 'case-ended' : 'case-not-found' });
    }
  }
}

/**
 * The case as it is now, asked of its workflow without leaving a trace in its history; of one that has ended, as it was in the end.
 * @throws what Temporal's client throws
 */
export async function lookAt(workflow: WorkflowHandle): Promise<CaseState> {
  try {
    return await workflow.executeUpdate(lookUpdate);
  } catch (error) {
    const told = stateToldBy(error);
    if (told !== undefined) {
      return told;
    }
    if (meaningOf(error).kind === 'gone') {
      return workflow.query(stateQuery);
    }
    throw error;
  }
}
