import { describe, expect, it } from '@jest/globals';
import { pathOf } from '../fault.js';
import { readStatistics } from './index.js';

/** Two kinds, two places, three months; values count up from 1. */
const dataset = {
  version: '2.0',
  class: 'dataset',
  id: ['kind', 'geo', 'time'],
  size: [2, 2, 3],
  role: { time: ['time'], geo: ['geo'] },
  dimension: {
    kind: { category: { index: ['company', 'sole'], label: { company: 'Companies', sole: 'Sole traders' } } },
    geo: { category: { index: { '21009': 1, '21004': 0 } } },
    time: { category: { index: ['2024M01', '2024M02', '2024M03'] } },
  },
  value: Array.from({ length: 12 }, (_, at): number | null => at + 1),
  status: { '3': 'p' },
};

const read = (json: unknown, where: readonly string[] = []) =>
  readStatistics(Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)), where, ['places:nis']);
const faultsOf = (json: unknown, where: readonly string[] = []) =>
  read(json, where).faults.map((one) => [pathOf(one.at), one.code]);

describe('JSON-stat 2.0', () => {
  it('is read by strides, codes in the order of their index', () => {
    const { points, faults, fixed } = read(dataset, ['kind:sole']);
    expect([faults, fixed]).toEqual([[], [{ dimension: 'kind', code: 'sole' }]]);
    expect(points.map((one) => [one.period, one.municipality, one.value])).toEqual([
      ['2024-01', '21004', 7],
      ['2024-01', '21009', 10],
      ['2024-02', '21004', 8],
      ['2024-02', '21009', 11],
      ['2024-03', '21004', 9],
      ['2024-03', '21009', 12],
    ]);
  });

  it('is what its class says, also with something in it that looks like a dataset of before', () => {
    const extension = { dimension: { id: ['x'], size: [1] }, value: [7] };
    expect(read({ ...dataset, extension }, ['kind:sole']).points).toEqual(read(dataset, ['kind:sole']).points);
  });

  it('is read with sparse values and null', () => {
    const sparse = { ...dataset, value: { '6': 3.5, '7': null, '11': 0 } };
    const { points, withoutValue } = read(sparse, ['kind:sole']);
    expect(points.map((one) => one.value)).toEqual([3.5, 0]);
    expect(withoutValue).toBe(4);
  });

  it('finds time and place by name without roles, and one category without index', () => {
    const { role: _, ...plain } = dataset;
    const one = {
      ...plain,
      size: [1, 2, 3],
      dimension: { ...dataset.dimension, kind: { category: { label: { all: 'All' } } } },
      value: [1, 2, 3, 4, 5, 6],
    };
    expect(read(one)).toMatchObject({ faults: [], grain: 'month', fixed: [{ dimension: 'kind', code: 'all' }] });
    expect(read(one).points).toHaveLength(6);
  });

  it('is read with its flags, by their place or one for all', () => {
    const flagsOf = (status: unknown) =>
      read({ ...dataset, status }, ['kind:company']).points.map(({ period, municipality, flags = [] }) => [
        `${period} ${municipality}`,
        ...flags,
      ]);
    expect(flagsOf({ '3': 'p', '4': 'b' }).filter((one) => one.length > 1)).toEqual([
      ['2024-01 21009', 'provisional'],
      ['2024-02 21009', 'break'],
    ]);
    expect(flagsOf('e').map(([, flag]) => flag)).toEqual(Array(6).fill('estimated'));
    expect(faultsOf({ ...dataset, status: { '3': 7 } }, ['kind:company'])).toEqual([['status', 'malformed']]);
    const secret = read({ ...dataset, value: { ...dataset.value, '0': null }, status: { '0': 'c' } }, ['kind:company']);
    expect(secret.points[0]).toEqual({
      period: '2024-01',
      municipality: '21004',
      value: null,
      flags: ['confidential'],
    });
  });

  it('asks for a choice, with labels', () => {
    expect(read(dataset).choices).toEqual([
      {
        dimension: 'kind',
        codes: [
          { code: 'company', label: 'Companies' },
          { code: 'sole', label: 'Sole traders' },
        ],
      },
    ]);
    expect(faultsOf(dataset)).toEqual([['dimension.kind.category', 'several']]);
  });

  const { role: _, ...noRole } = dataset;
  const timeless = {
    ...noRole,
    id: ['kind', 'geo', 'x'],
    dimension: { ...dataset.dimension, x: dataset.dimension.time },
  };
  it.each([
    ['a stop in the middle', '{"class": "dataset", ', ['json', 'json']],
    ['a collection', { class: 'collection' }, ['class', 'not-json-stat']],
    ['JSON of something else', { a: 1 }, ['class', 'not-json-stat']],
    ['sizes that are no numbers', { ...dataset, size: ['2', 2, 3] }, ['size.0', 'malformed']],
    ['no values', { ...dataset, value: undefined }, ['value', 'malformed']],
    ['too few sizes', { ...dataset, size: [2, 6] }, ['size', 'size']],
    ['too few values', { ...dataset, value: [1, 2] }, ['value', 'size']],
    ['a value beyond the end', { ...dataset, value: { '12': 1 } }, ['value.12', 'size']],
    [
      'a dimension that is not described',
      { ...dataset, dimension: { kind: dataset.dimension.kind, geo: dataset.dimension.geo } },
      ['dimension.time.category', 'size'],
    ],
    ['no time', timeless, ['role.time', 'no-time']],
  ])('with %s is refused with its path', (_, json, expected) => {
    expect(faultsOf(json)).toEqual([expected]);
  });

  it('names the value and the category that cannot be read', () => {
    const wrong = {
      ...dataset,
      dimension: { ...dataset.dimension, time: { category: { index: ['2024M01', 'printemps', '2024M03'] } } },
      value: dataset.value.map((one, at) => (at === 2 ? 'beaucoup' : one)),
    };
    expect(faultsOf(wrong, ['kind:company'])).toEqual([
      ['dimension.time.category.printemps', 'period'],
      ['value.2', 'number'],
    ]);
  });

  it('that stands for billions of cells in a few bytes is refused at once', () => {
    const long = Array.from({ length: 2000 }, (_, at) => `x${at}`);
    const huge = {
      ...dataset,
      id: ['geo', 'time'],
      size: [2000, 2000],
      dimension: { geo: { category: { index: long } }, time: { category: { index: long } } },
      value: {},
    };
    expect(faultsOf(huge)).toEqual([['size', 'large']]);
  });

  it('has at most a hundred dimensions', () => {
    const id = Array.from({ length: 101 }, (_, at) => `d${at}`);
    expect(faultsOf({ ...dataset, id, size: id.map(() => 1), value: [1] })).toEqual([['id', 'dimensions-many']]);
  });

  it('is told of no more than is read', () => {
    const values = (value: unknown) => faultsOf({ ...dataset, value }, ['kind:company']);
    const beyond = Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [at + 12, 1]));
    expect(values(beyond)).toHaveLength(1_000);
    const odd = faultsOf({ ...dataset, id: [...dataset.id, ...Array<number>(3_000).fill(1)] });
    expect([odd.length, odd[0]]).toEqual([1_000, ['id.3', 'malformed']]);
    const index = Array.from({ length: 3_000 }, (_, at) => `x${at}`);
    const time = {
      class: 'dataset',
      id: ['time'],
      size: [3_000],
      dimension: { time: { category: { index } } },
      value: {},
    };
    expect(faultsOf(time).at(-1)).toEqual(['dimension.time.category.x999', 'stopped']);
  });

  it('is told of names as far as they can be read', () => {
    const name = 'x'.repeat(5_000);
    const time = {
      class: 'dataset',
      id: ['time'],
      size: [1],
      dimension: { time: { category: { index: [name] } } },
      value: [1],
    };
    const [fault] = readStatistics(Buffer.from(JSON.stringify(time)), []).faults;
    expect([fault && pathOf(fault.at).length, fault?.code]).toEqual([400, 'period']);
  });
});
