import { setTimeout as sleep } from 'node:timers/promises';
import { CaseList, ImportBatch } from '#contracts/case';
import { Service } from '#contracts/directory';
import { EpochList, EpochView } from '#contracts/monitoring';
import { OperationsView } from '#contracts/operations';
import { directory } from './directory.js';
import { csvOf, historyRows } from './history.js';
import type { People } from './people.js';
import type { Answer } from './relais-client.js';

const coordinator = 'sofie-hub';
const openStatuses = ['awaiting-lead', 'seeking-help', 'in-help', 'in-dispatch'] as const;

/** Imports the three years of history, unless they are there already; tells what happened in one line. */
export async function importHistory(people: People, today: string, seed: number): Promise<string> {
  const rows = historyRows(today, seed);
  const answer = await people.get(coordinator).postCsv('/api/v1/imports', csvOf(rows), ImportBatch);
  if (answer.ok) {
    return `history: ${answer.body.rows} closed cases imported`;
  }
  const [first] = answer.problem?.errors ?? [];
  return isThereAlready(answer)
    ? 'history: not imported again'
    : `history: refused (${answer.code}) ${first === undefined ? '' : `${first.path}: ${first.message}`}`;
}

/** The same file, or another month's file that tells of the same references. */
function isThereAlready(answer: Extract<Answer<unknown>, { ok: false }>): boolean {
  const errors = answer.problem?.errors ?? [];
  return (
    answer.code === 'import-repeated' ||
    (answer.code === 'import-refused' && errors.length > 0 && errors.every((one) => one.path.endsWith('.reference')))
  );
}

/** The processes tell every 5 s how far they are; two looks in a row at this distance cannot both be out of date. */
const betweenLooksMs = 6_000;
/** Records behind which the simulated actors are at any moment. */
const ordinaryLag = 20;

/** Publishes the first figures once the imported history is counted, unless there are some; reports the outcome in one line. */
export async function publishFirst(people: People, signal: AbortSignal): Promise<string | undefined> {
  const client = people.get(coordinator);
  const published = await client.get('/api/v1/monitoring/published/epochs?limit=1', EpochList);
  if (!published.ok || published.body.epochs.length > 0) {
    return undefined;
  }
  for (let level = 0; level < 2;) {
    await sleep(betweenLooksMs, undefined, { signal });
    const look = await client.get('/api/v1/operations', OperationsView);
    level = look.ok && isLevel(look.body) ? level + 1 : 0;
  }
  const closed = await client.post('/api/v1/monitoring/epochs', {}, EpochView);
  return closed.ok ? `figures: ${closed.body.epochId} published` : `figures: not published (${closed.code})`;
}

function isLevel({ outboxWaiting, offsets }: OperationsView): boolean {
  return outboxWaiting === 0 && offsets.every(({ lag }) => lag !== null && lag <= ordinaryLag);
}

/** Confirms again, as their actors, the capacities that have become too old to show; tells how many. */
export async function confirmCapacities(people: People): Promise<string | undefined> {
  const answer = await people.get(coordinator).get('/api/v1/directory/services', Service.array());
  const stale = answer.ok ? answer.body.filter((one) => one.demonstration && one.capacity === 'unknown') : [];
  let confirmed = 0;
  for (const { serviceId } of stale) {
    const capacity = directory.services.find((one) => one.serviceId === serviceId)?.capacity ?? 'unknown';
    const owner = people.actingFor(serviceId);
    if (owner !== undefined && capacity !== 'unknown') {
      const put = await owner.put(`/api/v1/directory/services/${serviceId}/capacity`, { capacity }, Service);
      confirmed += put.ok ? 1 : 0;
    }
  }
  return confirmed === 0 ? undefined : `directory: ${confirmed} capacities confirmed`;
}

/** How many cases are open on the whole platform. */
export async function countOpenCases(people: People): Promise<number> {
  const answers = await Promise.all(
    openStatuses.map((status) => people.get(coordinator).get(`/api/v1/cases?status=${status}&limit=1`, CaseList)),
  );
  return answers.reduce((sum, answer) => sum + (answer.ok ? answer.body.total : 0), 0);
}
