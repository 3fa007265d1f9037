import { describe, expect, it } from '@jest/globals';
import { workbookOf } from '#tables';
import { storedZip } from '../../kernel/files/zip.js';
import { readFile } from './index.js';

type Cells = readonly unknown[];

/** A workbook of one sheet. */
async function workbook(names: readonly string[], rows: readonly Cells[]): Promise<Uint8Array> {
  const columns = names.map((name, at) => ({
    name,
    holds: typeof rows[0]?.[at] === 'number' ? ('number' as const) : ('text' as const),
  }));
  return new Uint8Array(await new Response(workbookOf(columns, rows)).arrayBuffer());
}

const zip = (...files: readonly (readonly [string, string | Uint8Array])[]) =>
  storedZip(files.map(([name, content]) => ({ name, bytes: Buffer.from(content) })));
const read = (file: Uint8Array, answers: readonly string[] = []) => readFile(file, [], answers);
const codesOf = async (file: Uint8Array) => (await read(file)).faults.map((one) => one.code);
const csv = 'period,value\n2024,7\n';

describe('a packed file', () => {
  it('is read as what is in it; what a system puts beside it says nothing', async () => {
    const { points } = await read(zip(['data/a.csv', csv], ['__MACOSX/data/._a.csv', 'x'], ['.DS_Store', 'y']));
    expect(points).toEqual([{ period: '2024', municipality: null, value: 7 }]);
  });

  it('asks which one it is when there are several', async () => {
    const two = zip(['a.csv', csv], ['b.csv', csv.replace('7', '8')]);
    expect((await read(two)).questions).toMatchObject([
      { key: 'entry', options: [{ value: 'a.csv' }, { value: 'b.csv' }] },
    ]);
    expect((await read(two, ['entry:b.csv'])).points).toMatchObject([{ value: 8 }]);
  });

  it.each([
    ['nothing', zip(), 'empty'],
    ['two files of one name', zip(['a.csv', csv], ['a.csv', csv.replace('7', '8')]), 'archive-twice'],
    ['archives in archives', zip(['a.zip', zip(['b.zip', zip(['c.csv', csv])])]), 'archive'],
    ['damage', zip(['a.csv', csv]).subarray(0, 60), 'archive'],
    ['too much', zip(['a.csv', 'x'.repeat(65 * 1_024 * 1_024)]), 'archive-large'],
    ['a document of long ago', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'old-workbook'],
    ['a workbook that is none', zip(['xl/workbook.xml', '<a']), 'archive'],
  ])('of %s is refused and says so', async (_, file, code) => {
    expect(await codesOf(file)).toEqual([code]);
  });
});

describe('a workbook', () => {
  it('has numbers that leave nothing to ask, and texts that may', async () => {
    const numbers = await workbook(['period', 'value'], [
      ['2024', 1.234],
      ['2025', 987],
    ] as Cells[]);
    // The column is written as what its first value is, so the texts of periods stay texts.
    expect((await read(numbers)).points.map(({ value }) => value)).toEqual([1.234, 987]);
    const texts = await workbook(['period', 'value'], [['2024', '1.234']]);
    expect((await read(texts)).questions.map(({ key }) => key)).toEqual(['numbers']);
    expect((await read(zip(['a.xlsx', texts]), ['numbers:comma'])).points).toMatchObject([{ value: 1234 }]);
  });

  it('is mapped by hand as any table, from the first row that is one', async () => {
    const file = await workbook(
      ['Titre du tableau', ''],
      [
        ['', ''],
        ['an', 'faillites'],
        ['2023', '11'],
        ['2024', '12'],
      ],
    );
    const { questions } = await read(file);
    expect(questions.map(({ key }) => key)).toEqual(['value', 'place', 'period']);
    const answers = ['value:faillites', 'place:whole-region', 'period:an', 'part:whole-year'];
    expect((await read(file, answers)).points.map(({ period, value }) => [period, value])).toEqual([
      ['2023', 11],
      ['2024', 12],
    ]);
  });

  it('names a row that is longer than its header: nobody knows what the rest of it is', async () => {
    const file = await workbook(['period', 'value', ''], [
      ['2023', 1, ''],
      ['2024', 2, 7],
    ] as Cells[]);
    const { faults, points } = await read(file);
    expect(points).toEqual([]);
    expect(faults).toMatchObject([{ at: { row: 3, column: null }, code: 'cells', params: { count: 3, expected: 2 } }]);
  });

  it('names the row of the sheet that is wrong', async () => {
    const file = await workbook(['period', 'value'], [
      ['2024', 1],
      ['2025x', 2],
    ] as Cells[]);
    expect((await read(file)).faults).toMatchObject([{ at: { row: 3, column: 'period' }, code: 'period' }]);
  });
});
