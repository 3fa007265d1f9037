import { ServiceError, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
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
