import { expect } from '@jest/globals';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Figure } from '#figures';

/** The text of markup. */
export const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
/** What is drawn, as markup. */
export const markupOf = (node: ReactNode) => renderToStaticMarkup(node);
/** A reading without its emphasis. */
export const plain = (text: string) => text.replaceAll(/<\/?b>/g, '');
const titlesOf = (markup: string) =>
  [...markup.matchAll(/<title>([^<]*)<\/title>/g)].slice(1).map(([, text = '']) => unescaped(text));
const lastNumber = (text: string) => Number(/(-?\d+)$/.exec(text)?.[1] ?? Number.NaN);
/** All of them together. */
export const sum = (numbers: readonly (number | string)[]) =>
  numbers.reduce<number>((all, one) => all + Number(one), 0);
const ordered = (numbers: readonly (number | string)[]) => numbers.map(Number).sort((a, b) => a - b);
/** The numbers below one another in a table. */
export const columnOf = ({ table }: Figure, place: number) => table.lines.map(({ cells }) => cells[place] ?? 0);
/** All cells of a table. */
export const cellsOf = ({ table }: Figure) => table.lines.flatMap(({ cells }) => cells);

/** The size of a picture on a card. */
export const desk = { width: 620, height: 320 };
const beamer = { width: 1600, height: 720, unit: 2 };

/** What a picture shows is what its table says, on a desk and on a beamer. */
export function picturesAgree(figures: readonly Figure[]): void {
  for (const figure of figures.filter(({ isEmpty }) => !isEmpty)) {
    for (const size of [desk, beamer]) {
      const titles = titlesOf(markupOf(figure.draw({ ...size, reading: plain(figure.reading) })));
      const numbers = titles.map(lastNumber);
      const cells = cellsOf(figure);
      const lines = figure.table.lines.map(({ name, cells: [first] }) => `${name}: ${first}`);
      switch (figure.id) {
        case 'matrix':
        case 'unmet':
        case 'follow-up':
          expect([figure.id, ordered(numbers)]).toEqual([figure.id, ordered(cells)]);
          break;
        case 'map':
          expect([figure.id, ordered(numbers)]).toEqual([
            figure.id,
            ordered(numbers.length === cells.length ? cells : cells.slice(0, numbers.length)),
          ]);
          break;
        case 'map-rate':
          expect([figure.id, titles.map((title) => title.split(': ').at(-1)).sort()]).toEqual([
            figure.id,
            columnOf(figure, 0).map(String).sort(),
          ]);
          break;
        case 'trend':
        case 'balance':
          expect([figure.id, numbers]).toEqual([figure.id, columnOf(figure, 0)]);
          break;
        case 'slopes': {
          const all = figure.table.lines.map(({ name, cells: [before, after] }) => `${name}: ${before} → ${after}`);
          expect(titles.filter((title) => !all.includes(title))).toEqual([]);
          break;
        }
        case 'declines':
          expect([...titles].sort()).toEqual(
            figure.table.lines.map(({ name, cells: [now, before] }) => `${name}: ${now} (${before})`).sort(),
          );
          break;
        case 'flow':
          expect(titles.filter((title) => title.includes('→')).sort()).toEqual(lines.sort());
          break;
        default:
          // Waits: columns may hold several bands.
          expect([figure.id, sum(numbers)]).toEqual([figure.id, sum(columnOf(figure, 0))]);
      }
    }
  }
}
