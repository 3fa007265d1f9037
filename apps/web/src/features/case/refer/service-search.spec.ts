import { describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/case';
import type { Service } from '#contracts/directory';
import { asTheCase, filtersOf, suiting, type ServiceFilters } from './service-search.js';

const view = {
  facts: { difficulties: [{ difficulty: 'vat', severity: 2 }], languages: ['nl'] },
} as unknown as CaseView;
const filters: ServiceFilters = {
  q: '',
  profession: 'psychologist',
  difficulty: asTheCase,
  language: asTheCase,
  municipality: '',
  capacity: '',
};
const service = (serviceId: string, difficulty: string, language: string) =>
  ({ serviceId, difficulties: [difficulty], languages: [language] }) as unknown as Service;
const ids = (found: readonly Service[], asked = filters) => {
  const { services, widened } = suiting(view, asked, found);
  return [services.map((one) => one.serviceId), widened];
};

const psychologist = service('psychologist', 'mental-distress', 'nl');
const frenchPsychologist = service('french', 'mental-distress', 'fr');

describe('the first filters of a case', () => {
  const municipalityOf = (municipality: string) =>
    filtersOf({ facts: { municipality } } as unknown as CaseView).municipality;

  it('look near where it is, and anywhere for one that is outside the region or nobody knows where', () => {
    expect(municipalityOf('21009')).toBe('21009');
    expect([municipalityOf('outside'), municipalityOf('unknown')]).toEqual(['', '']);
  });

  it('ask for what the case needs and for nothing else', () => {
    expect(filtersOf({ facts: { municipality: 'unknown' } } as unknown as CaseView)).toEqual({
      q: '',
      profession: asTheCase,
      difficulty: asTheCase,
      language: asTheCase,
      municipality: '',
      capacity: '',
    });
  });
});

describe('services that suit a case', () => {
  it('are those that cover a difficulty of it and speak a language of it', () => {
    expect(ids([service('fits', 'vat', 'nl'), psychologist, service('french', 'vat', 'fr')])).toEqual([['fits'], []]);
  });

  it('are looked for without the difficulty when none covers it, and that is said', () => {
    expect(ids([psychologist, frenchPsychologist])).toEqual([['psychologist'], ['difficulty']]);
  });

  it('are looked for without the language only when that is what is missing', () => {
    expect(ids([service('french', 'vat', 'fr'), frenchPsychologist])).toEqual([['french'], ['language']]);
    expect(ids([frenchPsychologist])).toEqual([['french'], ['difficulty', 'language']]);
  });

  it('are what the person asked for, who is not overruled', () => {
    expect(ids([psychologist], { ...filters, difficulty: '', language: 'fr' })).toEqual([['psychologist'], []]);
    expect(ids([frenchPsychologist], { ...filters, q: 'unpass' })).toEqual([['french'], []]);
  });

  it('are none when there are none', () => {
    expect(ids([])).toEqual([[], []]);
  });
});
