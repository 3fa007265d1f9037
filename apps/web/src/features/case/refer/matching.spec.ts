import { describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/case';
import type { Service } from '#contracts/directory';
import { matchOf, rank } from './matching.js';

const text = { fr: 'x', nl: 'x', en: 'x' };

function service(change: Partial<Service>): Service {
  return {
    serviceId: 'mediation',
    organisationId: 'north',
    organisationName: 'North',
    name: text,
    profession: 'mediator',
    stages: ['restructuring'],
    difficulties: ['social-contributions'],
    territory: [],
    languages: ['fr'],
    capacity: 'available',
    capacityConfirmedAt: null,
    method: text,
    cost: text,
    demonstration: true,
    ...change,
  };
}

const view = {
  facts: {
    languages: ['fr', 'nl'],
    municipality: '21009',
    sector: 'horeca',
    legalForm: 'company',
    sizeBand: '1-4',
    ageBand: '3-4',
    stage: 'restructuring',
    difficulties: [
      { difficulty: 'social-contributions', severity: 3 },
      { difficulty: 'rent', severity: 1 },
    ],
    channel: 'phone',
    urgency: 'normal',
  },
  lead: null,
  consent: { givenOn: '2026-11-01', channel: 'oral', professions: ['mediator', 'accountant'] },
  referrals: [
    {
      referralId: 'r1',
      state: 'in-progress',
      to: { serviceId: 'accounts', organisationId: 'east', profession: 'accountant' },
    },
    {
      referralId: 'r2',
      state: 'declined',
      to: { serviceId: 'mediation', organisationId: 'north', profession: 'mediator' },
    },
  ],
} as unknown as CaseView;

describe('matching services with a case', () => {
  it('says what a service covers and speaks', () => {
    const match = matchOf(view, service({ difficulties: ['rent', 'social-contributions'], languages: ['nl', 'en'] }));
    expect(match).toMatchObject({
      covers: ['social-contributions', 'rent'],
      speaks: ['nl'],
      last: ['declined'],
      inTerritory: true,
      obstacle: null,
    });
  });

  it('names the obstacle: no consent, already asked, or the service that hands on', () => {
    expect(matchOf(view, service({ profession: 'lawyer' })).obstacle).toBe('no-consent');
    const accounts = service({ serviceId: 'accounts', profession: 'accountant' });
    expect(matchOf(view, accounts).obstacle).toBe('already-asked');
    expect(matchOf(view, accounts, { leavingId: 'r1' }).obstacle).toBe('itself');
  });

  it('asks a service that helps to lead, as long as it can be asked, and nobody who leads', () => {
    const accounts = service({ serviceId: 'accounts', profession: 'accountant' });
    const actions = [{ type: 'offer-lead' as const, referralId: 'r1' }];
    expect(matchOf({ ...view, actions }, accounts, { forLead: true }).obstacle).toBeNull();
    expect(matchOf({ ...view, actions: [] }, accounts, { forLead: true }).obstacle).toBe('asked-to-lead');
    const lead = { serviceId: 'mediation', organisationId: 'north', profession: 'mediator' as const };
    expect(matchOf({ ...view, lead, actions }, service({}), { forLead: true }).obstacle).toBe('leads');
  });

  it('asks nobody when consent was withdrawn', () => {
    expect(matchOf({ ...view, consent: null }, service({})).obstacle).toBe('no-consent');
  });

  it('ranks what fits and is free first, what cannot be asked last', () => {
    const ids = rank(view, [
      service({ serviceId: 'no-consent', profession: 'lawyer' }),
      service({ serviceId: 'full', capacity: 'full' }),
      service({ serviceId: 'far', territory: ['21001'] }),
      service({ serviceId: 'best', languages: ['fr', 'nl'], difficulties: ['social-contributions', 'rent'] }),
      service({ serviceId: 'other-work', difficulties: ['energy'] }),
    ]).map((match) => match.service.serviceId);
    expect(ids).toEqual(['best', 'other-work', 'far', 'full', 'no-consent']);
  });

  it('ranks who speaks a language of the case before who speaks none, however near and free', () => {
    const [stranger, speaker] = [
      service({ serviceId: 'a-stranger', languages: ['en'] }),
      service({ serviceId: 'b-speaker', languages: ['nl'], capacity: 'waiting-list' }),
    ];
    expect(rank(view, [stranger, speaker]).map((match) => match.service.serviceId)).toEqual([
      'b-speaker',
      'a-stranger',
    ]);
  });

  it('ranks last, and says why, what does not work in this stage, what leads already, and what has just refused', () => {
    const lead = { serviceId: 'leading', organisationId: 'north', profession: 'mediator' as const };
    const ranked = rank({ ...view, lead }, [
      service({ serviceId: 'leading', languages: ['fr', 'nl'] }),
      service({ serviceId: 'other-stage', stages: ['launch' as never] }),
      service({ serviceId: 'mediation' }),
      service({ serviceId: 'far-and-full', territory: ['21001'], capacity: 'full', difficulties: ['energy'] }),
      service({ serviceId: 'no-consent', profession: 'lawyer' }),
    ]);
    expect(ranked[0]?.service.serviceId).toBe('far-and-full');
    expect(ranked.at(-1)?.service.serviceId).toBe('no-consent');
    expect(Object.fromEntries(ranked.map((match) => [match.service.serviceId, match.last]))).toEqual({
      'far-and-full': [],
      leading: ['lead'],
      'other-stage': ['stage'],
      mediation: ['declined'],
      'no-consent': [],
    });
  });

  it('does not hold a refusal against a service that was asked again since and helped', () => {
    const again = {
      referralId: 'r3',
      state: 'closed',
      to: { serviceId: 'mediation', organisationId: 'north', profession: 'mediator' },
    };
    const later = { ...view, referrals: [...view.referrals, again] } as unknown as CaseView;
    expect(matchOf(later, service({})).last).toEqual([]);
  });
});
