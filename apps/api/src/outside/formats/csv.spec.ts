import { describe, expect, it } from '@jest/globals';
import { pathOf } from '../fault.js';
import { sentenceOf } from '../faults.js';
import { readStatistics } from './index.js';
import { readTable } from './table.js';

const read = (...lines: string[]) => readStatistics(Buffer.from(lines.join('\n')), []);
const faultsOf = (...lines: string[]) => read(...lines).faults.map((one) => [pathOf(one.at), one.code]);

describe('a CSV of statistics', () => {
  it('is read with municipalities, sorted by time and place', () => {
    const { faults, points, grain, format } = read(
      'municipality,value,period',
      '21009,7,2024-02',
      '21001,5,2024-02',
      ',40,2024-01',
    );
    expect([faults, grain, format]).toEqual([[], 'month', 'csv']);
    expect(points).toEqual([
      { period: '2024-01', municipality: null, value: 40 },
      { period: '2024-02', municipality: '21001', value: 5 },
      { period: '2024-02', municipality: '21009', value: 7 },
    ]);
  });

  it('may have a byte order mark, semicolons, decimal commas, quotes and Windows line ends', () => {
    const { faults, points } = read('\uFEFFPeriod;Value\r', '2024M03;"1234,5"\r', '04/2024;-0,25\r', '2024-M05;1e3\r');
    expect(faults).toEqual([]);
    expect(points.map((one) => [one.period, one.value])).toEqual([
      ['2024-03', 1234.5],
      ['2024-04', -0.25],
      ['2024-05', 1000],
    ]);
  });

  it.each(['04000', '21000', 'BE10', ''])('takes %o for the whole region', (place) => {
    expect(read('period,municipality,value', `2024,${place},3`).points).toEqual([
      { period: '2024', municipality: null, value: 3 },
    ]);
  });

  it('names row and column of everything that is wrong, and has no points then', () => {
    const { faults, points } = read(
      'period,municipality,value',
      '2024-01,21001,5',
      '2024-13,21001,5',
      '2024-02,11002,5',
      '2024-03,nulle part,1.234.56',
      '2024-04,21001,',
      '2024-01,21001,6',
      '2024-Q1,21001,6',
      '2024-05,21001,6,7',
      ',21001,7',
    );
    expect(points).toEqual([]);
    expect(faults.map((one) => [pathOf(one.at), one.code]).sort()).toEqual([
      ['rows.10.period', 'missing'],
      ['rows.3.period', 'period'],
      ['rows.4.municipality', 'place'],
      ['rows.5.municipality', 'place'],
      ['rows.5.value', 'number'],
      ['rows.6.value', 'missing'],
      ['rows.7.period', 'twice'],
      ['rows.8.period', 'grain'],
      ['rows.9', 'cells'],
    ]);
    const words = faults.map((one) => sentenceOf(one, 'en'));
    expect(words).toContain('the same period and place as rows.2.period: keep one observation');
    expect(words.filter((one) => /\{\w+\}/.test(one))).toEqual([]);
  });

  it.each([
    [['period'], [['rows.1.value', 'column-missing']]],
    [['period,value,sector', '2024,1,horeca'], [['rows.1.sector', 'column-unknown']]],
    [['period,value,value', '2024,1,2'], [['rows.1.value', 'column-twice']]],
    [['period,value'], [['rows.1', 'empty']]],
    [['period,value', '2024,12,5'], [['rows.2', 'cells']]],
    [['period,value', '2024,NaN'], [['rows.2.value', 'number']]],
    [['period,value', '2024,1 23 4'], [['rows.2.value', 'number']]],
    [['period,value', '2024,"1'], [['rows.2', 'csv']]],
    [
      [''],
      [
        ['rows.1.period', 'column-missing'],
        ['rows.1.value', 'column-missing'],
      ],
    ],
  ])('%o is refused with its place', (lines, expected) => {
    expect(faultsOf(...lines)).toEqual(expected);
  });

  it.each([':', '..', 'n.d.', 'n.b.', 'NA'])('understands %s as no value', (mark) => {
    const { faults, withoutValue, points } = read('period,value', '2023,5', `2024,${mark}`);
    expect([faults, withoutValue, points.length]).toStrictEqual([[], 1, 1]);
  });

  it('counts lines of the file, also over empty lines', () => {
    expect(faultsOf('period,value', '', '2024,1', '', '2025,x')).toEqual([['rows.5.value', 'number']]);
  });

  it('must be in letters that can be read', () => {
    const { faults } = readStatistics(Buffer.from([0x70, 0x81, 0x2c]), []);
    expect(faults.map((one) => one.code)).toEqual(['encoding']);
  });

  it('has at most 100,000 points', () => {
    const lines = Array.from({ length: 100_001 }, (_, at) => {
      const week = String((at % 52) + 1).padStart(2, '0');
      const place = String(Math.floor(at / 10_400) + 1).padStart(2, '0');
      return `${1900 + (Math.floor(at / 52) % 200)}-W${week},210${place},1`;
    });
    const reading = (of: readonly string[]) => read(['period,municipality,value', ...of].join('\n'));
    expect(reading(lines).faults).toMatchObject([{ at: { row: 1 }, code: 'large' }]);
    expect(reading(lines.slice(1)).points).toHaveLength(100_000);
  });

  it('is read until as much is wrong as is told', () => {
    const short = read('period,value', ...Array<string>(2_000).fill('2024'));
    const empty = read('period,municipality,value', ...Array<string>(2_000).fill(',,'));
    const stopped = ({ faults }: typeof short) => [faults.length, faults.at(-1)];
    const params = { count: 999 };
    expect(stopped(short)).toEqual([1_000, { at: { row: 1_001, column: null }, code: 'stopped', params }]);
    expect(stopped(empty)).toEqual([1_000, { at: { row: 501, column: null }, code: 'stopped', params }]);
    expect(short.faults.map((one) => sentenceOf(one, 'nl')).at(-1)).toContain('het lezen stopt hier, na 999 fouten');
  });

  it.each([
    ['a header without end', 'x,'.repeat(40_000), ['columns-many']],
    ['a cell without end in the header', `period,${'x'.repeat(4_001)}\n2024,1`, ['long']],
    ['a cell without end', `period,value\n2024,${'1'.repeat(4_001)}\n2025,x`, ['long', 'number']],
    ['a quote without end', `period,value\n"${'2024,1\n'.repeat(20_000)}`, ['row-long']],
  ])('with %s says so', (_, text, codes) => {
    expect(read(text).faults.map(({ code }) => code)).toEqual(codes);
  });

  it('is read no further than somebody will be told', () => {
    const { lines, isWhole } = readTable(`period,value\n${'2024\n'.repeat(1_000)}2024,1\n`);
    expect([lines, isWhole]).toEqual([[], false]);
  });

  it('has at most as many rows as there may be', () => {
    const { lines, faults, isWhole } = readTable('period,value\n2024,1\n2025,1\n2026,1', 2);
    expect([lines.length, faults, isWhole]).toEqual([
      2,
      [{ at: { row: 4, column: null }, code: 'rows-many', params: { count: 2 } }],
      false,
    ]);
  });
});
