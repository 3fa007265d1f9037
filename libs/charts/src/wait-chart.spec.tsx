import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { WaitChart } from './index.js';
import { binsOf } from './wait-bins.js';

const reading = 'Combien de temps on attend';
const bands = (countOf: (place: number) => number) =>
  ([2, 4, 8, 16, 24, 40, 80, 160, 480, null] as const).map((upTo, place) => {
    const label = upTo === null ? '> 60 j' : upTo < 8 ? `${upTo} h` : `${upTo / 8} j`;
    return { key: label, label, upTo, count: countOf(place) };
  });

describe('how long people wait', () => {
  const rectangles = (markup: string) =>
    [
      ...markup.matchAll(
        /<title>([^<]*): (\d+)<\/title><rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="([\d.]+)"/g,
      ),
    ].map(([, label = '', count = '', x = '', width = '', height = '']) => ({
      label,
      count: Number(count),
      x: Number(x),
      width: Number(width) + 1,
      height: Number(height),
    }));

  it('is drawn to scale: as wide as the time, as large as the count', () => {
    const markup = renderToStaticMarkup(
      <WaitChart
        {...{ width: 1024, height: 220, reading, marks: [] }}
        bands={bands((place) => (place < 4 ? 200 : 5))}
      />,
    );
    const columns = rectangles(markup);
    expect(columns.map(({ label }) => label)).toEqual(['2 h', '4 h', '1 j', '2 j']);
    const [first, , , last] = columns;
    expect((last?.width ?? 0) / (first?.width ?? 1)).toBeCloseTo(4, 1);
    const sizes = columns.map(({ width, height, count }) => (width * height) / count);
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeCloseTo(1, 5);
    // Six bands of five are longer than the axis.
    expect(markup).toContain('<title>&gt; 2 j: 30</title>');
  });

  it('joins what would be too narrow to see with its neighbours, and says from where to where', () => {
    const told = (narrowest: number) =>
      binsOf(
        bands((place) => (place < 7 ? 100 : 0)),
        narrowest,
      ).bins.map(({ label, from, to, count }) => [label, from, to, count]);
    // The axis ends at 80 hours: a tenth of it are 8.
    expect(told(0.1)).toEqual([
      ['2 h–1 j', 0, 8, 300],
      ['2 j', 8, 16, 100],
      ['3 j', 16, 24, 100],
      ['5 j', 24, 40, 100],
      ['10 j', 40, 80, 100],
    ]);
    expect(told(0.2)).toEqual([
      ['2 h–2 j', 0, 16, 400],
      ['3 j–5 j', 16, 40, 200],
      ['10 j', 40, 80, 100],
    ]);
  });

  it.each([288, 620, 1600])('shows every wait once, %i pixels wide', (width) => {
    const markup = renderToStaticMarkup(
      <WaitChart {...{ width, height: 220, reading, marks: [] }} bands={bands((place) => place * 115)} />,
    );
    const told = [...markup.matchAll(/<title>[^<]*: (\d+)<\/title>/g)].map(([, count]) => Number(count));
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(115 * 45);
  });
});
