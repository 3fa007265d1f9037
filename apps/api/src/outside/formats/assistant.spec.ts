import { describe, expect, it } from '@jest/globals';
import { pathOf } from '../fault.js';
import { readStatistics } from './index.js';

/** The shape of a statistical office's file of bankruptcies: one row per municipality, week and class, none for zero. */
const header =
  'MS_COUNTOF_BANKRUPTCIES|MS_COUNTOF_WORKERS|CD_YEAR|CD_WEEK|CD_WEEK_START|CD_EMPLOYMENT_CLASS|TX_CLASS_FR|CD_MUNTY_REFNIS|TX_MUNTY_DESCR_FR';
const rows = [
  '1|3|2024|1|01JAN2024|1|1 - 4 salariés|21001|Anderlecht',
  '2|0|2024|1|01JAN2024|2|5 - 9 salariés|21001|Anderlecht',
  '1|1|2024|2|08JAN2024|1|1 - 4 salariés|21009|Ixelles',
  '5|1|2024|2|08JAN2024|1|1 - 4 salariés|44021|Gand',
  '4|1|2024|5|29JAN2024|1|1 - 4 salariés|21001|Anderlecht',
  '1|1|2024|6|05FEB2024|1|1 - 4 salariés|21001|Anderlecht',
];
const file = [header, ...rows].join('\n');
const columns = ['value:MS_COUNTOF_BANKRUPTCIES', 'place:CD_MUNTY_REFNIS', 'period:CD_YEAR', 'part:week:CD_WEEK'];

const read = (text: string, answers: readonly string[], where: readonly string[] = []) =>
  readStatistics(Buffer.from(text), where, answers);
const openOf = (text: string, answers: readonly string[]) =>
  read(text, answers)
    .questions.filter(({ answer }) => answer === null)
    .map(({ key, suggested }) => [key, suggested]);
const some = (points: ReturnType<typeof read>['points']) =>
  points.filter(({ value }) => value !== 0).map(({ period, municipality, value }) => [period, municipality, value]);

