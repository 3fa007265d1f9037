import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { standardPolicy } from '#contracts/case';
import type { EpochView } from '#contracts/monitoring';
import { closingAt, nextClosing, weekRunning } from '#domain/calendar';
import { CaseRefused, EpochClient } from '#temporal';
import {
  closeNowUpdate,
  epochsWorkflowId,
  epochsWorkflowType,
  type ClosingRequest,
  type EpochActivities,
  type EpochsInput,
} from '#workflows';
import { playing, timedStage, type TimedStage } from './stage.js';

const { calendar } = standardPolicy;
const by = { kind: 'clock' } as const;
const days = 86_400_000;

let stage: TimedStage;
beforeAll(async () => {
  stage = await timedStage();
});
afterAll(async () => stage.close());

/** Closes nothing, and remembers what it was asked. */
function recorded(answer: (request: ClosingRequest) => Promise<void> = async () => undefined) {
  const requests: ClosingRequest[] = [];
  const activities: EpochActivities = {
    closeEpoch: async (request) => {
      requests.push(request);
      await answer(request);
      return viewOf(request);
    },
  };
  return { requests, activities };
}

function viewOf({ closingId: epochId, week, at: publishedAt }: ClosingRequest): EpochView {
  return { epochId, number: 1, kind: 'week', week, publishedAt, previousHash: '', hash: '' };
}

type Scene = { readonly epochs: EpochClient; readonly taskQueue: string };

/** Runs a play with the workflow of epochs; it is ended afterwards, because time would not pass while one waits for a worker. */
async function playEpochs(
  activities: EpochActivities,
  play: (scene: Scene) => Promise<void>,
  input: Partial<EpochsInput> = {},
): Promise<void> {
  await playing(
    stage,
    async ({ taskQueue }) => {
      await stage.client.workflow.start(epochsWorkflowType, {
        workflowId: epochsWorkflowId(taskQueue),
        taskQueue,
        args: [{ everyMinutes: null, calendar, ...input }],
      });
      try {
        await play({ epochs: new EpochClient(stage.client, taskQueue), taskQueue });
      } finally {
        await stage.client.workflow.getHandle(epochsWorkflowId(taskQueue)).terminate();
      }
    },
    { epochs: activities },
  );
}

const weekOver = (at: string) => closingAt(at, { due: at, everyMinutes: null, calendar }).week;
const now = async () => (await stage.now()).toISOString();
const later = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString();

async function refusalOf(asked: Promise<unknown>): Promise<string | undefined> {
  return asked.then(
    () => undefined,
    (error: unknown) => (error instanceof CaseRefused ? error.refusal.code : String(error)),
  );
}

describe('the workflow of epochs', () => {
  it('closes every week after its end, one run after the other', async () => {
    const { requests, activities } = recorded();
    await playEpochs(activities, async () => {
      const first = nextClosing(await now(), null, calendar);
      const closings = [first, nextClosing(first, null, calendar), nextClosing(later(first, 8 * days), null, calendar)];
      for (const at of closings) {
        await stage.waitUntil(later(at, -60_000));
        const before = requests.length;
        await stage.waitUntil(later(at, 60_000));
        expect(requests.slice(before)).toEqual([{ closingId: weekOver(at), week: weekOver(at), early: false, at, by }]);
      }
    });
  });

  it('closes at full minutes where that is the policy', async () => {
    const { requests, activities } = recorded();
    await playEpochs(
      activities,
      async () => {
        const first = nextClosing(await now(), 30, calendar);
        await stage.waitUntil(later(first, 31 * 60_000));
        const at = [first, later(first, 30 * 60_000)];
        expect(requests.map((one) => [one.closingId, one.at, one.early])).toEqual(at.map((one) => [one, one, true]));
      },
      { everyMinutes: 30 },
    );
  });

  it('tries again until an epoch can be closed', async () => {
    let failures = 3;
    const { requests, activities } = recorded(async () => {
      if (failures-- > 0) {
        throw new Error('the projection is behind');
      }
    });
    await playEpochs(activities, async () => {
      const at = nextClosing(await now(), null, calendar);
      await stage.waitUntil(later(at, 3_600_000));
      expect(requests.map(({ week }) => week)).toEqual(Array.from({ length: 4 }, () => weekOver(at)));
    });
  });
});

describe('closing before the time', () => {
  it('answers what was published, the same question once', async () => {
    const { requests, activities } = recorded();
    await playEpochs(activities, async ({ epochs }) => {
      const closed = await epochs.closeNow({ closingId: 'plenary', by });
      expect(await epochs.closeNow({ closingId: 'plenary', by })).toEqual(closed);
      const [request, ...more] = requests;
      expect(more).toEqual([]);
      expect(request).toMatchObject({ closingId: 'plenary', week: weekRunning(await now(), calendar), early: true });
      expect(request?.at).toMatch(/:00\.000Z$/);
    });
  });

  it('is refused while an epoch is being closed, and the next one still comes', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { requests, activities } = recorded(() => held);
    await playEpochs(activities, async ({ epochs, taskQueue }) => {
      const first = epochs.closeNow({ closingId: 'one', by });
      await stage.client.workflow
        .getHandle(epochsWorkflowId(taskQueue))
        .startUpdate(closeNowUpdate, { args: [{ closingId: 'one', by }], updateId: 'one', waitForStage: 'ACCEPTED' });
      expect(await refusalOf(epochs.closeNow({ closingId: 'two', by }))).toBe('closing-under-way');
      release();
      expect((await first).epochId).toBe('one');
      expect((await epochs.closeNow({ closingId: 'three', by })).epochId).toBe('three');
      expect(requests.map(({ closingId }) => closingId)).toEqual(['one', 'three']);
    });
  });

  it('is refused after seven times, until the week is over', async () => {
    const { activities } = recorded();
    await playEpochs(activities, async ({ epochs }) => {
      for (let time = 1; time <= 7; time += 1) {
        await epochs.closeNow({ closingId: `time ${time}`, by });
      }
      expect(await refusalOf(epochs.closeNow({ closingId: 'too often', by }))).toBe('closings-spent');
      await stage.waitUntil(later(nextClosing(await now(), null, calendar), 60_000));
      expect((await epochs.closeNow({ closingId: 'new week', by })).epochId).toBe('new week');
    });
  });
});
