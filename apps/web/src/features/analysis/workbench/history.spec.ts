import { describe, expect, it } from '@jest/globals';
import { searchOfPast } from './history.js';

describe('a query of the history', () => {
  it('opens with its values in their fields', () => {
    const subject = 'SELECT $since -- the day\nFROM events\n-- $since = "2024-01-01"\n-- $n = 3';
    expect(searchOfPast(subject)).toEqual({
      sql: 'SELECT $since -- the day\nFROM events',
      'p.since': '2024-01-01',
      'p.n': '3',
    });
  });

  it('keeps comments that are part of it', () => {
    expect(searchOfPast('SELECT 1\n-- $a = who knows')).toEqual({ sql: 'SELECT 1\n-- $a = who knows' });
    expect(searchOfPast('SELECT 1')).toEqual({ sql: 'SELECT 1' });
  });
});