describe('a table of any columns', () => {
  it('is shown, and what its columns mean is asked step by step', () => {
    const reading = read(file, []);
    expect(reading.preview.slice(0, 2)).toEqual([header.split('|'), rows[0]?.split('|')]);
    expect(reading.points).toEqual([]);
    expect(openOf(file, [])).toEqual([
      ['value', 'MS_COUNTOF_BANKRUPTCIES'],
      ['place', 'CD_MUNTY_REFNIS'],
      ['period', 'CD_YEAR'],
    ]);
    expect(openOf(file, columns.slice(0, 3))).toEqual([['part', 'week:CD_WEEK']]);
    expect(openOf(file, columns)).toEqual([['grain', 'week']]);
    expect(openOf(file, [...columns, 'grain:week'])).toEqual([
      ['sum', 'add'],
      ['zero', null],
    ]);
  });

  it('adds up classes, counts nothing twice, and tells zero from unknown', () => {
    const answers = [...columns, 'grain:week', 'sum:add'];
    const known = read(file, [...answers, 'zero:unknown']);
    expect([known.faults, known.leftOut, known.summed]).toEqual([[], 1, 1]);
    expect(some(known.points)).toEqual([
      ['2024-W01', '21001', 3],
      ['2024-W02', '21009', 1],
      ['2024-W05', '21001', 4],
      ['2024-W06', '21001', 1],
    ]);
    const all = read(file, [...answers, 'zero:zero']);
    expect([all.points.length, some(all.points)]).toEqual([6 * 19, some(known.points)]);
    expect(read(file, [...columns, 'grain:week', 'sum:refuse', 'zero:zero']).faults.map((one) => one.code)).toEqual([
      'twice',
    ]);
  });

  it('counts a week in the month of its Thursday, and leaves out months that it covers only in part', () => {
    const months = read(file, [...columns, 'grain:month', 'sum:add', 'zero:unknown']);
    expect(some(months.points)).toEqual([
      ['2024-01', '21001', 3],
      ['2024-01', '21009', 1],
    ]);
    expect(months.partial).toBe(2);
  });

  it('takes one class when that is wanted', () => {
    const one = read(file, [...columns, 'grain:week', 'zero:unknown'], ['CD_EMPLOYMENT_CLASS:2']);
    expect(some(one.points)).toEqual([['2024-W01', '21001', 2]]);
    expect(read(file, []).filters.find(({ dimension }) => dimension === 'CD_EMPLOYMENT_CLASS')?.codes).toEqual([
      { code: '1', label: '1 - 4 salariés' },
      { code: '2', label: '5 - 9 salariés' },
    ]);
    expect(read(file, [], ['CD_EMPLOYMENT_CLASS:9']).faults.map((one) => one.code)).toEqual(['where-unknown']);
  });

  it('reads days, which are all Mondays here, as the same weeks', () => {
    const days = ['value:MS_COUNTOF_BANKRUPTCIES', 'place:CD_MUNTY_REFNIS', 'period:CD_WEEK_START'];
    const weeks = (more: readonly string[]) => read(file, [...more, 'grain:week', 'sum:add', 'zero:unknown']).points;
    expect(weeks(days)).toEqual(weeks(columns));
  });

  it('counts days that are all Mondays in the month of their Thursday, whole when the weeks of the month are', () => {
    const answers = ['value:nombre', 'place:whole-region', 'period:semaine', 'grain:month', 'sum:add', 'zero:unknown'];
    const weeks = (...days: readonly string[]) =>
      read(['semaine,nombre', ...days.map((one) => `${one},1`)].join('\n'), answers);
    // The week of 29 January 2024 is one of February: its Thursday is the first.
    const january = weeks('2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22');
    expect([some(january.points), january.partial]).toEqual([[['2024-01', null, 4]], 0]);
    const february = weeks('2024-02-05', '2024-02-12', '2024-02-19', '2024-02-26');
    expect([february.points, february.partial]).toEqual([[], 4]);
  });

  it('asks what comes first in days that do not tell', () => {
    const dated = (...days: readonly string[]) => ['jour,nombre', ...days.map((one) => `${one},1`)].join('\n');
    const answers = ['value:nombre', 'place:whole-region', 'period:jour', 'grain:month', 'zero:unknown'];
    expect(openOf(dated('01/02/2024', '02/02/2024'), answers)).toEqual([['days', null]]);
    const march = dated('29/02/2024', '01/03/2024', '31/03/2024', '01/04/2024');
    expect(some(read(march, [...answers, 'sum:add']).points)).toEqual([['2024-03', null, 2]]);
  });

  it('says what is wrong with a week that there is not', () => {
    const wrong = file.replace('|2024|5|', '|2024|53|');
    const { faults } = read(wrong, [...columns, 'grain:week', 'sum:add', 'zero:zero']);
    expect(faults.map((one) => [pathOf(one.at), one.code, one.params?.['value']])).toEqual([
      ['rows.6.CD_YEAR', 'period', '2024-W53'],
    ]);
  });

  it('refuses a sum that would not be kept as it is', () => {
    const text = 'an|nombre|mot\n2024|9007199254740991|a\n2024|2|b';
    const answers = ['value:nombre', 'place:whole-region', 'period:an', 'part:whole-year', 'sum:add'];
    expect(read(text, answers).faults.map((one) => [pathOf(one.at), one.code])).toEqual([['rows.2.an', 'digits']]);
  });

  it('says nothing of a sum that lacks a part but what the part is', () => {
    const text = 'an|nombre|mot\n2024|9007199254740991|a\n2024|2|b\n2024|beaucoup|c';
    const answers = ['value:nombre', 'place:whole-region', 'period:an', 'part:whole-year', 'sum:add'];
    expect(read(text, answers).faults.map((one) => [pathOf(one.at), one.code])).toEqual([['rows.4.nombre', 'number']]);
  });

  it('is refused when rows that are not there would be more points than a series has', () => {
    const text = 'semaine|commune|nombre\n1920-W01|21001|1\n2024-W01|21001|1';
    const answers = ['value:nombre', 'place:commune', 'period:semaine', 'places:nis', 'grain:week'];
    expect(read(text, [...answers, 'zero:unknown']).points).toHaveLength(2);
    const { points, faults } = read(text, [...answers, 'zero:zero']);
    expect([points, faults.map(({ code, params }) => [code, params?.['count']])]).toEqual([[], [['large', 100_000]]]);
  });

  describe('of which a cell tells no value', () => {
    const text = (cell: string, more = '') => `an|nombre|mot\n2022|1|a\n2023|${cell}|b\n2024|3|c${more}`;
    const answers = ['value:nombre', 'place:whole-region', 'period:an', 'part:whole-year'];
    const faultsIn = (file: string, ...given: string[]) =>
      read(file, [...answers, ...given]).faults.map((one) => [pathOf(one.at), one.code]);

    it.each([':', '..', '-', 'NA', 'NaN', 'null', 'x', 'n.d.', 'n.b.', 'N.B.', '…', ' : '])(
      'says so by %o, which is left out, no wrong number and no zero',
      (cell) => {
        const told = read(text(cell), answers);
        expect([told.faults, told.withoutValue, told.questions.map(({ key }) => key)]).toStrictEqual([
          [],
          1,
          ['value', 'place', 'period', 'part'],
        ]);
        expect(told.points.map(({ period, value }) => [period, value])).toStrictEqual([
          ['2022', 1],
          ['2024', 3],
        ]);
      },
    );

    it('is asked to fill it in where it is empty, or where a sum would lack it', () => {
      expect(faultsIn(text(''), 'zero:unknown')).toStrictEqual([['rows.3.nombre', 'missing']]);
      expect(faultsIn(text('n.d.', '\n2023|4|d'))).toStrictEqual([['rows.3.nombre', 'missing']]);
    });
  });

  it('offers one class of a column of at most forty', () => {
    const classes = (count: number) =>
      ['an|nombre|classe', ...Array.from({ length: count }, (_, at) => `2024|1|c${at}`)].join('\n');
    const offered = (count: number) => read(classes(count), []).filters.map(({ dimension }) => dimension);
    expect([offered(40), offered(41)]).toEqual([['classe'], []]);
  });

  it('offers columns for what they mostly hold, and names the cells that hold something else', () => {
    const text = 'an|lieu|nombre|mot\n2021|21001|1|a\n2022|21001|beaucoup|b\n2023|21001|3|c\n20x4|21001|4|d';
    const { questions } = read(text, []);
    expect(questions.map(({ options }) => options.map(({ value }) => value))).toEqual([
      ['an', 'lieu', 'nombre'],
      ['lieu', 'whole-region'],
      ['an'],
    ]);
    const { faults } = read(text, ['value:nombre', 'place:lieu', 'period:an', 'places:nis', 'zero:unknown']);
    expect(faults.map((one) => [pathOf(one.at), one.code]).sort()).toEqual([
      ['rows.3.nombre', 'number'],
      ['rows.5.an', 'period'],
    ]);
  });

  it('suggests a column of times by its name only among those that it offers', () => {
    const text = ['month;year;n', ...[1, 12, 3].map((month) => `${month};2024;${month}`)].join('\n');
    const period = read(text, ['value:n', 'place:whole-region']).questions.find(({ key }) => key === 'period');
    expect([period?.options.map(({ value }) => value), period?.suggested]).toEqual([['year'], 'year']);
  });

  it.each([
    ['an unknown column', ['value:MS_SOMETHING'], 'value'],
    ['a column that is no number', ['value:TX_CLASS_FR'], 'value'],
  ])('asks again when the recipe names %s', (_, answers, key) => {
    expect(openOf(file, answers).map(([one]) => one)).toContain(key);
  });

  it('is read from a recipe in the same way each time, whatever order it is in', () => {
    const answers = [...columns, 'grain:week', 'sum:add', 'zero:zero'];
    expect(read(file, answers.toReversed()).points).toEqual(read(file, answers).points);
  });

  it('finds places by their names, in any language, and suggests no sum of rows that may be places and their total', () => {
    const named = 'Commune;Année;Nombre\nIxelles;2024;12\nBruxelles;2024;30\n';
    const answers = ['value:Nombre', 'place:Commune', 'period:Année', 'part:whole-year'];
    expect(openOf(named, [])).toContainEqual(['place', 'Commune']);
    expect(some(read(named, [...answers, 'zero:unknown']).points)).toEqual([
      ['2024', '21004', 30],
      ['2024', '21009', 12],
    ]);
    const dutch = read('Gemeente;Jaar;Aantal\nElsene;2024;12\nBrussels Hoofdstedelijk Gewest;2024;120\n', [
      'value:Aantal',
      'place:Gemeente',
      'period:Jaar',
      'part:whole-year',
      'zero:unknown',
    ]);
    expect(some(dutch.points)).toEqual([
      ['2024', null, 120],
      ['2024', '21009', 12],
    ]);
    const whole = ['value:Nombre', 'place:whole-region', 'period:Année', 'part:whole-year'];
    expect(openOf(named, whole)).toContainEqual(['sum', null]);
  });

  it('without a column that says when says so, and what is understood', () => {
    const { faults } = read('Commune;2021;2022\nIxelles;5;6\n', ['value:2022', 'place:Commune']);
    expect(faults.map(({ code }) => code)).toEqual(['no-columns']);
  });

  it('without numbers says so', () => {
    expect(read('a|b\nx|y', []).faults.map((one) => one.code)).toEqual(['no-columns']);
  });

  it('survives a spreadsheet: empty columns at the end of the header and of the rows', () => {
    const text = 'period;value;;\r\n2024-01;5;;\r\n2024-02;6;\r\n';
    expect(read(text, []).points.map(({ value }) => value)).toEqual([5, 6]);
    expect(read('period;value;;\r\n2024-01;5;7;\r\n', []).faults.map((one) => one.code)).toEqual(['cells']);
  });
});
