import { describe, expect, it } from '@jest/globals';
import { pathOf } from '../fault.js';
import { readStatistics } from './index.js';

const read = (lines: readonly string[], where: readonly string[] = []) =>
  readStatistics(Buffer.from(lines.join('\n')), where);
const faultsOf = (lines: readonly string[], where: readonly string[] = []) =>
  read(lines, where).faults.map((one) => [pathOf(one.at), one.code]);

const version1 = [
  'DATAFLOW,FREQ,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS',
  'BE2:BANKRUPTCIES(1.0),M,FAIL,21004,2024-01,31,A',
  'BE2:BANKRUPTCIES(1.0),M,FAIL,21009,2024-01,12,P',
  'BE2:BANKRUPTCIES(1.0),M,FAIL,44021,2024-01,9,A',
  'BE2:BANKRUPTCIES(1.0),M,FAIL,21004,2024-02,,A',
];

describe('SDMX-CSV', () => {
  it('1.0 is read: other places are left out, an observation without a value is no zero', () => {
    const { points, faults, ...about } = read(version1);
    expect(faults).toEqual([]);
    expect(points).toEqual([
      { period: '2024-01', municipality: '21004', value: 31 },
      { period: '2024-01', municipality: '21009', value: 12 },
    ]);
    expect(about).toEqual({
      format: 'sdmx-csv',
      grain: 'month',
      choices: [],
      leftOut: 1,
      withoutValue: 1,
      fixed: [
        { dimension: 'FREQ', code: 'M' },
        { dimension: 'INDICATOR', code: 'FAIL' },
      ],
    });
  });

  it('2.0 is read, and rows that remove are refused', () => {
    const header = 'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE';
    const line = (action: string) => `dataflow,BE2:B(1.0),${action},Q,04000,2024-Q1,310.5`;
    expect(read([header, line('I')]).points).toEqual([{ period: '2024-Q1', municipality: null, value: 310.5 }]);
    expect(faultsOf([header, line('D')])).toEqual([['rows.2.ACTION', 'deleted']]);
  });

  it('is read with labels in the same cell and with labels beside', () => {
    const both = [
      'DATAFLOW,FREQ: Frequency,geo: Geopolitical entity,TIME_PERIOD: Time,OBS_VALUE: Value',
      'B,M: Monthly,BE10: Brussels,2024-01,5',
      'B,A: Annual,BE10: Brussels,2024,60',
    ];
    expect(read(both).choices).toEqual([
      {
        dimension: 'FREQ',
        codes: [
          { code: 'A', label: 'Annual' },
          { code: 'M', label: 'Monthly' },
        ],
      },
    ]);
    expect(read(both, ['FREQ:M']).points).toEqual([{ period: '2024-01', municipality: null, value: 5 }]);
    const beside = [
      'STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,FREQ,Frequency,TIME_PERIOD,Time period,OBS_VALUE,Value',
      'dataflow,B,Bankruptcies,I,21004,Brussels,M,Monthly,2024-01,,5,',
      'dataflow,B,Bankruptcies,I,21009,Ixelles,M,Monthly,2024-01,,6,',
    ];
    expect(read(beside)).toMatchObject({ choices: [], faults: [], points: [{ value: 5 }, { value: 6 }] });
  });

  it('needs a choice where a dimension, or the unit, has several codes', () => {
    const lines = [
      'DATAFLOW,SEX,geo,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_FLAG',
      'B,F,BE1,2024,1,0,a',
      'B,M,BE1,2024,2,0,b',
      'B,M,BE1,2023,2,3,b',
    ];
    expect(faultsOf(lines)).toEqual([
      ['rows.1.SEX', 'several'],
      ['rows.1.UNIT_MULT', 'several'],
    ]);
    expect(read(lines, ['SEX:M', 'UNIT_MULT:3'])).toMatchObject({ points: [{ period: '2023', value: 2 }] });
    expect(read(lines, ['SEX:F']).fixed).toEqual([
      { dimension: 'SEX', code: 'F' },
      { dimension: 'UNIT_MULT', code: '0' },
    ]);
  });

  it('may hold the region twice, of which one is chosen', () => {
    const lines = ['DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE', 'B,04000,2024,5', 'B,21000,2024,5'];
    expect(faultsOf(lines)).toEqual([['rows.3.TIME_PERIOD', 'twice']]);
    expect(read(lines, ['REF_AREA:04000']).points).toHaveLength(1);
  });

  it.each([
    [['SEX'], [['where', 'where-form']]],
    [['SEX:F'], [['where', 'where-unknown']]],
    [['FREQ:W'], [['where', 'where-unknown']]],
  ])('refuses the choice %o', (where, expected) => {
    expect(faultsOf(version1, where)).toEqual(expected);
  });

  it.each([
    [['DATAFLOW,TIME_PERIOD', 'B,2024'], [['rows.1.OBS_VALUE', 'column-missing']]],
    [['DATAFLOW,OBS_VALUE', 'B,2024'], [['rows.1.TIME_PERIOD', 'no-time']]],
    [
      ['DATAFLOW,TIME_PERIOD,OBS_VALUE', 'B,24,x'],
      [
        ['rows.2.TIME_PERIOD', 'period'],
        ['rows.2.OBS_VALUE', 'number'],
      ],
    ],
    [['DATAFLOW,geo,TIME_PERIOD,OBS_VALUE', 'B,FR,2024,5'], [['rows.1', 'empty']]],
    [['DATAFLOW,geo,TIME_PERIOD,OBS_VALUE', 'B,bruxelles,2024,5'], [['rows.2.geo', 'place']]],
    [['DATAFLOW,FREQ,FREQ,TIME_PERIOD,OBS_VALUE', 'B,M,M,2024,5'], [['rows.1.FREQ', 'column-twice']]],
  ])('%o is refused with its place', (lines, expected) => {
    expect(faultsOf(lines)).toEqual(expected);
  });

  it('reads a label of several lines, whatever space is before it', () => {
    const lines = [
      'DATAFLOW,FREQ,TIME_PERIOD,OBS_VALUE',
      `B,"M:${' '.repeat(3_000)}\nby month\nor so",2024-01,5`,
      'B,A: Annual,2024,60',
    ];
    expect(read(lines).choices).toEqual([
      {
        dimension: 'FREQ',
        codes: [
          { code: 'A', label: 'Annual' },
          { code: 'M', label: 'by month\nor so' },
        ],
      },
    ]);
  });

  it('is read until as much is wrong as is told', () => {
    const removed = Array<string>(3_000).fill('dataflow,BE2:B(1.0),D,2024,1');
    const lines = ['STRUCTURE,STRUCTURE_ID,ACTION,TIME_PERIOD,OBS_VALUE', ...removed, 'dataflow,BE2:B(1.0),I,2024,'];
    const { faults, withoutValue } = read(lines);
    expect([faults.length, faults.at(-1)?.code, withoutValue]).toEqual([1_000, 'stopped', 0]);
  });
});
