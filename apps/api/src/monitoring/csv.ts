import { csvLine, plainCsv, type CsvManner } from '#contracts/kernel/codes';
import type { CubeAnswer, CubeQuery } from '#contracts/monitoring';
import { workbookOf, type WorkbookColumn } from '#tables';

type Asked = Pick<CubeQuery, 'where' | 'from' | 'to'>;
type Cell = string | number | null;

/** What every line says of the whole file, so that it can be read without the address that it came from. */
const ofFile: readonly WorkbookColumn[] = [
  { name: 'cube', holds: 'text' },
  { name: 'from', holds: 'text' },
  { name: 'to', holds: 'text' },
  { name: 'where', holds: 'text' },
  { name: 'base', holds: 'number' },
  { name: 'epoch', holds: 'number' },
  { name: 'hash', holds: 'text' },
];

function cellsOfFile({ cube, standing }: CubeAnswer, { where = [], from, to }: Asked): Cell[] {
  const { first, last, base, epoch, hash } = standing;
  const begin = from !== undefined && first !== null && from > first ? from : first;
  const end = to !== undefined && last !== null && to < last ? to : last;
  return [cube, begin, end, [where].flat().join(' '), base, epoch, hash];
}

const columnsOf = ({ by }: CubeAnswer): WorkbookColumn[] => [
  { name: 'period', holds: 'text' },
  ...by.map((name): WorkbookColumn => ({ name, holds: 'text' })),
  { name: 'count', holds: 'number' },
  ...ofFile,
];

/** One line per period and combination of codes, codes as in the contract; each repeats what was asked, how it is rounded and the epoch. */
function linesOf(answer: CubeAnswer, asked: Asked): Cell[][] {
  const told = cellsOfFile(answer, asked);
  return answer.rows.flatMap(({ codes, counts }) =>
    answer.periods.map((period, place) => [period, ...codes, counts[place] ?? 0, ...told]),
  );
}

/** An answer as CSV. */
export function csvOf(answer: CubeAnswer, asked: Asked, manner: CsvManner = plainCsv): string {
  const head = columnsOf(answer).map(({ name }) => name);
  const lines = [head, ...linesOf(answer, asked)].map((line) => `${csvLine(line, manner)}\r\n`);
  return `${manner.mark}${lines.join('')}`;
}

/** The same as a workbook. */
export function workbookOfAnswer(answer: CubeAnswer, asked: Asked): ReadableStream<Uint8Array> {
  return workbookOf(columnsOf(answer), linesOf(answer, asked));
}
