import { setTimeout as delay } from 'node:timers/promises';
import { UntoldNoteRepository } from '#persistence/case';
import { CaseClient } from '#temporal';
import { sealedPositions } from '../../../../apps/api/src/kernel/live/positions.js';
import { sweepNotes } from '../../../../apps/worker/src/notes/note-sweep.js';
import { contentOf } from '../../../support/projection.js';
import { until } from '../../../support/wait.js';
import type { Ground } from '../../ground.js';
import { outcomeOf, type Ledger } from '../../load/ledger.js';
import { compareStreams } from '../compare/streams.js';
import type { Content, Evidence, Expected } from '../evidence.js';
import { withEngines, type Engines } from './engines.js';
import { collectHistories } from './histories.js';
import { rebuildProjections } from './rebuild.js';
import { collectRecords } from './records.js';
import { ageNotes, readFeed, readLetters, readLog, readNotes, readOutbox } from './stores.repository.js';

/** What is collected: `rebuild` says whether the projections are also built anew, which they are unless said otherwise. */
export type Collecting = {
  readonly streams?: Ledger['streams'];
  readonly expected?: Expected;
  readonly rebuild?: boolean;
};

/** Of which each look counts for 50 at most: about a minute, and more on a machine that is busy. */
const patienceWithStreams = 10_000;
const pauseBetweenLooks = 250;

/** Asks every store what it holds; to be called when all is drained. */
export async function collectEvidence(
  ground: Ground,
  ledger: Ledger,
  { streams = ledger.streams, expected = {}, rebuild = true }: Collecting = {},
): Promise<Evidence> {
  return withEngines(ground, async (engines) => {
    const stored = { ...(await collectStores(engines, ledger)), expected };
    // A stream may be about to come back, and the last messages may be on their way.
    const readable = () => streams.map((stream) => opened(stream, ground));
    const told = async () => {
      const lacking = compareStreams({ ...stored, streams: readable() }).some((one) => one.kind === 'lost');
      await delay(lacking ? pauseBetweenLooks : 0);
      return !lacking;
    };
    await until(told, 'the streams have told everything', patienceWithStreams).catch(() => undefined);
    const seen = readable();
    if (!rebuild) {
      return { ...stored, streams: seen };
    }
    await rebuildProjections(ground);
    return { ...stored, streams: seen, rebuilt: await readContent(engines) };
  });
}

/** The stream as it is now, with ids as `generation-position`. */
function opened({ personId, connections }: Evidence['streams'][number], { notesKey }: Ground) {
  const positions = sealedPositions(Buffer.from(notesKey, 'base64'));
  const idOf = (sealed: string) => {
    const position = positions.open(sealed);
    return position === undefined ? sealed : `${position.generation}-${position.position}`;
  };
  return {
    personId,
    connections: connections.map((one) => ({
      ...one,
      firstId: idOf(one.firstId),
      received: one.received.map((message) => ({ ...message, id: idOf(message.id) })),
    })),
  };
}

async function collectStores(engines: Engines, { asked, capacities, readings, begunAt }: Ledger) {
  const { database } = engines;
  const told = asked.filter((one) => outcomeOf(one) === 'accepted').map((one) => one.caseId);
  const [histories, records] = await Promise.all([collectHistories(engines, told), collectRecords(engines)]);
  return {
    asked,
    capacities,
    readings,
    begunAt,
    histories,
    records,
    streams: [],
    outbox: await readOutbox(database),
    log: await readLog(database),
    feed: await readFeed(database),
    notes: await notesAfterSweep(engines),
    letters: await readLetters(database),
    content: await readContent(engines),
  };
}

/** What an API that was killed has left of commands that never happened is swept away within hours; here at once, as a worker does it. */
async function notesAfterSweep({ ground, database, temporal }: Engines) {
  await ageNotes(database);
  const client = new CaseClient(temporal, ground);
  await sweepNotes(new UntoldNoteRepository(database), client, new AbortController().signal);
  return readNotes(database);
}

async function readContent({ database }: Engines): Promise<Content> {
  return (await contentOf(database)) as Record<string, Content[string]>;
}
