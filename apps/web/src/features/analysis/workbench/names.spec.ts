import { describe, expect, it } from '@jest/globals';
import type { ResultColumn } from '#contracts/analysis';
import type { Result } from './cells.js';
import { withNames } from './names.js';

const column = (name: string, kind: ResultColumn['kind'] = 'text'): ResultColumn => ({ name, type: 'X', kind });
const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  profession: { coach: 'coach', lawyer: 'avocat', accountant: 'comptable' },
  service: { 'one-desk': 'Guichet', 'other-desk': 'Guichet', 'third-desk': 'Écoute' },
  difficulties: { vat: 'TVA', 'cash-flow': 'trésorerie' },
};
const words = (meaning: string, value: unknown) => known[meaning]?.[String(value)];
const rowsOf = (result: Result) => withNames(result, words)?.rows;

describe('names instead of codes', () => {
  it('stand in columns that are called like those of the tables, and nowhere else', () => {
    const result = {
      columns: [column('Profession'), column('note'), column('count', 'number')],
      rows: [
        ['lawyer', 'lawyer', 3],
        ['coach', null, 1],
        ['unheard-of', 'x', null],
      ],
    };
    expect(rowsOf(result)).toEqual([
      ['avocat', 'lawyer', 3],
      ['coach', null, 1],
      ['unheard-of', 'x', null],
    ]);
  });

  it('keep the code behind them where two codes have the same', () => {
    const result = { columns: [column('service')], rows: [['one-desk'], ['other-desk'], ['third-desk'], ['Écoute']] };
    expect(rowsOf(result)).toEqual([
      ['Guichet (one-desk)'],
      ['Guichet (other-desk)'],
      ['Écoute (third-desk)'],
      ['Écoute'],
    ]);
  });

  it('stand in lists, joined by commas', () => {
    const result = { columns: [column('difficulties', 'other')], rows: [[['vat', 'cash-flow', 'x']], [[]], [null]] };
    expect(rowsOf(result)).toEqual([['TVA, trésorerie, x'], [[]], [null]]);
  });

  it('are not offered when there is nothing to name', () => {
    const columns = [column('profession'), column('n', 'number')];
    expect(withNames({ columns, rows: [['coach', 1]] }, words)).toBeUndefined();
    expect(withNames({ columns, rows: [] }, words)).toBeUndefined();
  });
});
