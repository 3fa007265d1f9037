import { describe, expect, it } from '@jest/globals';
import { fileErrorOf, idOf, wishesOf } from './upload.js';

describe('a place in a file', () => {
  it.each([
    ['rows.12.value', { row: 12, column: 'value' }],
    ['rows.1.LAST UPDATE', { row: 1, column: 'LAST UPDATE' }],
    ['rows.3', { row: 3, column: null }],
    ['dimension.geo.category', { row: null, column: 'dimension.geo.category' }],
    ['', { row: null, column: null }],
  ])('%o has its row and column', (path, expected) => {
    expect(fileErrorOf({ path, message: 'm' })).toEqual({ ...expected, message: 'm' });
  });
});

it('an id is made of the letters and digits of a title', () => {
  expect(idOf(' Faillites, Région de Bruxelles (2026) ')).toBe('faillites-region-de-bruxelles-2026');
});

it('the next file is read as the one before: codes and answers may have colons of their own', () => {
  expect(wishesOf({ where: ['DATAFLOW:A:B(1.0)'], answers: ['part:week:CD_WEEK', 'sum:add'] })).toEqual({
    choices: { DATAFLOW: 'A:B(1.0)' },
    answers: { part: 'week:CD_WEEK', sum: 'add' },
  });
});
