import { describe, expect, it } from '@jest/globals';
import { csvLine, csvMannerOf, defused, plainCsv } from './spreadsheet.js';

describe('a text that leaves for a spreadsheet', () => {
  it.each([
    '=1+1',
    '=cmd|"/C calc"!A0',
    '+1+cmd|x',
    '-1+2',
    '-',
    '@SUM(1)',
    '\u0000=1',
    ' =1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    '\u202e=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '﹦1',
    '+32 2 123 45 67',
    '-Infinity',
  ])('begins with an apostrophe when it could be a formula: %j', (text) => {
    expect(defused(text)).toBe(`'${text}`);
  });

  it.each([
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['\n=1', "'\n'=1"],
    ['a;=1', "a;'=1"],
    ['a,=1', "a,'=1"],
    ['a\t=1', "a\t'=1"],
    ['a\n=1', "a\n'=1"],
    ['a\r\n@x', "a\r\n'@x"],
    ['a; ＝1', "a; '＝1"],
    ['a;-1+cmd|x', "a;'-1+cmd|x"],
    ['a;+cmd', "a;'+cmd"],
    ['["a,-2+cmd|x"]', '["a,\'-2+cmd|x"]'],
    ['a,-1e+38+cmd|x', "a,'-1e+38+cmd|x"],
    ['a,-1e+cmd|x', "a,'-1e+cmd|x"],
    ['=1;=2,,=3', "'=1;'=2,,'=3"],
  ])('has one inside, where another separator would begin a cell: %j', (text, safe) => {
    expect(defused(text)).toBe(safe);
  });

  it.each([
    '',
    'été',
    'a - b',
    'a = b',
    'info@relais.example',
    '1-4',
    '-5',
    '+5',
    '-5.25',
    '-5,25',
    '-1e-7',
    '2026-03-02T09:00:00.000Z',
    '[1,-5,-2.5e3,-3.4e+38,-1E-7]',
    '{"a":-5,"b":[null,-1]}',
    'x, -5',
  ])('is left alone otherwise: %j', (text) => {
    expect(defused(text)).toBe(text);
  });

  it('is the same when it was defused before', () => {
    for (const text of ['=1', 'a;=1', '\n＝1;@x']) {
      expect(defused(defused(text))).toBe(defused(text));
    }
  });
});

describe('a line of CSV', () => {
  it('has the separator and the decimal sign that spreadsheets of the language expect, and a mark of UTF-8', () => {
    expect(['fr', 'nl', 'en'].map((language) => csvMannerOf(language as 'fr'))).toEqual([
      { separator: ';', decimal: ',', mark: '\uFEFF' },
      { separator: ';', decimal: ',', mark: '\uFEFF' },
      { separator: ',', decimal: '.', mark: '\uFEFF' },
    ]);
    expect(csvLine(['a', 1.5, null, 'x;y', -2], csvMannerOf('fr'))).toBe('a;1,5;;"x;y";-2');
    expect(csvLine(['a', 1.5, null, 'x;y', -2], plainCsv)).toBe('a,1.5,,"x;y",-2');
  });

  it('quotes what either separator would part, and defuses', () => {
    expect(csvLine(['a,b', 'c"d', 'e\nf', '=g', '\t'], plainCsv)).toBe('"a,b","c""d","e\nf",\'=g,"\t"');
  });
});
