import { describe, expect, it } from '@jest/globals';
import { moved } from './columns.js';

describe('moving a column', () => {
  it.each([
    ['b', -1, 'bac'],
    ['b', 1, 'acb'],
    ['a', -1, 'abc'],
    ['c', 1, 'abc'],
  ])('%s by %i gives %s', (column, by, order) => {
    expect(moved(['a', 'b', 'c'], column, by).join('')).toBe(order);
  });
});
