import { ServiceError, WorkflowNotFoundError, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, it } from '@jest/globals';
import { actorOf, openCase, services, uuid } from '#test/builders';
import { standardLimits, toldType, type CommandRequest } from '#workflows';
import { CaseClient } from './case-client.js';
import { EngineAway } from './errors.js';

const gaveUp = () =>
  new ServiceError('Failed to update Workflow', {
    cause: Object.assign(new Error('update timed out'), { code: 4, details: 'update timed out', metadata: {} }),
  });

/** How a workflow answers a look. */
const told = () =>
  new WorkflowUpdateFailedError(
    'Workflow Update failed',
    ApplicationFailure.create({ type: toldType, details: [{ phase: 'open' }] }),
  );

/** A Temporal that gives so many questions up before a worker answers. */
function temporal(givenUp: number) {
  const asked = { times: 0 };
  const executeUpdate = async () => {
    asked.times += 1;
    throw asked.times <= givenUp ? gaveUp() : told();
  };
  const client = {
    connection: { withDeadline: (_until: number, call: () => unknown) => call() },
    workflow: { getHandle: () => ({ executeUpdate }) },
  } as unknown as Client;
  return { client, asked };
}

describe('a question Temporal gave up before our time was over', () => {
  it('is asked again', async () => {
    const { client, asked } = temporal(2);
    const cases = new CaseClient(client, { taskQueue: 'cases', deadline: 60_000 });
    await expect(cases.state('a-case')).resolves.toEqual({ phase: 'open' });
    expect(asked.times).toBe(3);
  });

  it('says that no worker answers once our time is over', async () => {
    const { client, asked } = temporal(1);
    const cases = new CaseClient(client, { taskQueue: 'cases', deadline: 1 });
    await expect(cases.state('a-case')).rejects.toThrow(EngineAway);
    expect(asked.times).toBe(1);
  });
});

describe('a case that is opened', () => {
  const opening: CommandRequest = {
    commandId: 'an-opening',
    fingerprint: 'f',
    by: actorOf(services.accountant),
    command: openCase(uuid(1)),
  };

  /** A Temporal whose workflow of the case gave up so many times before it was told of its opening, and what describes it. */
  function forgetful(times: number, describe: () => Promise<unknown>) {
    const asked = { times: 0 };
    const executeUpdateWithStart = async (_update: unknown, { args: [request] }: { args: CommandRequest[] }) => {
      asked.times += 1;
      if (asked.times <= times) {
        throw new WorkflowNotFoundError('workflow execution already completed', uuid(1), undefined);
      }
      return { fingerprint: request?.fingerprint, sending: request?.sending, sequence: 1, state: {}, events: [] };
    };
    const client = {
      connection: { withDeadline: (_until: number, call: () => unknown) => call() },
      workflow: { executeUpdateWithStart, getHandle: () => ({ describe }) },
    } as unknown as Client;
    return { asked, cases: new CaseClient(client, { taskQueue: 'cases', deadline: 60_000 }) };
  }

  it('is started once more when its workflow gave up before, and is never told to be no case', async () => {
    const { asked, cases } = forgetful(2, async () => ({ status: { name: 'FAILED' } }));
    await expect(cases.open(uuid(1), opening)).resolves.toMatchObject({ sequence: 1 });
    expect(asked.times).toBe(3);
  });

  it('is not started again once it has ended', async () => {
    const { cases } = forgetful(1, async () => ({ status: { name: 'COMPLETED' } }));
    await expect(cases.open(uuid(1), opening)).rejects.toMatchObject({ refusal: { code: 'case-ended' } });
  });

  it('of which nobody can say what became of it is not said to be none', async () => {
    const { cases } = forgetful(1, async () => {
      throw gaveUp();
    });
    await expect(cases.open(uuid(1), opening)).rejects.toThrow(EngineAway);
  });

  it('is given how long its runs are', async () => {
    const started: unknown[] = [];
    const executeUpdateWithStart = async (
      _update: unknown,
      {
        args,
        startWorkflowOperation,
      }: { args: CommandRequest[]; startWorkflowOperation: { options: { args: unknown[] } } },
    ) => {
      started.push(...startWorkflowOperation.options.args);
      return { fingerprint: 'one', sequence: 1, state: { sequence: 1 }, sending: args[0]?.sending };
    };
    const connection = { withDeadline: (_until: number, call: () => unknown) => call() };
    const client = { connection, workflow: { executeUpdateWithStart } } as unknown as Client;
    const caseId = uuid(1);
    const by = actorOf(services.accountant);
    const request = { commandId: 'one', fingerprint: 'one', by, command: openCase(caseId) };
    await new CaseClient(client, { taskQueue: 'cases' }).open(caseId, request);
    expect(started).toEqual([{ caseId, limits: standardLimits }]);
  });
});
