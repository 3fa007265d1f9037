import { describe, expect, it } from '@jest/globals';
import { pathOf } from '../fault.js';
import { sentenceOf } from '../faults.js';
import { Asking } from './asking.js';
import { readStatistics } from './index.js';

const read = (text: string, answers: readonly string[] = [], where: readonly string[] = []) =>
  readStatistics(Buffer.from(text), where, answers);
const asked = (text: string, answers: readonly string[] = []) =>
  read(text, answers).questions.map(({ key, options, answer }) => [key, options.map(({ value }) => value), answer]);
const valuesOf = (text: string, answers: readonly string[] = []) => read(text, answers).points.map((one) => one.value);
const csv = (...values: readonly string[]) =>
  ['period;value', ...values.map((one, at) => `2024-0${at + 1};${one}`)].join('\n');

describe('a question', () => {
  it('suggests nothing that it does not offer, and nothing that it offers no more', () => {
    const options = Array.from({ length: 201 }, (_, at) => ({ value: `c${at}`, label: { fr: '', nl: '', en: '' } }));
    const suggestedOf = (suggested: string) => {
      const asking = new Asking();
      asking.ask({ key: 'period', options, suggested });
      return asking.questions[0]?.suggested;
    };
    expect([suggestedOf('c7'), suggestedOf('month'), suggestedOf('c200')]).toEqual(['c7', null, null]);
  });
});

describe('a number that can be read in two ways', () => {
  const dots = csv('1.234', '987', '12.345');

  it('is asked, and nothing is read before somebody has said', () => {
    expect(read(dots).points).toEqual([]);
    expect(asked(dots)).toEqual([['numbers', ['point', 'comma'], null]]);
    const [fault] = read(dots).faults;
    expect(fault && [pathOf(fault.at), sentenceOf(fault, 'en')]).toEqual([
      'answer',
      '“1.234” can be read in two ways. Which one holds for this file? Answer by answer=numbers:… (point, comma)',
    ]);
  });

  it('is what somebody has said', () => {
    expect(valuesOf(dots, ['numbers:comma'])).toEqual([1234, 987, 12345]);
    expect(valuesOf(dots, ['numbers:point'])).toEqual([1.234, 987, 12.345]);
    expect(asked(dots, ['numbers:either'])).toEqual([['numbers', ['point', 'comma'], null]]);
  });

  it('is asked of a quoted comma too', () => {
    expect(asked('period,value\n2024,"1,234"')).toEqual([['numbers', ['point', 'comma'], null]]);
  });

  it.each([
    [
      ['1.234', '0.5'],
      [1.234, 0.5],
    ],
    [
      ['1.234', '12,5'],
      [1234, 12.5],
    ],
    [
      ['1.234', '1.234.567'],
      [1234, 1_234_567],
    ],
    [
      ['1.234', '1234,5'],
      [1234, 1234.5],
    ],
    [
      ['0.123', '1.500'],
      [0.123, 1.5],
    ],
    [
      ['1 234,5', '12 345 678'],
      [1234.5, 12_345_678],
    ],
    [
      ['-1.234', '\u22121,5'],
      [-1234, -1.5],
    ],
  ])('is not asked when another number of the file tells: %o', (given, expected) => {
    expect(asked(csv(...given))).toEqual([]);
    expect(valuesOf(csv(...given))).toEqual(expected);
  });

  it('is asked again when the answer of a recipe is not how this file is written', () => {
    expect(asked(csv('0.5', '2.75'), ['numbers:comma'])).toEqual([['numbers', ['point'], null]]);
  });

  it('is none where the format says how numbers are written', () => {
    const sdmx = (value: string) => `DATAFLOW,TIME_PERIOD,OBS_VALUE\nB,2024,${value}`;
    expect(valuesOf(sdmx('66.512'))).toEqual([66.512]);
    expect(asked(sdmx('"66,512"'))).toEqual([['numbers', ['point', 'comma'], null]]);
    expect(asked(sdmx('66.512').replaceAll(',', ';'))).toEqual([['numbers', ['point', 'comma'], null]]);
  });

  it.each(['9007199254740993', '0.1000000000000000000001', '12345678901234567.5'])(
    'that would not be kept as it is, %s, is refused',
    (value) => {
      expect(read(csv(value)).faults.map((one) => [pathOf(one.at), one.code])).toEqual([['rows.2.value', 'digits']]);
      const json = `{"class":"dataset","id":["time"],"size":[1],"dimension":{"time":{"category":{"index":["2024"]}}},"value":[${value}]}`;
      expect(read(json).faults.map((one) => [pathOf(one.at), one.code])).toEqual([['value.0', 'digits']]);
    },
  );

  it('that an engine has written in full is kept', () => {
    expect(valuesOf(csv('66.599999999999994', '0.30000000000000004'))).toEqual([66.6, 0.1 + 0.2]);
  });
});

