import { describe, expect, it } from '@jest/globals';
import { CaseFacts, importColumns } from '#contracts';
import { factsOf } from './columns.js';
import { readFile } from './read-file.js';

const cells = {
  reference: 'A-1',
  opened_on: '2024-02-29',
  closed_on: '2024-02-29',
  languages: 'fr | nl',
  municipality: '21009',
  sector: 'horeca',
  legal_form: 'company',
  size_band: '1-4',
  age_band: '<1',
  stage: 'distress',
  difficulties: 'rent:2|vat:1',
  channel: 'phone',
  urgency: 'urgent',
  outcome: 'recovered',
};

function read(
  change: Partial<typeof cells>,
  separator = ',',
  columns: readonly (keyof typeof cells)[] = importColumns,
) {
  const values = columns.map((column) => ({ ...cells, ...change })[column]);
  return readFile(Buffer.from(`\uFEFF${columns.join(separator)}\r\n${values.join(separator)}\r\n`), '2024-03-01');
}

describe('a file of closed cases', () => {
  it.each([',', ';'])('is read with columns in any order, separated by %s', async (separator) => {
    const { rows, faults } = await read({}, separator, importColumns.toReversed());
    expect(faults).toEqual([]);
    expect(rows.map((one) => one.row)).toEqual([2]);
    const [row] = rows;
    expect(row && CaseFacts.parse(factsOf(row.cells))).toMatchObject({
      languages: ['fr', 'nl'],
      ageBand: '<1',
      difficulties: [
        { difficulty: 'rent', severity: 2 },
        { difficulty: 'vat', severity: 1 },
      ],
    });
  });

  it.each([
    [{ opened_on: '2023-02-29' }, ['opened_on', 'date']],
    [{ opened_on: '29/02/2024' }, ['opened_on', 'date']],
    [{ closed_on: '2024-03-02' }, ['closed_on', 'future']],
    [{ opened_on: '2024-03-01' }, ['closed_on', 'order']],
    [{ difficulties: 'rent' }, ['difficulties', 'severity']],
    [{ difficulties: 'rent:1|rent:2' }, ['difficulties', 'twice']],
    [{ difficulties: 'toString:1' }, ['difficulties', 'code']],
    [{ languages: 'fr|' }, ['languages', 'code']],
    [{ sector: 'constructor' }, ['sector', 'code']],
    [{ sector: '' }, ['sector', 'missing']],
    [{ sector: 'madame Dupont' }, ['sector', 'identifier']],
    [{ reference: '0403.170.701' }, ['reference', 'identifier']],
    [{ reference: 'x'.repeat(101) }, ['reference', 'long']],
  ])('names what is wrong with %o', async (change, [column, code]) => {
    const { rows, faults } = await read(change);
    expect(rows).toEqual([]);
    expect(faults.map((one) => [one.row, one.column, one.code])).toEqual([[2, column, code]]);
  });

  it('must be UTF-8', async () => {
    const { faults } = await readFile(Buffer.from([0xe9, 0x2c]), '2024-03-01');
    expect(faults.map((one) => one.code)).toEqual(['encoding']);
  });
});
