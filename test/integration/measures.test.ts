import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cubeNames, dimensionsOf, type CubeName } from '#contracts/monitoring/codes';
import { createDataSource, Database } from '#persistence/kernel';
import { addToMeasures, MeasureRepository, type MeasureChange } from '#persistence/monitoring';
import { randomFrom } from '../../scripts/demo/random.js';
import { createTestDatabase } from '../support/database.js';
import { scattered, type Measured } from '../support/measured.js';

const weeks = ['2026-W09', '2026-W10'];

let database: Database;
let drop: () => Promise<void>;
let cells: Measured[];

beforeAll(async () => {
  const made = await createTestDatabase();
  drop = made.drop;
  database = new Database(createDataSource(made.url, { connections: 1 }));
  const random = randomFrom(5);
  const imported = [false, true];
  cells = weeks.flatMap((week) =>
    imported.flatMap((one) => cubeNames.flatMap((cube) => scattered(cube, week, 60, random, one))),
  );
  await addToMeasures(database, 'projection', changesOf(cells, 1));
});
afterAll(async () => {
  await database?.stop();
  await drop?.();
});

function changesOf(measured: readonly Measured[], times: number): MeasureChange[] {
  const changes = new Map<string, MeasureChange>();
  for (const { cube, week, codes, count, imported = false } of measured) {
    const [a = '', b = '', c = '', d = ''] = codes;
    const id = [cube, week, ...codes, imported].join('|');
    const sum = (changes.get(id)?.count ?? 0) + count * times;
    changes.set(id, { cube, week, a, b, c, d, imported, count: sum });
  }
  return [...changes.values()];
}

/** No dimension, one, or two. */
function subsetsOf(cube: CubeName): number[][] {
  const places = dimensionsOf(cube).map((_, place) => place);
  const pairs = places.flatMap((one) => places.filter((other) => other > one).map((other) => [one, other]));
  return [[], ...places.map((one) => [one]), ...pairs];
}

/** The sums as they come from the cells, one after the other. */
function sumsOf(cube: CubeName, by: readonly number[], limit?: { place: number; code: string }): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { week, codes, count } of cells.filter((one) => one.cube === cube)) {
    if (limit === undefined || codes[limit.place] === limit.code) {
      const id = [week, ...by.map((place) => codes[place])].join('|');
      sums.set(id, (sums.get(id) ?? 0) + count);
    }
  }
  return sums;
}

it.each(cubeNames)('answers every question about %s as its cells do', async (cube) => {
  const measures = new MeasureRepository(database);
  const limits = dimensionsOf(cube).flatMap((_, place) => {
    const code = cells.find((one) => one.cube === cube)?.codes[place];
    return code === undefined ? [] : [{ place, code }];
  });
  for (const by of subsetsOf(cube)) {
    for (const limit of [undefined, ...limits]) {
      const where = limit === undefined ? [] : [{ place: limit.place, codes: [limit.code] }];
      const { rows, first, last } = await measures.measure({ cube, by, where });
      const found = new Map(rows.map(({ week, codes, count }) => [[week, ...codes].join('|'), count]));
      expect([by, limit, found]).toEqual([by, limit, sumsOf(cube, by, limit)]);
      expect([first, last]).toEqual(weeks);
    }
  }
});

it('keeps no sum of what is gone', async () => {
  await addToMeasures(database, 'projection', changesOf(cells, -1));
  expect(await database.query('SELECT * FROM projection.measure_week')).toEqual([]);
});
