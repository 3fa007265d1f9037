import { describe, expect, it } from '@jest/globals';
import { cellText, columnWidths, tabbed } from './cells.js';
import { spotOf, wordAt } from './fault-spot.js';

const result = {
  columns: [
    { name: 'n', type: 'BIGINT', kind: 'number' },
    { name: 'words', type: 'VARCHAR[]', kind: 'other' },
  ] as const,
  rows: [
    [1, ['a', 'b']],
    [null, 'tab\there and "quotes"'],
  ],
};

describe('cells', () => {
  it('are text, JSON where they hold several values, and nothing where there is none', () => {
    expect([1, 'a', true, ['a'], { a: 1 }, null].map(cellText)).toEqual(['1', 'a', 'true', '["a"]', '{"a":1}', null]);
  });

  it('are copied so that a spreadsheet finds the same cells', () => {
    expect(tabbed(result, 'fr')).toBe('n\twords\n1\t"[""a"",""b""]"\n\t"tab\there and ""quotes"""');
  });

  it('are copied as no formula, heading and values alike', () => {
    const columns = [
      { name: '=1+1', type: 'VARCHAR', kind: 'text' },
      { name: '\n@x', type: 'BLOB', kind: 'other' },
    ] as const;
    const rows = [
      ['=cmd', '＝1'],
      ['-5', ['=1']],
    ];
    expect(tabbed({ columns, rows }, 'en')).toBe(`'=1+1\t"'\n'@x"\n'=cmd\t'＝1\n-5\t"[""=1""]"`);
  });

  it('are copied with the decimal sign that the spreadsheets of the language expect', () => {
    const columns = [{ name: 'n', type: 'DECIMAL(5,3)', kind: 'number' }] as const;
    const rows = [['1.234'], [-0.5], [1e-7]];
    expect(tabbed({ columns, rows }, 'nl')).toBe('n\n1,234\n-0,5\n1e-7');
    expect(tabbed({ columns, rows }, 'en')).toBe('n\n1.234\n-0.5\n1e-7');
  });

  it('have columns wide enough for what is in them, within reason', () => {
    expect(columnWidths(result)).toEqual([6, 22]);
    expect(columnWidths({ ...result, rows: [[1, 'x'.repeat(500)]] })).toEqual([6, 44]);
  });
});

describe('the place of a fault', () => {
  const sql = 'SELECT a,\n  nosuch\nFROM events';

  it('is a line and a letter, as people count, and a whole word', () => {
    const at = sql.indexOf('nosuch');
    expect(spotOf(sql, at)).toEqual({ line: 2, letter: 3, text: '  nosuch', length: 6 });
    expect(spotOf(sql, 0)).toEqual({ line: 1, letter: 1, text: 'SELECT a,', length: 6 });
  });

  it('at or after the end is the last letter; an empty text has none', () => {
    expect(spotOf(sql, 500)).toEqual({ line: 3, letter: 11, text: 'FROM events', length: 1 });
    expect(wordAt('', 0)).toBeNull();
  });
});
