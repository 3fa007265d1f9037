import type { CaseEvent } from '#contracts/case';
import { initialCase, type KnownCase } from '#domain/case';
import { ProjectionLoader } from '#persistence/case';
import {
  createDataSource,
  Database,
  makeNextProjection,
  stopProjection,
  takeOver,
  type EventLogRow,
  type ProjectionName,
  type Sql,
} from '#persistence/kernel';
import { addToMeasures } from '#persistence/monitoring';
import { MeasureSums } from '../../../apps/projector/src/projections/measure-sums.js';
import { measureChangesOf } from '../../../apps/projector/src/projections/measures.js';
import { randomFrom } from '../../../scripts/demo/random.js';
import { playCase } from '../events/playing.js';

const day = 86_400_000;
const batch = 5_000;
/** Some weeks before now, so that nothing lies in the future. */
const youngest = 120;
const days = 3 * 364;

/** How large a history is. */
export type History = { readonly events: number; readonly cases: number; readonly cells: number };

/** Puts three years of played cases into the projection, as a rebuild would have; their figures are history to the epochs. */
export async function fillHistory(databaseUrl: string, atLeast: number): Promise<History> {
  return withDatabase(databaseUrl, async (database) => {
    await makeNextProjection(database);
    const loader = await ProjectionLoader.open(database);
    const random = randomFrom(atLeast);
    const sums = new MeasureSums();
    let [events, cases, cells] = [0, 0, 0];
    try {
      let rows: EventLogRow[] = [];
      while (events + rows.length < atLeast) {
        const start = Date.now() - (youngest + Math.floor(random() * days)) * day;
        const { events: played, known } = playCase(random, start);
        const placed = events + rows.length;
        rows.push(...played.map((event, place) => rowOf(event, placed + place)));
        sums.add(countedIn(known()));
        cases++;
        if (rows.length >= batch || events + rows.length >= atLeast) {
          await loader.appendEvents(rows);
          events += rows.length;
          rows = [];
        }
      }
      await loader.keyEvents();
      await loader.keyCases();
      cells = await writeMeasures(loader.sql, 'projection_next', sums, true);
      await loader.analyse();
    } finally {
      await loader.close();
    }
    await database.transaction(async (sql) => {
      await stopProjection(sql);
      await takeOver(sql);
    });
    await database.query('VACUUM ANALYZE projection.measure_week, projection.event_log');
    return { events, cases, cells };
  });
}

/** Adds the figures of so many cases that were worked on lately: news to the epochs. */
export async function addCases(databaseUrl: string, cases: number): Promise<void> {
  await withDatabase(databaseUrl, async (database) => {
    const random = randomFrom(cases);
    const sums = new MeasureSums();
    for (let one = 0; one < cases; one++) {
      sums.add(countedIn(playCase(random, Date.now() - (youngest + Math.floor(random() * 90)) * day).known()));
    }
    await writeMeasures(database, 'projection', sums, false);
  });
}

async function withDatabase<Result>(url: string, work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = new Database(createDataSource(url, { connections: 2 }));
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}

/** Writes all that came together in pieces; answers how many cells. */
async function writeMeasures(sql: Sql, schema: ProjectionName, sums: MeasureSums, imported: boolean): Promise<number> {
  const all = sums.take().map((one) => ({ ...one, imported }));
  for (let from = 0; from < all.length; from += batch) {
    await addToMeasures(sql, schema, all.slice(from, from + batch));
  }
  return all.length;
}

const countedIn = (after: KnownCase) => measureChangesOf([{ before: initialCase, after }]);

function rowOf({ id, caseId, sequence, type, time, by, data }: CaseEvent, place: number): EventLogRow {
  return {
    stream: 'cases',
    subject: caseId,
    sequence,
    event_id: id,
    type,
    time,
    by,
    data,
    partition: 0,
    offset: String(place),
  };
}
