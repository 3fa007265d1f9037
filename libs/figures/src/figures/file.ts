import { csvLine, csvMannerOf, type Language } from '#contracts/kernel/codes';
import type { Spans } from '../model/spans.js';
import type { Picture } from './figure.js';

/** A figure as a file: the lines of its table, no more and no less, under a name that says which weeks they are about. */
export type FigureFile = {
  readonly name: string;
  readonly lines: readonly (readonly (string | number)[])[];
};

/** The numbers that a figure shows, for a file. */
export function fileOf({ id, table }: Pick<Picture, 'id' | 'table'>, { period, isPartial, reach }: Spans): FigureFile {
  const weeks = isPartial ? `${period.from}-until-${reach}` : `${period.from}-${period.to}`;
  return {
    name: `relais-${id}-${weeks}`,
    lines: [table.columns, ...table.lines.map(({ name, cells }) => [name, ...cells])],
  };
}

/** A file as the spreadsheets of people who read a language expect it. */
export function csvOfFile({ lines }: FigureFile, language: Language): string {
  const manner = csvMannerOf(language);
  return manner.mark + lines.map((line) => `${csvLine(line, manner)}\r\n`).join('');
}
