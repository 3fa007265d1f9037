import { describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { workbookOf, WorkbookTooLarge, type WorkbookColumn } from './workbook.js';

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function read(holds: WorkbookColumn['holds'], values: readonly unknown[]): Promise<unknown[]> {
  const stream = workbookOf(
    [{ name: 'x', holds }],
    values.map((value) => [value]),
  );
  const { sheets } = await readXlsx(await bytesOf(stream), { readStyles: true });
  return sheets[0]?.rows.slice(1).map((row) => row[0]) ?? [];
}

describe('a workbook', () => {
  it('holds texts as texts, whatever they begin with', async () => {
    const texts = [
      '=1+1',
      '+1',
      '-1',
      '@x',
      '＝1',
      '\t=1',
      '\n=1',
      ' lead ',
      '007',
      '1-4',
      '2026-03-02',
      'constructor',
      '__proto__',
      '_x000D_',
      'a\u0001b',
      '<&>"',
      'é😀',
      'a\r\nb',
    ];
    expect(await read('text', texts)).toEqual(texts);
  });

  it('has no formula in it', async () => {
    const { sheets } = await readXlsx(await bytesOf(workbookOf([{ name: '=1+1', holds: 'text' }], [['=1+1']])));
    expect(sheets[0]?.rows).toEqual([['=1+1'], ['=1+1']]);
    expect([...(sheets[0]?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
  });

  it('holds numbers as numbers, and as texts those that Excel would round', async () => {
    expect(await read('number', [1, -2.5, '1.50', '123456789012345', 0.1, null, 1e22])).toEqual([
      1,
      -2.5,
      1.5,
      123456789012345,
      0.1,
      null,
      1e22,
    ]);
    expect(
      await read('number', ['9007199254740993', 1234567890123456, '0.30000000000000004', 'Infinity', 'NaN']),
    ).toEqual(['9007199254740993', '1234567890123456', 0.30000000000000004, 'Infinity', 'NaN']);
    expect(await read('number', ['0.123456789012345678901'])).toEqual(['0.123456789012345678901']);
  });

  it('holds days as days, and those that Excel does not know as texts', async () => {
    const days = await read('day', ['2026-03-02', '1900-03-01', '1900-02-28', '0044-03-15 (BC)', null]);
    expect(days.map((day) => (day instanceof Date ? day.toISOString().slice(0, 10) : day))).toEqual([
      '2026-03-02',
      '1900-03-01',
      '1900-02-28',
      '0044-03-15 (BC)',
      null,
    ]);
    expect(days[0]).toBeInstanceOf(Date);
    expect(days[2]).toBe('1900-02-28');
  });

  it('holds yes and no, and lists as JSON', async () => {
    expect(await read('text', [true, false, [1, 'a'], { a: null }])).toEqual([true, false, '[1,"a"]', '{"a":null}']);
  });

  it('is not made of more rows than Excel has, its head among them', async () => {
    const columns = [{ name: 'x', holds: 'text' }] as const;
    const made = (rows: number) =>
      bytesOf(
        workbookOf(
          columns,
          Array.from({ length: rows }, () => ['a']),
          3,
        ),
      );
    await expect(made(3)).rejects.toThrow(WorkbookTooLarge);
    expect((await readXlsx(await made(2))).sheets.map(({ rows }) => rows.length)).toEqual([3]);
  });

  it('is not made when Excel could not read all of it', async () => {
    await expect(read('text', ['x'.repeat(32_768)])).rejects.toThrow(WorkbookTooLarge);
    expect(await read('text', ['x'.repeat(32_767)])).toEqual(['x'.repeat(32_767)]);
  });
});
