import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseCommand, CaseView } from '#contracts/case';
import type { Service } from '#contracts/directory';
import { decide, overviewOf } from '#domain/case';
import { actsFor, isCoordinator } from '#domain/people';
import { consent, services, uuid } from '#test/builders';
import type { Play } from '#test/playing';
import { anyCase, people } from '#test/random-case';
import { lead, mediator, opened, refer, secondMediator, toMediator, toSecondMediator } from '#test/scenes';
import { helpOf, matchOf, type Obstacle, rank } from './matching.js';

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
    const leading = { serviceId: 'mediation', organisationId: 'north', profession: 'mediator' as const };
    expect(matchOf({ ...view, lead: leading, actions }, service({}), { forLead: true }).obstacle).toBe('leads');
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
    const leading = { serviceId: 'leading', organisationId: 'north', profession: 'mediator' as const };
    const ranked = rank({ ...view, lead: leading }, [
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

/** What the case says of a service that cannot be asked for this reason. */
function refusedAs(obstacle: Obstacle | null): string | null {
  return obstacle === 'itself' ? 'already-asked' : obstacle;
}

/** Holds what is shown to everybody of every service against what the case refuses; answers the obstacles that were met. */
function agree(scene: Play): (Obstacle | null)[] {
  const state = scene.known();
  return people.flatMap((by) => {
    const view = overviewOf(state, by) as CaseView;
    const may = (type: string) => view.actions.filter((action) => action.type === type);
    const codeOf = (command: CaseCommand) => {
      const decision = decide(state, { at: scene.now(), by, command });
      return 'refusal' in decision ? decision.refusal.code : null;
    };
    return Object.values(services).flatMap((target) => {
      const sending = { targets: [{ referralId: uuid(0xbeef), service: target }], mode: 'each' as const };
      const obstacleFor = (purpose: Parameters<typeof matchOf>[2]) => matchOf(view, service(target), purpose).obstacle;
      const held = (purpose: Parameters<typeof matchOf>[2], command: CaseCommand) => {
        const obstacle = obstacleFor(purpose);
        expect([obstacle, codeOf(command)]).toEqual([obstacle, refusedAs(obstacle)]);
        return obstacle;
      };
      const handing = may('hand-on').map(({ referralId = '' }) =>
        held({ leavingId: referralId }, { type: 'hand-on', referralId, ...sending }),
      );
      if (may('refer').length === 0) {
        return handing;
      }
      const helping = held({}, { type: 'refer', ...sending, proposesLead: false });
      // Only who leads is shown whom they may ask to lead.
      if (!isCoordinator(by) && !actsFor(by, view.lead?.serviceId)) {
        return [...handing, helping];
      }
      const help = helpOf(view, target);
      const leading = obstacleFor({ forLead: true });
      if (help !== undefined) {
        const isRefused = codeOf({ type: 'offer-lead', referralId: help.referralId }) !== null;
        expect([leading, isRefused]).toEqual([leading, leading !== null]);
      } else if (leading !== 'leads') {
        held({ forLead: true }, { type: 'refer', ...sending, proposesLead: true });
      }
      return [...handing, helping, leading];
    });
  });
}

describe('what cannot be asked', () => {
  it('is what the case would refuse, for each reason that there is', () => {
    const accepted = () => {
      const scene = opened({ consent: consent({ professions: ['mediator', 'accountant'] }) });
      scene.tell(lead, refer({ targets: [{ referralId: toSecondMediator, service: services.secondMediator }] }));
      scene.tell(secondMediator, { type: 'decline', referralId: toSecondMediator, reason: 'full', choice: 'service' });
      scene.tell(lead, refer());
      const asked = agree(scene);
      scene.tell(mediator, { type: 'accept', referralId: toMediator });
      return { scene, met: [...asked, ...agree(scene)] };
    };
    const [recalled, led] = [accepted(), accepted()];
    recalled.scene.tell(lead, { type: 'recall', referralId: toMediator, reason: 'need-changed' });
    led.scene.tell(lead, { type: 'offer-lead', referralId: toMediator });
    led.scene.tell(mediator, { type: 'answer-lead', referralId: toMediator, agree: true });
    const met = [...recalled.met, ...led.met, ...agree(recalled.scene), ...agree(led.scene)];
    expect([...new Set(met)].sort()).toEqual(['already-asked', 'asked-to-lead', 'itself', 'leads', 'no-consent', null]);
  });

  it('is so in any case', () => {
    fc.assert(
      fc.property(anyCase, (playing) => {
        agree(playing(uuid(1)));
      }),
      { numRuns: 15 },
    );
  });
});
