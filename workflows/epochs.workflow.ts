import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import type { Instant } from '#contracts/kernel';
import type { EpochView } from '#contracts/monitoring';
import { closingAt, nextClosing, weekRunning } from '#domain/calendar';
import {
  closeNowUpdate,
  type CloseNow,
  type ClosingRequest,
  type EpochActivities,
  type EpochsInput,
} from './epochs.js';
import { refused } from './refused.js';

/** Each early closing is rounded by itself: many would make the figures of a week worthless. */
const mostEarly = 7;

const minute = 60_000;

const { closeEpoch } = proxyActivities<EpochActivities>({
  startToCloseTimeout: '2 minutes',
  // Without end: an epoch that cannot be closed yet stays open and is closed later.
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Closes one epoch after the other, each run at its time; a coordinator may have it done earlier. */
export async function epochsWorkflow(input: EpochsInput): Promise<void> {
  const { everyMinutes, calendar } = input;
  let underWay = 0;
  let early = 0;

  async function close(request: ClosingRequest): Promise<EpochView> {
    underWay++;
    try {
      return await closeEpoch(request);
    } finally {
      underWay--;
    }
  }

  function validate(_request: CloseNow): void {
    if (underWay > 0) {
      throw refused({ code: 'closing-under-way' });
    }
    if (early >= mostEarly) {
      throw refused({ code: 'closings-spent', params: { count: mostEarly } });
    }
  }

  function closeNow({ closingId, by }: CloseNow): Promise<EpochView> {
    early++;
    const at = instant(Date.now());
    return close({ closingId, week: weekRunning(at, calendar), early: true, at, by });
  }

  setHandler(closeNowUpdate, closeNow, { validator: validate });

  const due = nextClosing(instant(Date.now()), everyMinutes, calendar);
  await sleep(Math.max(1, Date.parse(due) - Date.now()));
  // Later than due when no worker was there.
  const at = instant(Math.max(Date.now(), Date.parse(due)));
  await close({ ...closingAt(at, { due, everyMinutes, calendar }), at, by: { kind: 'clock' } });
  while (!allHandlersFinished()) {
    await condition(allHandlersFinished);
  }
  return continueAsNew<typeof epochsWorkflow>(input);
}

/** To the minute: what is published tells nothing finer. */
function instant(milliseconds: number): Instant {
  return new Date(Math.floor(milliseconds / minute) * minute).toISOString();
}
