import { describe, expect, it } from '@jest/globals';
import { CaseFacts, importColumns, optionalImportColumns } from '#contracts/case';
import { factsOf } from './columns.js';
import { sentenceOf } from './faults.js';
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
  referrals: '',
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
    [{ opened_on: '30/02/2024' }, ['opened_on', 'date']],
    [{ opened_on: '01/02/2024' }, ['opened_on', 'date-order']],
    [{ size_band: '01-f\u00e9vr' }, ['size_band', 'band-date']],
    [{ size_band: '10' }, ['size_band', 'code']],
    [{ reference: '1.23E+11' }, ['reference', 'reference-cut']],
    [{ closed_on: '2024-03-02' }, ['closed_on', 'future']],
    [{ closed_on: '2999-01-01' }, ['closed_on', 'future']],
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

  const referred = (referrals: string) =>
    read({ opened_on: '2024-02-01', referrals }, ',', [...importColumns, ...optionalImportColumns]);

  it('may tell of referrals, whose places in their chain follow from who sent them', async () => {
    const { rows, faults } = await referred(
      [
        'first-line>mediator:2024-02-01:accepted:2024-02-01:2024-02-05:2024-02-12:referred-onward',
        ' mediator > lawyer : 2024-02-12 : full : 2024-02-13 ',
        'first-line>psychologist:2024-02-12',
        'lawyer>mediator:2024-02-13:expired:2024-02-29:::',
      ].join('|'),
    );
    expect(faults).toEqual([]);
    const never = { firstContactOn: null, endedOn: null, outcome: null };
    expect(rows[0]?.cells.referrals).toEqual([
      {
        from: 'first-line',
        to: 'mediator',
        sentOn: '2024-02-01',
        answer: 'accepted',
        answeredOn: '2024-02-01',
        firstContactOn: '2024-02-05',
        endedOn: '2024-02-12',
        outcome: 'referred-onward',
        hop: 0,
      },
      {
        from: 'mediator',
        to: 'lawyer',
        sentOn: '2024-02-12',
        answer: 'full',
        answeredOn: '2024-02-13',
        ...never,
        hop: 1,
      },
      {
        from: 'first-line',
        to: 'psychologist',
        sentOn: '2024-02-12',
        answer: null,
        answeredOn: null,
        ...never,
        hop: 0,
      },
      {
        from: 'lawyer',
        to: 'mediator',
        sentOn: '2024-02-13',
        answer: 'expired',
        answeredOn: '2024-02-29',
        ...never,
        hop: 2,
      },
    ]);
    expect((await referred('')).rows[0]?.cells.referrals).toBeUndefined();
  });

  describe('that a spreadsheet has saved again', () => {
    const spoilt = {
      ...cells,
      opened_on: '13/02/2024',
      closed_on: '01/03/2024',
      sector: 'Horeca',
      municipality: 'Elsene',
      size_band: '01-avr',
      age_band: '01-févr',
      reference: 'Dossier n°12',
    };
    const file = (change: Partial<typeof cells> = {}) =>
      [
        `${importColumns.join(';')};;`,
        `${importColumns.map((column) => ({ ...spoilt, ...change })[column]).join(';')};;`,
        '',
      ].join('\r\n');

    it.each([
      ['UTF-8', Buffer.from(`\uFEFF${file()}`)],
      ['latin1', Buffer.from(file(), 'latin1')],
      ['UTF-16', Buffer.from(`\uFEFF${file()}`, 'utf16le')],
    ])('in %s is understood: bands that became dates, days, names, empty columns', (_, bytes) => {
      const { rows, faults } = readFile(bytes, '2024-03-01');
      expect(faults).toEqual([]);
      expect(rows[0]?.cells).toMatchObject({
        reference: 'Dossier n°12',
        opened_on: '2024-02-13',
        closed_on: '2024-03-01',
        sector: 'horeca',
        municipality: '21009',
        size_band: '1-4',
        age_band: '1-2',
      });
    });

    it.each([
      ['size_band', '1-4', ['01-avr', '1-apr', '4-Jan', '1/04/2024', '2024-04-01', '1.04.2024']],
      ['size_band', '5-9', ['05-sept', '9-May', '05-sep.']],
      ['size_band', '10-49', ['oct-49', 'okt-49', 'Oct-49', '1/10/2049']],
      ['age_band', '3-4', ['03-avr', '4-Mar', '3-apr']],
      ['age_band', '<1', ['<1', 'moins d’un an', 'Minder dan een jaar']],
    ] as const)('has the %s %s wherever only that can have been there', (column, band, written) => {
      for (const one of written) {
        const { rows, faults } = readFile(Buffer.from(file({ [column]: one })), '2024-03-01');
        expect([one, faults, rows[0]?.cells[column]]).toEqual([one, [], band]);
      }
    });

    it('says of each cell that it does not understand what it holds, and what may stand there', () => {
      const { faults } = readFile(Buffer.from(file({ size_band: '01-févr', opened_on: '01/02/2024' })), '2024-03-01');
      expect(faults.map((one) => sentenceOf(one, 'fr'))).toEqual([
        expect.stringContaining('peut être le 2024-02-01 ou le 2024-01-02'),
        expect.stringContaining('01/03/2024'),
        expect.stringContaining('0, 1-4, 5-9, 10-49, 50+, unknown'),
      ]);
    });
  });

  const begin = 'first-line>mediator:2024-02-01';
  it.each([
    ['first-line:2024-02-01', 'shape', 'referral 1: write from>to:sent:answer:'],
    [`${begin}|first-line>mediator`, 'shape', 'referral 2: write'],
    [`${begin}:accepted:2024-02-01::::`, 'shape', 'referral 1: write'],
    ['baker>mediator:2024-02-01', 'code', 'referral 1: unknown code “baker”; write one of: mediator, accountant,'],
    [`first-line>first-line:2024-02-01`, 'code', 'unknown code “first-line”; write one of: mediator,'],
    [`${begin}:maybe:2024-02-01`, 'code', 'unknown code “maybe”; write one of: accepted, full,'],
    ['first-line>mediator:2024-02-30', 'date', 'referral 1: “2024-02-30” is not a date'],
    [`${begin}:accepted`, 'answer', 'give the answer and its date, or neither'],
    [`${begin}::2024-02-02`, 'answer', 'give the answer and its date, or neither'],
    [`${begin}:full:2024-02-02:2024-02-03`, 'help', 'only after the answer “accepted”'],
    [`${begin}::::2024-02-03:helped`, 'help', 'only after the answer “accepted”'],
    [`${begin}:accepted:2024-02-02::2024-02-03`, 'end', 'give the date of the end and the outcome, or neither'],
    [`${begin}:accepted:2024-02-02:2024-02-04:2024-02-03:helped`, 'order', 'the dates must follow each other'],
    ['first-line>mediator:2024-01-31', 'outside', 'between the opening and the closing of the case'],
    [`${begin}:full:2024-03-01`, 'outside', 'between the opening and the closing of the case'],
    [Array.from({ length: 21 }, () => begin).join('|'), 'many', 'at most 20 referrals per case'],
  ])('names what is wrong with the referrals %s', async (cell, code, sentence) => {
    const { rows, faults } = await referred(cell);
    expect([rows, faults.map((one) => [one.row, one.column, one.code])]).toEqual([
      [],
      [[2, 'referrals', `referral-${code}`]],
    ]);
    expect(faults.map((one) => sentenceOf(one, 'en'))).toEqual([expect.stringContaining(sentence)]);
  });

  it('must be in letters that can be read', async () => {
    const { faults } = await readFile(Buffer.from([0x81, 0x2c]), '2024-03-01');
    expect(faults.map((one) => one.code)).toEqual(['encoding']);
  });

  describe('that nobody can have meant', () => {
    const head = importColumns.join(',');
    const rowWith = (reference: string) => importColumns.map((column) => ({ ...cells, reference })[column]).join(',');

    it('is read until as much is wrong as is told', () => {
      const empty = ','.repeat(importColumns.length - 1);
      const file = [head, ...Array<string>(2_000).fill(empty), rowWith('A-1')].join('\n');
      const { rows, faults } = readFile(Buffer.from(file), '2024-03-01');
      expect([rows, faults.length]).toEqual([[], 1_000]);
      expect(faults[0]).toMatchObject({ row: 2, code: 'missing' });
      // 14 columns are missing in each row: the 72nd is the last that is looked at.
      expect(faults.at(-1)).toEqual({ row: 73, column: null, code: 'stopped', params: { count: 999 } });
      expect(faults.map((one) => sentenceOf(one, 'fr')).at(-1)).toContain('s’arrête ici, après 999 erreurs');
    });

    it('has cells that are not looked into', () => {
      const long = `a@example.org ${'0.'.repeat(45_000)}`;
      const { faults } = readFile(Buffer.from(`${head}\n${rowWith(long)}\n${rowWith('A-1')}`), '2024-03-01');
      expect(faults).toEqual([{ row: 2, column: 'reference', code: 'long', params: { count: 4_000 } }]);
      expect(faults.map((one) => sentenceOf(one, 'nl'))).toEqual(['meer dan 4.000 tekens: kort deze cel in']);
    });

    it('has more rows than there may be', () => {
      const file = [head, ...['A-1', 'A-2', 'A-3'].map(rowWith)].join('\n');
      const { faults } = readFile(Buffer.from(file), '2024-03-01', { rows: 2 });
      expect(faults).toEqual([{ row: 4, column: null, code: 'rows-many', params: { count: 2 } }]);
      expect(faults.map((one) => sentenceOf(one, 'en'))).toEqual(['more than 2 rows: split the file into several']);
    });

    it('has no header but a long line', () => {
      const { faults } = readFile(Buffer.from('a,'.repeat(40_000)), '2024-03-01');
      expect(faults.map(({ code }) => code)).toEqual(['columns-many']);
    });
  });
});
