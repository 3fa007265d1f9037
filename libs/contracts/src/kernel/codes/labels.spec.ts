import { expect, it } from '@jest/globals';
import { difficulties } from './help.js';
import { insideSentence } from './labels.js';

it('a name inside a sentence begins small, an abbreviation stays', () => {
  const inside = (['vat', 'cash-flow', 'energy'] as const).map((code) => {
    const { fr, nl, en } = difficulties[code].label;
    return [fr, nl, en].map(insideSentence);
  });
  expect(inside).toEqual([
    ['TVA', 'BTW', 'VAT'],
    ['trésorerie', 'kasstroom', 'cash flow'],
    ['énergie', 'energie', 'energy'],
  ]);
});
