import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { cubeNames, dimensionsOf, serviceCubeNames, type ExactDimension } from '#contracts/codes';
import { layout } from '../layout.js';
import { literal, withEngine } from './engine.js';
import type { WrittenFile } from './events.js';
import { settle, withScratch } from './workplace.js';

const cubes = [...cubeNames, ...serviceCubeNames];
const dimensions = [...new Set(cubes.flatMap((cube): readonly ExactDimension[] => dimensionsOf(cube)))];

/** The column of a dimension: `from` and `to` are words of SQL. */
export function measureColumnOf(dimension: ExactDimension): string {
  const renamed: Partial<Record<ExactDimension, string>> = { from: 'sender', to: 'profession', time: 'working_time' };
  return renamed[dimension] ?? dimension.replaceAll('-', '_');
}

/** Columns of the table of counts, in order: what is counted and when, the codes of its cube's dimensions and null for others, how often. */
export const measureColumns: readonly string[] = [
  'cube',
  'week',
  ...dimensions.map(measureColumnOf),
  'imported',
  'count',
];

/** Where the codes of a dimension stand in the cells of each cube that has it. */
function codeOf(dimension: ExactDimension): string {
  const places = cubes.flatMap((cube) => {
    const place = dimensionsOf(cube as 'service-sent').indexOf(dimension);
    return place === -1 ? [] : [`WHEN ${literal(cube)} THEN ${'abcd'.charAt(place)}`];
  });
  return `CASE cube ${places.join(' ')} END AS ${measureColumnOf(dimension)}`;
}

const shape = `{cube: 'VARCHAR', week: 'VARCHAR', a: 'VARCHAR', b: 'VARCHAR', c: 'VARCHAR', d: 'VARCHAR', imported: 'BOOLEAN', count: 'INTEGER'}`;

/** Writes counts as one Parquet file; `lines` holds lines of JSON, each a row of `measure_week`. */
export async function writeMeasures(folder: string, lines: string): Promise<WrittenFile> {
  return withScratch(folder, async (scratch) => {
    const source = path.join(scratch, 'measures.ndjson');
    await fs.writeFile(source, lines);
    return withEngine(scratch, async (connection) => {
      const fileId = randomUUID();
      const finished = path.join(scratch, `${fileId}.parquet`);
      const { rowsChanged } = await connection.run(
        `COPY (SELECT cube, week, ${dimensions.map(codeOf).join(', ')}, imported, count
                 FROM read_json(${literal(source)}, format = 'newline_delimited', columns = ${shape}) ORDER BY cube, week)
           TO ${literal(finished)} (FORMAT parquet, COMPRESSION zstd)`,
      );
      const part = { stream: 'measures', month: 'now' };
      const target = path.join(layout.month(part.stream, part.month), `${fileId}.parquet`);
      return { fileId, ...part, path: target, rows: rowsChanged, bytes: await settle(folder, finished, target) };
    });
  });
}