describe('a list of places', () => {
  const counties = (labels: boolean) => ({
    class: 'dataset',
    id: ['year', 'county'],
    size: [1, 40],
    role: { time: ['year'], geo: ['county'] },
    dimension: {
      year: { category: { index: ['2012'] } },
      county: {
        category: {
          index: Array.from({ length: 40 }, (_, at) => (at === 0 ? '21001' : String(30001 + at))),
          ...(labels && { label: { '21001': 'Adair County, KY' } }),
        },
      },
    },
    value: Array.from({ length: 40 }, (_, at) => at),
  });

  it('is asked, with what the file calls one of the codes', () => {
    const reading = read(JSON.stringify(counties(true)));
    const [places, share] = reading.questions;
    expect(reading.points).toEqual([]);
    expect([places?.key, places?.text.nl]).toEqual([
      'places',
      'Uit welke lijst komen codes zoals 21001? In de NIS-lijst is 21001 Anderlecht; het bestand noemt het “Adair County, KY”.',
    ]);
    expect(share?.text.en).toContain('97.5% of the observations (39) are outside the region');
  });

  it('that is another one is refused, and one that is confirmed is read', () => {
    const text = JSON.stringify(counties(false));
    expect(read(text, ['places:other']).faults.map((one) => one.code)).toEqual(['place-list']);
    expect(asked(text, ['places:nis'])).toEqual([
      ['places', ['nis', 'other'], 'nis'],
      ['left-out', ['97.5'], null],
    ]);
    expect(asked(text, ['places:nis', 'left-out:97.4']).at(-1)).toEqual(['left-out', ['97.5'], null]);
    expect(read(text, ['places:nis', 'left-out:97.5'])).toMatchObject({ leftOut: 39, points: [{ value: 0 }] });
  });

  it('has a share outside the region that is rounded up: who lets that much be left out lets this file be read', () => {
    // Two of three: 66.67 per cent.
    const text = sdmx('CD_MUNTY_REFNIS', ['21004', '44021', '44022']);
    expect(asked(text)).toEqual([['left-out', ['66.7'], null]]);
    expect(read(text, ['left-out:66.6']).points).toEqual([]);
    expect(read(text, ['left-out:66.7'])).toMatchObject({ leftOut: 2, points: [{ value: 5 }] });
  });

  const sdmx = (column: string, places: readonly string[]) =>
    [`DATAFLOW,${column},TIME_PERIOD,OBS_VALUE`, ...places.map((one) => `B,${one},2024,5`)].join('\n');

  it.each([
    ['by the name of the dimension', sdmx('CD_MUNTY_REFNIS', ['21004', '44021'])],
    ['by the names of its places', sdmx('REF_AREA', ['21004: Ville de Bruxelles', '21009: Elsene', '44021: Gent'])],
    ['by codes that are of no other list', sdmx('geo', ['BE10', 'FR'])],
  ])('is named %s', (_, text) => {
    expect(read(text)).toMatchObject({ questions: [], leftOut: 1 });
    expect(read(text).points.length).toBeGreaterThan(0);
  });

  it('is not named when one of its places is called otherwise', () => {
    expect(asked(sdmx('REF_AREA', ['21004: Bruxelles', '21009: Adair County']))[0]?.[0]).toBe('places');
  });
});

describe('what is no statistics', () => {
  const dataset = (json: unknown) => JSON.stringify(json);
  const former = (id: unknown) => ({
    value: [3, null, 5],
    status: { '2': 'p' },
    dimension: {
      ...(id === undefined ? {} : { id }),
      size: [3],
      role: { time: ['year'] },
      year: { category: { index: { '2022': 0, '2023': 1, '2024': 2 } } },
    },
  });

  it.each([
    ['a list', '[{"class":"dataset"}]', 'json-array', 'this is a JSON list'],
    ['a page', '<!DOCTYPE html><html><head><title>503 Busy</title></head>', 'html', '“503 Busy”'],
    ['a page of XHTML', '\n<?xml version="1.0"?>\n<html xmlns="x">', 'html', '“HTML”'],
    ['XML', '<?xml version="1.0"?><message:GenericData>', 'xml', 'this is XML'],
    ['JSON-stat 1.x without an order', dataset({ a: former(undefined) }), 'json-stat-1', '“id” is missing'],
  ])('is called what it is: %s', (_, text, code, words) => {
    const { faults } = read(text);
    expect(faults.map((one) => one.code)).toEqual([code]);
    expect(faults.map((one) => sentenceOf(one, 'en'))[0]).toContain(words);
  });

  it('but JSON-stat 1.x is read as the dataset that it means, and asks which when it has several', () => {
    const points = [
      { period: '2022', municipality: null, value: 3 },
      { period: '2024', municipality: null, value: 5, flags: ['provisional'] },
    ];
    expect(read(dataset({ dataset: former(['year']) })).points).toEqual(points);
    const two = dataset({ a: former(['year']), b: { ...former(['year']), label: 'B', status: ['e'] } });
    expect(asked(two)).toEqual([['dataset', ['a', 'b'], null]]);
    expect(read(two, ['dataset:b']).points[0]?.flags).toEqual(['estimated']);
  });

  it('and of very many datasets the first two hundred are offered, though any may be named', () => {
    const many = dataset(Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`d${at}`, former(['year'])])));
    expect(read(many).questions.map(({ options }) => options.length)).toEqual([200]);
    expect(read(many, ['dataset:d200']).points).toHaveLength(2);
  });

  it('and a collection is read when it holds its dataset itself', () => {
    const { dimension, ...rest } = former(['year']);
    const { id, size, role, ...dimensions } = dimension as Record<string, unknown>;
    const item = [{ ...rest, class: 'dataset', id, size, role, dimension: dimensions }];
    expect(read(dataset({ class: 'collection', link: { item } })).points).toHaveLength(2);
  });
});
