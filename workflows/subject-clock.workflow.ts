import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { KnownDeadline } from '#domain/decider';
import { createAlarm } from './alarm.js';
import { deadlineSignal, type ClockActivities, type SubjectClockInput } from './subject-clock.js';

const { tickSubject } = proxyActivities<ClockActivities>({
  // Short, so that a killed worker holds up nothing for long; without end, because PostgreSQL comes back.
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/**
 * The clock of one subject whose truth is PostgreSQL: sleeps until its deadline, lets it tick, and ends when there is no deadline. It
 * knows no rule: what is due and when comes is what the activity answers, or whoever changed the subject tells.
 */
export async function subjectClockWorkflow(input: SubjectClockInput): Promise<void> {
  const { stream, id, longest = 1000 } = input;
  let { known } = input;
  let ticking = 0;
  let fault: unknown;
  // Nothing is marked where it is stopped while it rings: either another is set, or the run ends, or a tick is on its way whose answer
  // does the one or the other. What is told and what is answered lead to the same in either order.
  const alarm = createAlarm(ring, () => undefined);

  /** Told twice, or too late, it changes nothing. */
  function hear(told: KnownDeadline): void {
    if (told.sequence < known.sequence) {
      return;
    }
    const moved = told.due !== known.due;
    known = told;
    if (moved) {
      alarm.renew(known.due);
    }
  }

  function ring(): void {
    const asked = known;
    ticking++;
    // By the server's time and not by a worker's, which may be behind it: what the timer was set for has come.
    const at = new Date(Math.max(Date.now(), Date.parse(asked.due ?? ''))).toISOString();
    void tickSubject({ stream, id, at }).then(
      (next) => ticked(asked, next),
      (reason: unknown) => (fault ??= reason),
    );
  }

  /** Whatever the answer, the alarm is set afterwards, or there is no deadline. */
  function ticked(asked: KnownDeadline, next: KnownDeadline): void {
    ticking--;
    // An older state than was told meanwhile says nothing; one that is older without that is a database that was restored.
    if (next.sequence >= known.sequence || known === asked) {
      known = next;
      alarm.renew(known.due);
    } else {
      alarm.atLatest(known.due);
    }
  }

  function isOver(): boolean {
    return fault !== undefined || (ticking === 0 && (known.due === null || workflowInfo().historyLength >= longest));
  }

  alarm.renew(known.due);
  // Last, because what was told with the start is heard at this moment.
  setHandler(deadlineSignal, hear);
  while (!isOver()) {
    await condition(isOver);
  }
  if (fault !== undefined) {
    throw fault;
  }
  return known.due === null ? undefined : continueAsNew<typeof subjectClockWorkflow>({ ...input, known });
}
