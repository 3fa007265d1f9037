import { setTimeout as delay } from 'node:timers/promises';
import { nextDeadline, type CaseState } from '#domain/case';
import { readPositions } from '#persistence/kernel';
import { countWaiting } from '#persistence/operations';
import { eventTopics, topicOf } from '#messaging';
import { caseWorkflowId, stateQuery } from '#workflows';
import type { Ground } from '../../ground.js';
import type { Ledger } from '../../load/ledger.js';
import { forAll, withEngines, type Engines } from './engines.js';
import { caseIdsIn } from './histories.js';
import { readLastSequences } from './stores.repository.js';

const pause = 50;
const atOnce = 10;
/** A clock that fires so soon would move things while they are compared. */
const quietFor = 120_000;

/**
 * Waits until the projections are level with the topic and the topic with Temporal, at most `patience` milliseconds.
 * @returns milliseconds until they were
 * @throws Error that says what was not level
 */
export async function drained(ground: Ground, ledger: Ledger | undefined, patience: number): Promise<number> {
  const begun = Date.now();
  let why = 'nothing was seen';
  let levelSince: number | undefined;
  for (;;) {
    try {
      const took = await withEngines(ground, async (engines) => {
        for (;;) {
          why = (await notLevel(engines, ledger)) ?? '';
          levelSince = why === '' ? (levelSince ?? Date.now()) : undefined;
          why = why === '' ? ((await notAtRest(engines)) ?? '') : why;
          if (why === '' && levelSince !== undefined) {
            return levelSince - begun;
          }
          await untilLater(begun, patience, why);
        }
      });
      return took;
    } catch (error) {
      if (error instanceof NotDrained) {
        throw error;
      }
      why = error instanceof Error ? error.message : String(error);
      levelSince = undefined;
      await untilLater(begun, patience, why);
    }
  }
}

class NotDrained extends Error {}

async function untilLater(begun: number, patience: number, why: string): Promise<void> {
  if (Date.now() > begun + patience) {
    throw new NotDrained(`not drained after ${patience} ms: ${why}`);
  }
  await delay(pause);
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
async function notAtRest({ ground, temporal, database }: Engines): Promise<string | undefined> {
  const caseIds = await caseIdsIn(temporal, ground.taskQueue, 'running');
  const last = await readLastSequences(database);
  const troubles = await forAll(caseIds, atOnce, async (caseId) => {
    const state: CaseState = await temporal.workflow.getHandle(caseWorkflowId(caseId)).query(stateQuery);
    const logged = last.get(caseId) ?? 0;
    if (logged !== state.sequence) {
      return `case ${caseId} is at ${state.sequence} and logged to ${logged}`;
    }
    const due = nextDeadline(state);
    return due !== null && Date.parse(due) < Date.now() + quietFor ? `case ${caseId} has a clock at ${due}` : undefined;
  });
  return troubles.find((one) => one !== undefined);
}
