import { describe, expect, it } from '@jest/globals';
import type { Draft } from './draft.js';
import { emptyDraft, missingIn, neededIn, requestOf, requiredFields } from './draft.js';

const full: Draft = {
  ...emptyDraft('2026-11-24', [{ serviceId: 'desk' }]),
  languages: ['fr'],
  municipality: '21009',
  sector: 'horeca',
  legalForm: 'company',
  sizeBand: '1-4',
  ageBand: '3-4',
  stage: 'distress',
  difficulties: [{ difficulty: 'rent', severity: 2 }],
  channel: 'phone',
  consentChannel: 'oral',
  professions: ['mediator'],
};

describe('a draft of a case', () => {
  it('misses everything but the date when it is empty, and the service when there are several', () => {
    const expected = requiredFields.filter((field) => field !== 'givenOn');
    expect(missingIn(emptyDraft('2026-11-24', [{ serviceId: 'a' }, { serviceId: 'b' }]), 2)).toEqual(expected);
    expect(missingIn(emptyDraft('2026-11-24', [{ serviceId: 'a' }]), 1)).toEqual(
      expected.filter((field) => field !== 'actingServiceId'),
    );
  });

  it('says that unknown is one of the choices only where it is', () => {
    const unknown = ['municipality', 'sector', 'legalForm', 'sizeBand', 'ageBand', 'channel'];
    expect(requiredFields.filter((field) => neededIn(field) === 'oneOrUnknown')).toEqual(unknown);
    expect((['stage', 'consentChannel', 'givenOn', 'languages'] as const).map(neededIn)).toEqual([
      'one',
      'one',
      'day',
      'some',
    ]);
  });

  it('has no request while something is missing', () => {
    expect(requestOf({ ...full, sector: null })).toBeNull();
  });

  it('becomes a request; a blank note is no note', () => {
    expect(missingIn(full, 1)).toEqual([]);
    expect(requestOf({ ...full, note: '  \n' })).toEqual({
      facts: {
        languages: ['fr'],
        municipality: '21009',
        sector: 'horeca',
        legalForm: 'company',
        sizeBand: '1-4',
        ageBand: '3-4',
        stage: 'distress',
        difficulties: [{ difficulty: 'rent', severity: 2 }],
        channel: 'phone',
        urgency: 'normal',
      },
      consent: { givenOn: '2026-11-24', channel: 'oral', professions: ['mediator'] },
      actingServiceId: 'desk',
    });
  });
});
