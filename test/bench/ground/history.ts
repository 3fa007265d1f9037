import type { CaseEvent } from '#contracts';
import {
  createDataSource,
  Database,
  makeNextProjection,
  ProjectionLoader,
  stopProjection,
  takeOver,
} from '#persistence';
import { addToMeasures, type EventLogRow, type MeasureChange } from '#persistence';
import { initialCase, type KnownCase } from '#domain';
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
    const cells = new Cells();
    let [events, cases] = [0, 0];
    try {
      let rows: EventLogRow[] = [];
      while (events + rows.length < atLeast) {
        const start = Date.now() - (youngest + Math.floor(random() * days)) * day;
        const { events: played, known } = playCase(random, start);
        const placed = events + rows.length;
        rows.push(...played.map((event, place) => rowOf(event, placed + place)));
        cells.count(known());
        cases++;
        if (rows.length >= batch || events + rows.length >= atLeast) {
          await loader.appendEvents(rows);
          events += rows.length;
          rows = [];
        }
      }
      await loader.keyEvents();
      await loader.keyCases();
      await cells.write(loader.sql, 'projection_next', true);
      await loader.analyse();
    } finally {
      await loader.close();
    }
    await database.transaction(async (sql) => {
      await stopProjection(sql);
      await takeOver(sql);
    });
    await database.query('VACUUM ANALYZE projection.measure_week, projection.event_log');
    return { events, cases, cells: cells.size };
  });
}

/** Adds the figures of so many cases that were worked on lately: news to the epochs. */
export async function addCases(databaseUrl: string, cases: number): Promise<void> {
  await withDatabase(databaseUrl, async (database) => {
    const random = randomFrom(cases);
    const cells = new Cells();
    for (let one = 0; one < cases; one++) {
      cells.count(playCase(random, Date.now() - (youngest + Math.floor(random() * 90)) * day).known());
    }
    await cells.write(database, 'projection', false);
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

/** Counts of cells, gathered over many cases. */
class Cells {
  private readonly counts = new Map<string, MeasureChange>();

  get size(): number {
    return this.counts.size;
  }

  count(after: KnownCase): void {
    for (const change of measureChangesOf([{ before: initialCase, after }])) {
      const { cube, week, a, b, c, d, count } = change;
      const id = [cube, week, a, b, c, d].join('|');
      this.counts.set(id, { ...change, count: count + (this.counts.get(id)?.count ?? 0) });
    }
  }

  async write(
    sql: Parameters<typeof addToMeasures>[0],
    schema: Parameters<typeof addToMeasures>[1],
    imported: boolean,
  ): Promise<void> {
    const all = [...this.counts.values()];
    for (let from = 0; from < all.length; from += batch) {
      const some = all.slice(from, from + batch);
      await addToMeasures(
        sql,
        schema,
        some.map((one) => ({ ...one, imported })),
      );
    }
  }
}

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
