import { describe, expect, it } from '@jest/globals';
import type { Role, Viewer } from '#contracts/people';
import { colleague } from '#test/builders';
import { absenceRefusal, gapOf, mayArrangeAbsence } from './index.js';

const at = '2026-09-01T08:00:00.000Z';
const [from, until] = ['2026-09-07T00:00:00.000Z', '2026-09-19T00:00:00.000Z'] as const;
const [before, during] = ['2026-09-06T23:59:59.999Z', '2026-09-12T12:00:00.000Z'] as const;

const absent = colleague('absent', ['mediation', 'coaching']);
const substitute = colleague('substitute', ['coaching']);

const viewer = (personId: string, organisationId: string | null, ...roles: Role[]): Viewer => ({
  personId,
  roles,
  organisationId,
  serviceIds: [],
});

describe('an absence', () => {
  it.each([
    ['the person', viewer('absent', 'north', 'actor'), true],
    ['an administrator of the organisation', viewer('one', 'north', 'organisation-administrator'), true],
    ['an administrator of the platform', viewer('one', 'hub', 'administrator'), true],
    ['an administrator of another organisation', viewer('one', 'south', 'organisation-administrator'), false],
    ['a colleague', viewer('substitute', 'north', 'actor'), false],
    ['a coordinator', viewer('one', 'north', 'coordinator'), false],
  ])('is arranged by %s: %#', (_, asker, may) => {
    expect(mayArrangeAbsence(asker, absent)).toBe(may);
  });

  const asked = { absent, substitute, from, until, others: [] };

  it('is set with another actor of the organisation, for some time to come', () => {
    expect(absenceRefusal(asked, at)).toBeUndefined();
  });

  it.each<[string, Partial<Parameters<typeof absenceRefusal>[0]>, ReturnType<typeof absenceRefusal>]>([
    ['that began before', { from: '2026-09-01T07:59:59.999Z' }, { field: 'from', because: 'past' }],
    ['that begins in over a year', { from: '2027-09-03T00:00:00.000Z' }, { field: 'from', because: 'too-far' }],
    ['that ends when it begins', { until: from }, { field: 'until', because: 'not-after' }],
    ['of over a year', { until: '2027-09-09T00:00:00.000Z' }, { field: 'until', because: 'too-long' }],
    [
      'of no actor',
      { absent: colleague('absent', ['mediation'], { roles: ['analyst'] }) },
      { code: 'absence-without-work' },
    ],
    ['of somebody without a service', { absent: colleague('absent', []) }, { code: 'absence-without-work' }],
    [
      'of somebody who leaves before',
      { absent: colleague('absent', ['mediation'], { until: from }) },
      { code: 'absence-without-work' },
    ],
    ['with nobody', { substitute: undefined }, { code: 'substitute-unknown' }],
    [
      'with somebody who is no actor',
      { substitute: colleague('one', [], { roles: ['member'] }) },
      { code: 'substitute-unknown' },
    ],
    [
      'with somebody of elsewhere',
      { substitute: colleague('one', [], { organisationId: 'south' }) },
      { code: 'substitute-unknown' },
    ],
    ['with the person themself', { substitute: colleague('absent', []) }, { code: 'substitute-unknown' }],
    [
      'with somebody who comes later',
      { substitute: colleague('one', [], { from: '2026-09-07T00:00:00.001Z' }) },
      { code: 'substitute-unknown' },
    ],
    [
      'with somebody who leaves meanwhile',
      { substitute: colleague('one', [], { until: '2026-09-18T23:59:59.999Z' }) },
      { code: 'substitute-unknown' },
    ],
    [
      'at the time of another',
      { others: [{ personId: 'absent', membershipId: absent.membership.membershipId, from: during, until }] },
      { code: 'absence-overlaps' },
    ],
    [
      'with somebody who is absent themself',
      { others: [{ personId: 'substitute', membershipId: substitute.membership.membershipId, from: during, until }] },
      { code: 'substitute-absent', away: { from: during, until } },
    ],
  ])('%s is refused', (_, change, refusal) => {
    expect(absenceRefusal({ ...asked, ...change }, at)).toEqual(refusal);
  });

  it('follows another one at once, and lasts until the very end of the substitute’s membership', () => {
    const mine = { personId: 'absent', membershipId: absent.membership.membershipId };
    const others = [
      { ...mine, from: at, until: from },
      { ...mine, from: until, until: '2026-10-01T00:00:00.000Z' },
    ];
    const leaving = colleague('one', [], { until });
    expect(absenceRefusal({ ...asked, substitute: leaving, others }, at)).toBeUndefined();
  });

  it('that has begun is changed from now on, and lasts a year from its beginning at most', () => {
    const changed = (end: string) => absenceRefusal({ ...asked, begunAt: from, from: during, until: end }, during);
    expect(changed('2027-09-08T00:00:00.000Z')).toBeUndefined();
    expect(changed('2027-09-08T00:00:00.001Z')).toEqual({ field: 'until', because: 'too-long' });
    expect(changed(during)).toEqual({ field: 'until', because: 'not-after' });
  });

  const later = '2026-09-15T00:00:00.000Z';
  it.each<
    [string, Partial<Parameters<typeof gapOf>[0]>, Parameters<typeof gapOf>[1], string, ReturnType<typeof gapOf>]
  >([
    ['none while the substitute is there', {}, [], at, undefined],
    ['all of it without anybody', { substitute: undefined }, [], at, { because: 'left', from, until }],
    [
      'what is left of it, once the substitute is no actor any more',
      { substitute: colleague('substitute', [], { roles: ['member'] }) },
      [],
      during,
      { because: 'left', from: during, until },
    ],
    [
      'what comes after the end of the substitute’s membership',
      { substitute: colleague('substitute', [], { until: during }) },
      [],
      at,
      { because: 'left', from: during, until },
    ],
    [
      'none when that membership lasts to the very end',
      { substitute: colleague('substitute', [], { until }) },
      [],
      at,
      undefined,
    ],
    [
      'the days when the substitute is away',
      {},
      [{ from: before, until: during }],
      at,
      { because: 'away', from, until: during },
    ],
    [
      'the next of these',
      {},
      [
        { from: before, until: during },
        { from: later, until: later.replace('15', '16') },
      ],
      during,
      { because: 'away', from: later, until: later.replace('15', '16') },
    ],
    [
      'none of days before and after',
      {},
      [
        { from: at, until: from },
        { from: until, until: '2026-10-01T00:00:00.000Z' },
      ],
      at,
      undefined,
    ],
  ])('has a gap in which nobody stands in: %s', (_, change, away, instant, gap) => {
    expect(gapOf({ absent, substitute, from, until, ...change }, away, instant)).toEqual(gap);
  });
});
