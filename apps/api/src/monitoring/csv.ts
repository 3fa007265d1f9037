import { csvLine, plainCsv, type CsvManner } from '#contracts/kernel/codes';
import type { CubeAnswer } from '#contracts/monitoring';
import { workbookOf } from '#tables';

/** One line per period and combination of codes, codes as in the contract. */
function linesOf({ periods, rows }: CubeAnswer): (string | number)[][] {
  return rows.flatMap(({ codes, counts }) => periods.map((period, place) => [period, ...codes, counts[place] ?? 0]));
}

const headOf = ({ by }: CubeAnswer) => ['period', ...by, 'count'];

/** An answer as CSV. */
export function csvOf(answer: CubeAnswer, manner: CsvManner = plainCsv): string {
  const lines = [headOf(answer), ...linesOf(answer)].map((line) => `${csvLine(line, manner)}\r\n`);
  return `${manner.mark}${lines.join('')}`;
}

/** The same as a workbook. */
export function workbookOfAnswer(answer: CubeAnswer): ReadableStream<Uint8Array> {
  const columns = headOf(answer).map((name) => ({ name, holds: name === 'count' ? 'number' : 'text' }) as const);
  return workbookOf(columns, linesOf(answer));
}
