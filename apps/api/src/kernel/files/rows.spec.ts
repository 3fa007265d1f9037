import { describe, expect, it } from '@jest/globals';
import { fileFaults } from './faults.js';
import { mostFaults, readRows, textOf, toldOf } from './rows.js';

/** What is taken of a text, and what ended it. */
function read(text: string, rows = 3, most = Infinity) {
  const taken: unknown[] = [];
  const ended = readRows(text, {
    delimiter: ',',
    rows,
    take: (cells, row) => (taken.push([row, ...cells]) < most ? 'more' : 'enough'),
  });
  return { taken, ended };
}

describe('the rows of a file', () => {
  it('are taken with their lines and without the space around their cells', () => {
    expect(read('a, b \r\n\r\n1," 2\n ,3"\r\n,,\r\n')).toEqual({
      taken: [
        [1, 'a', 'b'],
        [4, '1', '2\n ,3'],
        [5, '', '', ''],
      ],
      ended: undefined,
    });
  });

  it('are at most as many as there may be beside the header', () => {
    expect(read('h\n1\n2\n3\n').ended).toBeUndefined();
    const { taken, ended } = read('h\n1\n2\n3\n4\n5\n');
    expect([taken.length, ended]).toEqual([4, { row: 5, code: 'rows-many', params: { count: 3 } }]);
  });

  it('end when nobody wants more of them', () => {
    expect(read('h\n1\n2\n"', 3, 2)).toEqual({
      taken: [
        [1, 'h'],
        [2, '1'],
      ],
      ended: 'enough',
    });
  });

  it.each([
    ['a hundred columns and one more', `h\n${','.repeat(100)}`, 'columns-many', 100],
    ['more characters than a row has', `h\n"${'x'.repeat(100_002)}`, 'row-long', 100_000],
  ] as const)('end at %s', (_, text, code, count) => {
    const { ended } = read(text);
    expect(ended).toMatchObject({ code, params: { count } });
    expect(fileFaults[code].en).toContain('{count}');
  });

  it('end at a quote that never ends, with its reason', () => {
    expect(read('h\n"1').ended).toEqual({ row: 2, code: 'csv', params: { reason: 'CSV_QUOTE_NOT_CLOSED' } });
  });

  it('fail when the taking fails', () => {
    const take = () => {
      throw new RangeError('a fault of ours');
    };
    expect(() => readRows('h', { delimiter: ',', rows: 1, take })).toThrow('a fault of ours');
  });
});

describe('a text', () => {
  it('is UTF-8, and has no byte order mark', () => {
    expect(textOf(Buffer.from('\uFEFFé'))).toBe('é');
  });

  it('is what a spreadsheet saves: Windows-1252, or UTF-16 that says so', () => {
    expect(textOf(Buffer.from('na\u00efve', 'latin1'))).toBe('na\u00efve');
    expect(textOf(Buffer.from('\uFEFFé', 'utf16le'))).toBe('é');
    expect(textOf(Buffer.from('\uFEFFé', 'utf16le').swap16())).toBe('é');
  });

  it.each([
    ['a byte that no encoding has', [0x61, 0x81]],
    ['half a letter of UTF-16', [0xff, 0xfe, 0x61]],
    ['a control sign', [0xe9, 0x01]],
  ])('is not %s', (_, bytes) => {
    expect(textOf(Buffer.from(bytes))).toBeUndefined();
  });
});

describe('faults', () => {
  type Said = { readonly at: number; readonly said: unknown };
  const told = (count: number) =>
    toldOf<Said>(
      Array.from({ length: count }, (_, at) => ({ at, said: 'wrong' })),
      ({ at }, code, params) => ({ at, said: [code, params] }),
    );

  it('are all told, or as many as an answer holds and that there may be more', () => {
    expect([mostFaults, told(mostFaults).at(-1)]).toEqual([999, { at: 998, said: 'wrong' }]);
    expect([told(5_000).length, told(5_000).slice(-2)]).toEqual([
      1_000,
      [
        { at: 998, said: 'wrong' },
        { at: 999, said: ['stopped', { count: 999 }] },
      ],
    ]);
  });
});
