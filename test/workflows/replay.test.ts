import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultPayloadConverter } from '@temporalio/common';
import { historyFromJSON, type History, type Payload } from '@temporalio/common/lib/proto-utils.js';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseEventType } from '#contracts/case';
import { EncryptingCodec } from '#temporal';
import { bundleWorkflows } from '../../workflows/bundle.js';
import { recordClock } from '../histories/record-clock.js';
import { recordEpochs } from '../histories/record-epochs.js';
import { historyFolder, recordHistories } from '../histories/record.js';
import { testConverter, testKeys } from './stage.js';

const codec = new EncryptingCodec(testKeys);

let workflowBundle: WorkflowBundle;
beforeAll(async () => {
  if (process.env['RECORD_HISTORIES'] === '1') {
    await recordHistories();
  }
  if (process.env['RECORD_HISTORIES'] === 'epochs') {
    await recordEpochs();
  }
  if (process.env['RECORD_HISTORIES'] === 'clock') {
    await recordClock();
  }
  workflowBundle = await bundleWorkflows(console.error);
});

const remedy =
  'Cases that run now are decided again like this and would stop. What an event tells more comes with its command, what a clock ' +
  'needs more with the policy of the case, both optional: those of before lack it and lead to what they led to. Another rule is ' +
  'asked for with patched() in workflows/case.workflow.ts. Never record these histories anew.';

const names = [
  'clocks',
  'consent-withdrawn-to-the-end',
  'dispatch-and-follow-ups',
  'epochs',
  'handed-over',
  'lead-and-recall',
  'referrals-to-a-closed-case',
  'subject-clock',
];

/** Ids of the workflows that are no cases. */
const otherIds: Readonly<Record<string, string>> = {
  epochs: 'monitoring-epochs',
  'subject-clock': 'subject-clock-directory-bemediation-mediation',
};

function saved(name: string): History {
  return historyFromJSON(JSON.parse(readFileSync(path.join(historyFolder, `${name}.json`), 'utf8')));
}

/** Replays a history; answers why it was refused, undefined when it was taken. */
async function replay(name: string, history: History): Promise<string | undefined> {
  const results = Worker.runReplayHistories({ workflowBundle, dataConverter: testConverter }, [
    { workflowId: otherIds[name] ?? `case-${name}`, history },
  ]);
  for await (const { error } of results) {
    return error?.message;
  }
  throw new Error('nothing was replayed');
}

/** Opens, changes and encrypts again the only payload of a list. */
async function change<Value>(payloads: Payload[] | null | undefined, how: (value: Value) => Value): Promise<Payload[]> {
  const [opened] = await codec.decode(payloads ?? []);
  const value = defaultPayloadConverter.fromPayload<Value>(opened ?? {});
  return codec.encode([defaultPayloadConverter.toPayload(how(value))]);
}

describe('saved histories', () => {
  it('are all replayed here', () => {
    expect(readdirSync(historyFolder).filter((file) => file.endsWith('.json'))).toEqual(
      names.map((name) => `${name}.json`),
    );
  });

  it.each(names)('%s: today’s rules lead to what happened then', async (name) => {
    const why = await replay(name, saved(name));
    expect(why === undefined ? '' : `${why}\n${remedy}`).toBe('');
  });

  it('are refused when something else was published than the rules lead to', async () => {
    const history = saved('referrals-to-a-closed-case');
    const type: CaseEventType = 'relais.referral.accepted.v1';
    let changed = 0;
    for (const { activityTaskCompletedEventAttributes: completed } of history.events ?? []) {
      if (completed?.result) {
        completed.result.payloads = await change<string[]>(completed.result.payloads, (marks) =>
          marks.map((mark) => {
            changed += mark.includes(type) ? 1 : 0;
            return mark.includes(type) ? `${mark}0` : mark;
          }),
        );
      }
    }
    expect(changed).toBe(1);
    expect(await replay('broken', history)).toMatch(/published .*relais\.referral\.accepted\.v1.* was queued/);
  });

  it('are refused when a command means something else than it did', async () => {
    const history = saved('referrals-to-a-closed-case');
    let changed = 0;
    for (const { workflowExecutionUpdateAcceptedEventAttributes: accepted } of history.events ?? []) {
      const args = accepted?.acceptedRequest?.input?.args;
      if (args) {
        args.payloads = await change<{ command: { type: string; reason?: string } }>(args.payloads, (request) => {
          if (request.command.type !== 'decline') {
            return request;
          }
          changed++;
          return { ...request, command: { ...request.command, reason: 'not-our-work' } };
        });
      }
    }
    expect(changed).toBe(1);
    expect(await replay('broken', history)).toMatch(/published .*relais\.referral\.declined\.v1.* was queued/);
  });

  it('are refused when an epoch is not closed where one was', async () => {
    const history = saved('epochs');
    const scheduled = (history.events ?? []).filter((event) => event.activityTaskScheduledEventAttributes);
    expect(scheduled.length).toBe(3);
    for (const { activityTaskScheduledEventAttributes: attributes } of scheduled.slice(-1)) {
      if (attributes?.activityType) {
        attributes.activityType.name = 'openEpoch';
      }
    }
    expect(await replay('epochs', history)).toMatch(/[Nn]ondeterminism/);
  });

  it('are refused when a clock was told of another deadline than it slept for', async () => {
    const history = saved('subject-clock');
    let changed = 0;
    for (const { activityTaskCompletedEventAttributes: completed } of history.events ?? []) {
      if (completed?.result) {
        completed.result.payloads = await change<{ due: string | null }>(completed.result.payloads, (next) => {
          changed += next.due === null ? 0 : 1;
          return { ...next, due: null };
        });
      }
    }
    expect(changed).toBe(1);
    expect(await replay('subject-clock', history)).toMatch(/[Nn]ondeterminism/);
  });
});
