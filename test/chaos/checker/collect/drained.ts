import { setTimeout as delay } from 'node:timers/promises';
import { nextDeadline } from '#domain/case';
import { readPositions } from '#persistence/kernel';
import { countWaiting } from '#persistence/operations';
import { eventTopics, topicOf } from '#messaging';
import { lookAt } from '#temporal';
import { caseWorkflowId } from '#workflows';
import type { Ground } from '../../ground.js';
import type { Ledger } from '../../load/ledger.js';
import { forAll, withEngines, type Engines } from './engines.js';
import { caseIdsIn } from './histories.js';
import { readLastSequences } from './stores.repository.js';

const shortestPause = 50;
/** A look is work for those it looks at, who have other work to do: so many times what it took nobody looks again. */
const restPerLook = 4;
const longestRest = 5_000;
/** A look and its pause that take longer than this say more of the machine than of what is waited for. */
const countedAtMost = 1_000;
const atOnce = 10;
/** A clock that fires so soon would move things while they are compared. */
const quietFor = 120_000;

/**
 * Waits until the projections are level with the topic and the topic with Temporal, at most `patience` milliseconds,
 * of which each look counts for a second at most.
 * @returns milliseconds until they were
 * @throws Error that says what was not level
 */
export async function drained(ground: Ground, ledger: Ledger | undefined, patience: number): Promise<number> {
  const begun = Date.now();
  const pauses = pausesWithin(patience);
  let levelSince: number | undefined;
  for (;;) {
    try {
      const took = await withEngines(ground, async (engines) => {
        for (;;) {
          const why = await notLevel(engines, ledger);
          levelSince = why === undefined ? (levelSince ?? Date.now()) : undefined;
          const unrest = why === undefined ? await notAtRest(engines) : { why };
          if (unrest === undefined && levelSince !== undefined) {
            return levelSince - begun;
          }
          await pauses.next(unrest);
        }
      });
      return took;
    } catch (error) {
      if (error instanceof NotDrained) {
        throw error;
      }
      levelSince = undefined;
      await pauses.next({ why: error instanceof Error ? error.message : String(error) });
    }
  }
}

class NotDrained extends Error {}

/** Why nothing is compared yet, and until when it would be in vain to look again, milliseconds since 1970. */
type Unrest = { readonly why: string; readonly until?: number };

/** The pauses between looks; they end with an error when the patience does. */
function pausesWithin(patience: number) {
  let [left, from] = [patience, Date.now()];
  return {
    next: async ({ why, until = 0 }: Unrest = { why: 'nothing was seen' }) => {
      if (left < 0) {
        throw new NotDrained(`not drained after ${patience} ms: ${why}`);
      }
      const rest = Math.min((Date.now() - from) * restPerLook, longestRest);
      await delay(Math.max(shortestPause, rest, until - Date.now()));
      left -= Math.min(Date.now() - from, countedAtMost);
      from = Date.now();
    },
  };
}

/** What the projections lack of the topics and of what the ledger was told; undefined when nothing. */
async function notLevel({ ground, watch, database }: Engines, ledger: Ledger | undefined): Promise<string | undefined> {
  const { outbox } = await countWaiting(database);
  if (outbox > 0) {
    return `${outbox} events wait in the outbox`;
  }
  for (const topic of eventTopics.map((name) => topicOf(ground.prefix, name))) {
    const [ends, positions] = [await watch.endsOf(topic), await readPositions(database, 'projection', topic)];
    for (const [partition, { end }] of ends) {
      if ((positions.get(partition) ?? 0n) < end) {
        return `${topic}/${partition} is applied to ${positions.get(partition) ?? 0n} of ${end}`;
      }
    }
  }
  const last = ledger === undefined ? new Map<string, number>() : await readLastSequences(database);
  const told = (ledger?.asked ?? []).flatMap((asked) => asked.tries.map((one) => one.told));
  const missing = told.find((one) => one.outcome === 'accepted' && (last.get(one.caseId) ?? 0) < one.sequence);
  return missing?.outcome === 'accepted' ? `${missing.caseId}:${missing.sequence} is not logged` : undefined;
}

/** What the event log lacks of the workflows, and clocks about to fire; undefined when nothing. */
async function notAtRest({ ground, temporal, database }: Engines): Promise<Unrest | undefined> {
  const caseIds = await caseIdsIn(temporal, ground.taskQueue, 'running');
  const last = await readLastSequences(database);
  const found = await forAll(caseIds, atOnce, async (caseId): Promise<Unrest | undefined> => {
    const state = await lookAt(temporal.workflow.getHandle(caseWorkflowId(caseId)));
    const logged = last.get(caseId) ?? 0;
    if (logged !== state.sequence) {
      return { why: `case ${caseId} is at ${state.sequence} and logged to ${logged}` };
    }
    const due = nextDeadline(state);
    return due !== null && Date.parse(due) < Date.now() + quietFor
      ? { why: `case ${caseId} has a clock at ${due}`, until: Date.parse(due) }
      : undefined;
  });
  const troubles = found.flatMap((one) => one ?? []);
  const latest = Math.max(0, ...troubles.map((one) => one.until ?? 0));
  return troubles[0] && { why: troubles[0].why, until: latest };
}
