import { describe, expect, it } from '@jest/globals';
import { rowErrorOf } from './import-file.js';

describe('errors of an imported file', () => {
  it('reads row and column out of a place', () => {
    const message = 'wrong';
    expect(rowErrorOf({ path: 'rows.12.sector', message })).toEqual({ row: 12, column: 'sector', message });
    expect(rowErrorOf({ path: 'rows.7', message })).toEqual({ row: 7, column: null, message });
    expect(rowErrorOf({ path: '7.closed_on', message })).toEqual({ row: 7, column: 'closed_on', message });
  });

  it('keeps what names no row', () => {
    expect(rowErrorOf({ path: 'file', message: 'empty' })).toEqual({ row: null, column: 'file', message: 'empty' });
  });
});
