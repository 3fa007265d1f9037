import { describe, expect, it } from '@jest/globals';
import { sentenceOf } from '../faults.js';
import { readStatistics } from './index.js';

const read = (lines: readonly string[], answers: readonly string[] = []) =>
  readStatistics(Buffer.from(lines.join('\n')), [], answers);
const grainAsked = (lines: readonly string[], answers: readonly string[]) => {
  const question = read(lines, answers).questions.find(({ key }) => key === 'grain');
  return [question?.suggested, question?.options.map(({ value }) => value)];
};
const valuesOf = ({ points }: ReturnType<typeof read>) => points.map(({ period, value }) => [period, value]);

describe('days that begin something', () => {
  const answers = ['value:value', 'place:whole-region', 'period:date'];
  const lines = (...dates: string[]) => ['date,value', ...dates.map((date, at) => `${date},${at + 1}`)];
  const months = ['month', 'quarter', 'year'];

  it.each([
    ['months', lines('2024-01-01', '2024-02-01', '2024-03-01'), 'month', months],
    ['months, the day first', lines('01/11/2023', '01/12/2023', '01/01/2024'), 'month', months],
    ['quarters', lines('2024-01-01', '2024-04-01', '2024-07-01'), 'quarter', months],
    ['years', lines('2022-01-01', '2023-01-01'), 'year', months],
    ['weeks', lines('2024-01-01', '2024-01-08'), 'week', ['week', ...months]],
    ['nothing', lines('2024-01-02', '2024-02-01'), 'week', ['week', ...months]],
  ])('are suggested as %s', (_, file, suggested, options) => {
    const order = file[1]?.includes('/') === true ? ['days:day-first'] : [];
    expect(grainAsked(file, [...answers, ...order])).toStrictEqual([suggested, options]);
  });

  it('stand for all of it: the last one is not left out', () => {
    const three = lines('2024-01-01', '2024-02-01', '2024-03-01');
    expect(valuesOf(read(three, [...answers, 'grain:month']))).toStrictEqual([
      ['2024-01', 1],
      ['2024-02', 2],
      ['2024-03', 3],
    ]);
    expect(valuesOf(read(three, [...answers, 'grain:quarter', 'sum:add']))).toStrictEqual([['2024-Q1', 6]]);
    const quarters = lines('2023-10-01', '2024-01-01', '2024-04-01', '2024-07-01', '2024-10-01');
    const years = read(quarters, [...answers, 'grain:year', 'sum:add']);
    expect([valuesOf(years), years.partial]).toStrictEqual([[['2024', 14]], 1]);
  });
});

describe('a file whose times are days', () => {
  const days = Array.from({ length: 31 }, (_, at) => `2024-03-${String(at + 1).padStart(2, '0')}`);

  it('is added up by what a person says, also under our own names of columns', () => {
    const lines = ['period,municipality,value', ...days.map((day) => `${day},21001,2`)];
    const answers = ['value:value', 'place:municipality', 'period:period'];
    expect(read(lines).questions.map(({ key, suggested }) => [key, suggested])).toStrictEqual([
      ['value', 'value'],
      ['place', 'municipality'],
      ['period', 'period'],
    ]);
    expect(read(lines, answers).points).toStrictEqual([]);
    const told = read(lines, [...answers, 'places:nis', 'grain:month', 'sum:add', 'zero:unknown']);
    expect([told.faults, told.points, told.summed]).toStrictEqual([
      [],
      [{ period: '2024-03', municipality: '21001', value: 62 }],
      30,
    ]);
  });

  it('is added up in SDMX too, and by nobody who did not say so', () => {
    const lines = ['DATAFLOW,TIME_PERIOD,OBS_VALUE', ...days.map((day) => `B,${day},2`)];
    expect(grainAsked(lines, [])).toStrictEqual(['week', ['week', 'month', 'quarter', 'year']]);
    expect(read(lines, ['grain:month']).points).toStrictEqual([]);
    expect(valuesOf(read(lines, ['grain:month', 'sum:add']))).toStrictEqual([['2024-03', 62]]);
  });

  it('has no sum where one of its days is confidential', () => {
    const lines = [
      'DATAFLOW,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS',
      ...days.map((day, at) => `B,${day},2,,${at === 4 ? 'C' : 'F'}`),
    ];
    expect(read(lines, ['grain:month', 'sum:add']).points).toStrictEqual([
      { period: '2024-03', municipality: null, value: null, flags: ['confidential'] },
    ]);
  });

  it('that has periods as well is refused in words that say what to do', () => {
    const { faults } = read(['period,value', '2024-03,5', '2024-04-01,5']);
    expect(faults.map((one) => [one.code, sentenceOf(one, 'en')])).toStrictEqual([
      [
        'day',
        '“2024-04-01” is a day: in a CSV write days only, which are then added up by week, month, quarter or year, or periods only (2024-03)',
      ],
    ]);
  });
});
