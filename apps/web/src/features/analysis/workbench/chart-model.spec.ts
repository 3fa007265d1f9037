import { describe, expect, it } from '@jest/globals';
import type { ResultColumn } from '#contracts/analysis';
import { drawingOf, numberOf, shortLabels, usualChoice } from './chart-model.js';

const column = (name: string, kind: ResultColumn['kind']): ResultColumn => ({ name, type: 'X', kind });
const byMonth = {
  columns: [column('month', 'time'), column('profession', 'text'), column('count', 'number')],
  rows: [
    ['2024-02-01 00:00:00', 'lawyer', 3],
    ['2024-01-01 00:00:00', 'lawyer', '2'],
    ['2024-01-01 00:00:00', 'coach', 9],
  ],
};

describe('the columns of a chart', () => {
  it('are the number over the moment, split by the text that keeps rows apart', () => {
    expect(usualChoice(byMonth, 'line')).toEqual({ form: 'line', x: 'month', y: 'count', series: 'profession' });
  });

  it('need no split where every row has a place of its own', () => {
    const result = {
      columns: byMonth.columns.slice(1),
      rows: [
        ['lawyer', 3],
        ['coach', 9],
      ],
    };
    expect(usualChoice(result, 'bars')).toEqual({ form: 'bars', x: 'profession', y: 'count', series: null });
  });

  it('do not exist without a number', () => {
    expect(usualChoice({ columns: [column('a', 'text')], rows: [['x']] }, 'bars')).toBeNull();
  });
});

describe('a drawing', () => {
  const choice = { form: 'line', x: 'month', y: 'count', series: 'profession' } as const;

  it('puts moments in order, the largest line first, and leaves gaps open', () => {
    expect(drawingOf(byMonth, choice, 'empty')).toEqual({
      form: 'line',
      labels: ['2024-01', '2024-02'],
      series: [
        { name: 'coach', values: [9, null] },
        { name: 'lawyer', values: [2, 3] },
      ],
      left: { points: 0, lines: 0 },
    });
  });

  it('keeps the order of the rows otherwise, and names what is empty', () => {
    const result = {
      columns: byMonth.columns.slice(1),
      rows: [
        ['b', 1],
        [null, 2],
      ],
    };
    const drawing = drawingOf(result, { form: 'bars', x: 'profession', y: 'count', series: null }, 'empty');
    expect(drawing).toMatchObject({ labels: ['b', 'empty'], series: [{ name: 'count', values: [1, 2] }] });
  });

  it('refuses what it cannot draw instead of drawing something else', () => {
    const twice = { ...byMonth, rows: [...byMonth.rows, ['2024-01-01 00:00:00', 'coach', 1]] };
    expect(drawingOf(twice, choice, '')).toBe('several');
    expect(drawingOf(byMonth, { ...choice, y: 'gone' }, '')).toBe('columns');
    expect(drawingOf(byMonth, { ...choice, y: 'profession', series: null }, '')).toBe('values');
  });

  it('counts what there is no room for', () => {
    const rows = Array.from({ length: 50 }, (_, index) => [`n${index}`, index]);
    const result = { columns: byMonth.columns.slice(1), rows };
    const bars = drawingOf(result, { form: 'bars', x: 'profession', y: 'count', series: null }, '');
    expect(bars).toMatchObject({ left: { points: 10, lines: 0 } });
    const many = {
      columns: byMonth.columns,
      rows: rows.slice(0, 9).map(([name, count]) => ['2024-01-01', name, count]),
    };
    expect(drawingOf(many, choice, '')).toMatchObject({ left: { points: 0, lines: 3 }, series: { length: 6 } });
  });
});

describe('values of a chart', () => {
  it('are numbers, and decimals that come as text', () => {
    expect([1, '2.555', '9007199254740993', null, 'x', '', true].map(numberOf)).toEqual([
      1,
      2.56,
      9007199254740992,
      null,
      null,
      null,
      null,
    ]);
  });

  it('stand at moments as short as they stay apart', () => {
    expect(shortLabels(['2024-01-01T00:00:00Z', '2024-02-01T00:00:00Z'])).toEqual(['2024-01', '2024-02']);
    expect(shortLabels(['2024-01-01', '2024-01-02 00:00:00+00'])).toEqual(['2024-01-01', '2024-01-02']);
    expect(shortLabels(['2024-01-01 10:30:00.5', '2024-01-01'])).toEqual(['2024-01-01 10:30', '2024-01-01 00:00']);
    expect(shortLabels(['2024-01-01', 'later'])).toEqual(['2024-01-01', 'later']);
  });
});
