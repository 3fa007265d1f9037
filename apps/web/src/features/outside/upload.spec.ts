import { describe, expect, it } from '@jest/globals';
import { fileErrorOf, idOf, lookAt, wishesOf } from './upload.js';

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

it('what was not chosen or answered yet is not sent', async () => {
  const before = globalThis.fetch;
  const asked: unknown[] = [];
  globalThis.fetch = async (url) => {
    asked.push(url);
    return Response.json({});
  };
  try {
    const wishes = { choices: { geo: 'BE10', sex: '' }, answers: { sum: 'add', period: '' } };
    await lookAt(new File(['x'], 'x.csv'), wishes);
  } finally {
    globalThis.fetch = before;
  }
  expect(asked).toEqual(['/api/v1/outside/readings?where=geo%3ABE10&answer=sum%3Aadd']);
});
