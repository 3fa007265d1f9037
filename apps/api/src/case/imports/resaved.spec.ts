import { describe, expect, it } from '@jest/globals';
import { CellFault } from './cell-fault.js';
import { bandIn, codeOrName } from './resaved.js';

const named = (fr: string, nl: string, en: string) => ({ label: { fr, nl, en } });
const same = (name: string) => named(name, name, name);

/** What is read of a cell, or the code of what is wrong with it. */
function told(read: (cell: string) => string, cell: string): string {
  try {
    return read(cell);
  } catch (error) {
    return error instanceof CellFault ? `fault ${error.code}` : 'another fault';
  }
}

describe('a name in a file that was saved again', () => {
  const list = { bank: named('Banque', 'Bank', 'Bank'), seat: named('Banc', 'BANK', 'Seat'), toll: same('banque') };

  it('is the code of which it is the name in a language', () => {
    expect([told(codeOrName(list), 'banc'), told(codeOrName(list), ' SEAT ')]).toEqual(['seat', 'seat']);
  });

  it('is none when several codes are called so, unless it is a code itself', () => {
    const codes = ['Bank', 'banque', 'bank', 'toll'].map((cell) => told(codeOrName(list), cell));
    expect(codes).toEqual(['fault code', 'fault code', 'bank', 'toll']);
  });
});

describe('a band that a spreadsheet has made a date of', () => {
  it('is the only one that it can have been', () => {
    const list = { '1-4': same('few'), '10-49': same('some') };
    expect(['01-avr', '2024-04-01', 'oct-49'].map((cell) => told(bandIn(list), cell))).toEqual(['1-4', '1-4', '10-49']);
  });

  it('is none when it can have been several', () => {
    const list = { '1-4': same('few'), '4-24': same('some') };
    expect([told(bandIn(list), '2024-04-01'), told(bandIn(list), '01-avr')]).toEqual(['fault band-date', '1-4']);
  });
});
