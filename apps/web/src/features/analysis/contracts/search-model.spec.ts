import { describe, expect, it } from '@jest/globals';
import type { CatalogueEvent } from '#contracts/analysis';
import { labelsIn } from '#contracts/kernel/codes';
import { found, shortType } from './search-model.js';

const text = (fr: string) => ({ fr, nl: fr, en: fr });
const event = (type: string, meaning: string, path: string): CatalogueEvent => ({
  type,
  stream: 'cases',
  topic: 'relais.cases.v1',
  version: 1,
  meaning: text(meaning),
  fields: [
    {
      path,
      kind: 'code',
      required: true,
      nullable: false,
      codes: ['no-capacity'],
      meaning: text('motif du refus'),
      privacy: 'code',
    },
  ],
  changes: [],
  schemaUrl: '/x',
  sample: null,
});
const declined = event('relais.referral.declined.v1', 'une orientation a été refusée', 'data.reason');
const opened = event('relais.case.opened.v1', 'un dossier s’ouvre', 'data.facts.sector');
const names = (words: string) => found([declined, opened], words, labelsIn('fr')).map(({ type }) => shortType(type));

describe('the search in the contracts', () => {
  it('finds types, meanings, fields and codes, without accents and capitals', () => {
    expect(names('REFUSEE')).toEqual(['referral.declined']);
    expect(names('facts.sector')).toEqual(['case.opened']);
    expect(names('no-capacity')).toEqual(['referral.declined', 'case.opened']);
    expect(names('motif dossier')).toEqual(['case.opened']);
    expect(names('')).toEqual(['referral.declined', 'case.opened']);
    expect(names('nowhere')).toEqual([]);
  });
});
