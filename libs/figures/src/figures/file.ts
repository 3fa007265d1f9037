import { csvLine, csvMannerOf, type Language } from '#contracts/kernel/codes';
import { narrowedTo, narrowings } from '../model/filters.js';
import { spanWords } from '../words.js';
import type { Figure, Scene } from './figure.js';

type Column = { readonly name: string; readonly holds: 'text' | 'number' };

/** A figure as a file: its table, and in every line what the file is about, under a name that says which weeks that are. */
export type FigureFile = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly lines: readonly (readonly (string | number | null)[])[];
};

/** The numbers that a figure shows, for a file that says by itself what they are. */
export function fileOf(figure: Figure, scene: Scene): FigureFile {
  const { id, table } = figure;
  const { period, isPartial, reach } = scene.spans;
  const weeks = isPartial ? `${period.from}-until-${reach}` : `${period.from}-${period.to}`;
  const [first = '', ...others] = table.columns;
  const told = aboutOf(figure, scene);
  return {
    name: `relais-${id}-${weeks}`,
    columns: [
      { name: first, holds: 'text' },
      ...others.map((name): Column => ({ name, holds: 'number' })),
      ...told.map(({ name, value }): Column => ({
        name,
        holds: typeof value === 'string' ? 'text' : 'number',
      })),
    ],
    lines: table.lines.map(({ name, cells }) => [name, ...cells, ...told.map(({ value }) => value)]),
  };
}

type About = { readonly name: string; readonly value: string | number | null };

/** Which figure it is, of which weeks, which filters it hears, how it is rounded and in which publication it stands. */
function aboutOf({ title, weeks, ignored }: Figure, { t, labels, filters, spans, standing }: Scene): About[] {
  const heard = narrowedTo(filters);
  return [
    { name: t('file.figure'), value: title },
    { name: t('file.period'), value: spanWords(weeks ?? spans.period, labels.language) },
    ...narrowings.map((one) => ({
      name: t(`scope.${one}`),
      value: heard[one] === undefined || ignored.includes(one) ? t(`all.${one}`) : labels.text(heard[one]),
    })),
    { name: t('file.rounded'), value: standing.base },
    { name: t('file.epoch'), value: standing.epoch },
    { name: t('file.hash'), value: standing.hash ?? '' },
  ];
}

/** A file as the spreadsheets of people who read a language expect it. */
export function csvOfFile({ columns, lines }: FigureFile, language: Language): string {
  const manner = csvMannerOf(language);
  const head = columns.map(({ name }) => name);
  return manner.mark + [head, ...lines].map((line) => `${csvLine(line, manner)}\r\n`).join('');
}
