import { describe, expect, it } from '@jest/globals';
import { pathOf } from '../fault.js';
import { readStatistics } from './index.js';

const read = (lines: readonly string[], where: readonly string[] = []) =>
  readStatistics(Buffer.from(lines.join('\n')), where, ['places:nis']);
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
    const { points, faults, questions, ...about } = read(version1);
    expect(questions.map(({ key }) => key)).toEqual(['places']);
    expect(faults).toEqual([]);
    expect(points).toEqual([
      { period: '2024-01', municipality: '21004', value: 31 },
      { period: '2024-01', municipality: '21009', value: 12, flags: ['provisional'] },
    ]);
    expect(about).toEqual({
      format: 'sdmx-csv',
      grain: 'month',
      choices: [],
      leftOut: 1,
      withoutValue: 1,
      summed: 0,
      partial: 0,
      preview: [],
      filters: [],
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

  it('is read with the actions of the standard that tell a value, and with no other', () => {
    const header = 'STRUCTURE,STRUCTURE_ID,ACTION,TIME_PERIOD,OBS_VALUE';
    const codes = ['A', 'I', 'M', 'R', 'I: Information', 'X', 'delete', ''].map((action) => [
      action,
      ...faultsOf([header, `dataflow,BE2:B(1.0),${action},2024,1`]).map(([, code]) => code),
    ]);
    expect(codes.filter(([, fault]) => fault === undefined).flat()).toEqual(['A', 'I', 'M', 'R', 'I: Information']);
    expect(codes.filter(([, fault]) => fault !== 'deleted')).toHaveLength(5);
  });

  it.each(['..', 'NA', 'null', 'NaN', ':', ''])('has no observation where %o stands for a value', (cell) => {
    const lines = ['DATAFLOW,TIME_PERIOD,OBS_VALUE', 'B,2023,5', `B,2024,${cell}`];
    expect(read(lines)).toMatchObject({ faults: [], withoutValue: 1, points: [{ period: '2023', value: 5 }] });
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
    [['DATAFLOW,geo,TIME_PERIOD,OBS_VALUE', 'B,nulle part,2024,5'], [['rows.2.geo', 'place']]],
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

  it('keeps the flags of its values, and what is confidential is no zero', () => {
    const flagged = [
      'DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS',
      'ESTAT:X(1.0),11/06/26 23:00:00,Q,BE10,2023-Q4,66.5,bd,',
      'ESTAT:X(1.0),11/06/26 23:00:00,Q,BE10,2024-Q1,,c,C',
      'ESTAT:X(1.0),11/06/26 23:00:00,Q,BE10,2024-Q2,70.1,p,F',
      'ESTAT:X(1.0),11/06/26 23:00:00,Q,BE10,2024-Q3,0,,N',
      'ESTAT:X(1.0),11/06/26 23:00:00,Q,BE10,2024-Q4,:,,',
    ];
    const { points, withoutValue } = read(flagged);
    expect(points.map(({ period, value, flags }) => [period, value, flags])).toEqual([
      ['2023-Q4', 66.5, ['break', 'definition']],
      ['2024-Q1', null, ['confidential']],
      ['2024-Q2', 70.1, ['provisional']],
      ['2024-Q3', null, ['confidential']],
    ]);
    expect(withoutValue).toBe(1);
  });
});

describe('SDMX-CSV 2.0', () => {
  const labelled = [
    'STRUCTURE[;],STRUCTURE_ID,ACTION,REF_AREA: Area,DIM_2: Dimension 2,TIME_PERIOD: Time,OBS_VALUE: Value,ATTR_1[]: Attribute,OBS_STATUS: Status',
    'dataflow,ESTAT:NA(1.6.0): National accounts,I,BE10: Bruxelles,B: Value B,2024-01: 2024-01,12.4,"X;Y",A: Normal value',
    'dataflow,ESTAT:NA(1.6.0): National accounts,I,BE10: Bruxelles,B: Value B,2024-02: 2024-02,10.8,"X;Z",P: Provisional value',
  ];

  it('says by what cells of several values are separated, and labels everything, periods too', () => {
    expect(read(labelled)).toMatchObject({
      format: 'sdmx-csv',
      faults: [],
      fixed: [{ dimension: 'DIM_2', code: 'B' }],
      points: [
        { period: '2024-01', municipality: null, value: 12.4 },
        { period: '2024-02', municipality: null, value: 10.8, flags: ['provisional'] },
      ],
    });
  });

  it('may have keys beside its columns, and its columns in any order', () => {
    const lines = [
      'STRUCTURE;STRUCTURE_ID;ACTION;SERIES_KEY;OBS_KEY;OBS_VALUE;TIME_PERIOD;FREQ;REF_AREA',
      'dataflow;B;I;M.BE10;M.BE10.2024-01;12,5;2024-01;M;BE10',
      'dataflow;B;I;A.BE10;A.BE10.2024;99,5;2024;A;BE10',
    ];
    expect(read(lines).choices.map(({ dimension }) => dimension)).toEqual(['FREQ']);
    expect(read(lines, ['FREQ:M']).points.map(({ value }) => value)).toEqual([12.5]);
  });

  const measures = [
    'STRUCTURE[;],STRUCTURE_ID,ACTION,OBS_VALUE1,OBS_VALUE2,ATTR_3,ATTR_1[],DIM_2,DIM_3',
    'dataflow,B,I,12.4,120.5,"Normal, special",X;Y,A,2024-01',
    'dataflow,B,I,10.8,100.9,"Normal, special",X;Z,A,2024-02',
  ];
  const reading = (answers: readonly string[]) => readStatistics(Buffer.from(measures.join('\n')), [], answers);

  it('of several measures asks which one, and for the time that is not named', () => {
    expect(reading([]).questions.map(({ key, options }) => [key, options.map(({ value }) => value)])).toEqual([
      ['period', ['DIM_3']],
      ['value', ['OBS_VALUE1', 'OBS_VALUE2']],
    ]);
    expect(reading(['period:DIM_3', 'value:OBS_VALUE2'])).toMatchObject({
      fixed: [{ dimension: 'DIM_2', code: 'A' }],
      points: [
        { period: '2024-01', value: 120.5 },
        { period: '2024-02', value: 100.9 },
      ],
    });
  });

  it('of several structures takes one', () => {
    const lines = [
      'STRUCTURE,STRUCTURE_ID,ACTION,TIME_PERIOD,OBS_VALUE',
      'dataflow,A:B(1.0),I,2024,5',
      'dataflow,A:C(1.0),I,2024,6',
    ];
    expect(read(lines).choices.map(({ dimension }) => dimension)).toEqual(['STRUCTURE_ID']);
    expect(read(lines, ['STRUCTURE_ID:A:C(1.0)']).points.map(({ value }) => value)).toEqual([6]);
  });

  it('without any value says so', () => {
    const lines = ['STRUCTURE,STRUCTURE_ID,ACTION,DIM_2,DIM_3,ATTR_1', 'dataprovision,A:B(1.0.0),I,B,2024-01,N'];
    expect(faultsOf(lines)).toContainEqual(['rows.1.OBS_VALUE', 'column-missing']);
  });
});
