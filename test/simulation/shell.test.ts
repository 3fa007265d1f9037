import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CaseCommand, CaseEvent } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import type { CaseInput, CommandRequest } from '#workflows';
import { actorOf, continuousPolicy, openCase, outsider, policyOfBefore, services, uuid } from '../support/builders.js';
import type { Activation, Command, Job } from './engines/execution.js';

jest.unstable_mockModule('@temporalio/workflow', () => import('./engines/workflow.js'));
const { Execution, workflowTime } = await import('./engines/execution.js');
const { caseWorkflow } = await import('../../workflows/case.workflow.js');
const { marksOf } = await import('../../workflows/published.js');
const { standardLimits } = await import('../../workflows/index.js');

const caseId = uuid(1);
const referralId = uuid(2);
const lead = actorOf(services.accountant);
const mediator = actorOf(services.mediator);
const begun = Date.parse('2026-09-01T08:00:00.000Z');
const pace = 60_000;

beforeEach(() => {
  const now = Date.now;
  jest.spyOn(Date, 'now').mockImplementation(() => workflowTime() ?? now());
});
afterEach(() => {
  jest.restoreAllMocks();
});

let count = 0;
function ask(by: Viewer, command: CaseCommand): CommandRequest {
  const commandId = `command-${++count}`;
  return { commandId, fingerprint: commandId, by, command };
}

/** A case that was opened and referred to the mediator; its publications are answered, except the one that is on its way. */
async function referred(limits: CaseInput['limits']) {
  const beginning = { input: { caseId, limits }, startedAt: begun, searchAttributes: new Map<string, unknown>() };
  const execution = new Execution(beginning, caseWorkflow);
  let publishing: Command | undefined;
  let timer = 0;
  /** Tells the workflow something and answers what it asks for. */
  const tell = async (
    jobs: readonly Job[],
    updates: readonly CommandRequest[] = [],
    more: Partial<Activation> = {},
  ) => {
    const { commands } = await execution.activate({
      now: begun,
      historyLength: 10,
      replaying: false,
      jobs,
      updates,
      ...more,
    });
    publishing = commands.find((one) => one.kind === 'schedule-activity') ?? publishing;
    timer = Number(commands.find((one) => one.kind === 'start-timer')?.id ?? timer);
    return commands;
  };
  /** The answer of the publication that is on its way. */
  const published = (): Job => {
    const { id, carried } = publishing ?? { id: 0, carried: { given: [] } };
    return { activity: Number(id), result: marksOf((carried as { given: readonly CaseEvent[] }).given) };
  };
  const fired = (): Job => ({ timer });
  await tell([], [ask(lead, openCase(caseId, { policy: policyOfBefore(continuousPolicy(pace)) }))]);
  const targets = [{ referralId, service: services.mediator }];
  await tell([published()], [ask(lead, { type: 'refer', mode: 'each', proposesLead: false, targets })]);
  return { tell, published, fired };
}

const kindsOf = (commands: readonly Command[]) => commands.map(({ kind }) => kind);

describe('an alarm that has fired in the task in which it is stopped', () => {
  /** Nobody is left to be waited for, and the alarm of the referral is still set. */
  async function declined() {
    const story = await referred(undefined);
    await story.tell([story.published()]);
    await story.tell([], [ask(mediator, { type: 'decline', referralId, reason: 'full', choice: 'capacity' })]);
    return story;
  }

  it('leaves a mark, so that the task is told by itself at replay', async () => {
    const { tell, published, fired } = await declined();
    expect(kindsOf(await tell([published(), fired()]))).toEqual(['patch', 'memo']);
  });

  it('is stopped by a command when it has not fired yet', async () => {
    const { tell, published } = await declined();
    expect(kindsOf(await tell([published()]))).toEqual(['cancel-timer']);
  });

  it('leaves none in a task that was recorded when it did not', async () => {
    const { tell, published, fired } = await declined();
    expect(kindsOf(await tell([published(), fired()], [], { replaying: true }))).toEqual([]);
  });
});

describe('a run that hands over in the task in which its alarm rings', () => {
  it('leaves what is due to the next run', async () => {
    const { tell, published, fired } = await referred({ commands: 200, historyEvents: 30 });
    await tell([published()]);
    // A refusal leaves no trace, but it is the moment at which the run notices how long it has become.
    const refused = ask(outsider, { type: 'add-note', noteId: uuid(3) });
    const commands = await tell([fired()], [refused], { now: begun + 10 * pace, historyLength: 40 });
    expect(kindsOf(commands)).toEqual(['continue-as-new']);
    expect(commands[0]?.carried).toMatchObject({ carried: { state: { sequence: 2 }, unpublished: [] } });
  });
});

describe('a run of a case that was opened before its limits came with it', () => {
  it('is as long as it was to be, and those after it as long as new ones', async () => {
    const { tell, published } = await referred(undefined);
    await tell([published()]);
    const refused = () => ask(outsider, { type: 'add-note', noteId: uuid(3) });
    expect(kindsOf(await tell([], [refused()], { historyLength: 999 }))).toEqual([]);
    const commands = await tell([], [refused()], { historyLength: 1000 });
    expect(kindsOf(commands)).toEqual(['continue-as-new']);
    expect(commands[0]?.carried).toMatchObject({ limits: standardLimits });
  });
});
