import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { dimensionsOf, type ExactDimension } from '#contracts/monitoring/codes';
import { layout } from '../layout.js';
import { measureColumnOf, measuredCubes, measuredDimensions } from '../measure-columns.js';
import { textOf } from '../query/sql.js';
import { withEngine } from './engine.js';
import type { WrittenFile } from './events.js';
import { settle, withScratch } from './workplace.js';

/** Where the codes of a dimension stand in the cells of each cube that has it. */
function codeOf(dimension: ExactDimension): string {
  const places = measuredCubes.flatMap((cube) => {
    const place = dimensionsOf(cube as 'service-sent').indexOf(dimension);
    return place === -1 ? [] : [`WHEN ${textOf(cube)} THEN ${'abcd'.charAt(place)}`];
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
        `COPY (SELECT cube, week, ${measuredDimensions.map(codeOf).join(', ')}, imported, count
                 FROM read_json(${textOf(source)}, format = 'newline_delimited', columns = ${shape}) ORDER BY cube, week)
           TO ${textOf(finished)} (FORMAT parquet, COMPRESSION zstd)`,
      );
      const part = { stream: 'measures', month: 'now' };
      const target = path.join(layout.month(part.stream, part.month), `${fileId}.parquet`);
      return { fileId, ...part, path: target, rows: rowsChanged, bytes: await settle(folder, finished, target) };
    });
  });
}
