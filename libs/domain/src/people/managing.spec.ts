import { describe, expect, it } from '@jest/globals';
import type { Role, Viewer } from '#contracts/people';
import { roles } from '#contracts/people/codes';
import { keepingRoles, manages, mayManage, onlyRoles, rolesToGive } from './index.js';

const every = Object.keys(roles) as Role[];
const viewer = (organisationId: string | null, ...own: Role[]): Viewer => ({
  personId: 'somebody',
  roles: own,
  organisationId,
  serviceIds: [],
});
const ofNorth = viewer('north', 'organisation-administrator');
const administrator = viewer('hub', 'administrator');
const others = every.filter((role) => role !== 'administrator' && role !== 'organisation-administrator');

describe('who manages members', () => {
  it('is the administrator of an organisation there, and the one of the platform everywhere', () => {
    expect(['north', 'south', null].map((one) => manages(ofNorth, one))).toEqual([true, false, false]);
    expect(['north', 'south', null].map((one) => manages(administrator, one))).toEqual([true, true, true]);
    expect(manages(viewer(null, 'organisation-administrator'), null)).toBe(false);
  });

  it.each(others)('is nobody as %s', (role) => {
    expect(manages(viewer('north', role), 'north')).toBe(false);
    expect(rolesToGive(viewer('north', role), 'north')).toEqual([]);
    expect(mayManage(viewer('north', role), { organisationId: 'north', roles: ['member'] })).toBe(false);
  });
});

describe('a role', () => {
  it('is given by nobody whom it is beyond', () => {
    expect(rolesToGive(ofNorth, 'north')).toEqual(['actor', 'member', 'organisation-administrator']);
    expect(rolesToGive(ofNorth, 'south')).toEqual([]);
    expect(rolesToGive(administrator, 'north')).toEqual(every);
  });

  it('in the name of an organisation is not given on the platform itself', () => {
    expect(rolesToGive(administrator, null)).toEqual(['coordinator', 'analyst', 'administrator']);
  });
});

describe('a membership', () => {
  it.each<[Role[], boolean]>([
    [['actor'], true],
    [['organisation-administrator', 'member'], true],
    [['actor', 'coordinator'], false],
    [['administrator'], false],
  ])('with %j of the same organisation is for its administrator: %s', (held, may) => {
    expect(mayManage(ofNorth, { organisationId: 'north', roles: held })).toBe(may);
    expect(mayManage(ofNorth, { organisationId: 'south', roles: held })).toBe(false);
    expect(mayManage(administrator, { organisationId: 'north', roles: held })).toBe(true);
  });

  it('that does without organisation is for administrators, whatever it was given', () => {
    expect(mayManage(administrator, { organisationId: null, roles: ['actor'] })).toBe(true);
  });
});

describe('the last administrator', () => {
  const last = { organisationId: 'north', roles: ['organisation-administrator', 'actor'] as Role[] };

  it('of an organisation alone has the role there, whoever has it elsewhere', () => {
    expect(onlyRoles(last, [])).toEqual(['organisation-administrator']);
    expect(onlyRoles(last, [{ ...last, organisationId: 'south' }])).toEqual(['organisation-administrator']);
    expect(onlyRoles(last, [{ organisationId: 'north', roles: ['actor', 'administrator'] }])).toEqual([
      'organisation-administrator',
    ]);
    expect(onlyRoles(last, [last])).toEqual([]);
  });

  it('of the platform has no other anywhere', () => {
    const one = { organisationId: null, roles: ['administrator'] as Role[] };
    expect(onlyRoles(one, [])).toEqual(['administrator']);
    expect(onlyRoles(one, [{ organisationId: 'hub', roles: ['administrator'] }])).toEqual([]);
  });

  it('is told as whoever coordinates alone is, of whichever house', () => {
    const one = { organisationId: 'hub', roles: ['coordinator'] as Role[] };
    expect(onlyRoles(one, [{ organisationId: 'hub', roles: ['administrator'] }])).toEqual(['coordinator']);
    expect(onlyRoles(one, [{ organisationId: null, roles: ['coordinator', 'actor'] }])).toEqual([]);
  });

  it('is nobody who manages nothing', () => {
    expect(onlyRoles({ organisationId: 'north', roles: ['actor'] }, [])).toEqual([]);
  });
});

describe('what keeps a membership as it is', () => {
  const of = (personId: string, organisationId: string, role: Role) => ({
    personId,
    organisationId,
    roles: [role],
  });
  const ann = of('ann', 'north', 'organisation-administrator');

  it('is that nobody else would manage, also where whoever ends it goes away themselves', () => {
    expect(keepingRoles(ann, 'ann', [])).toEqual(['organisation-administrator']);
    expect(keepingRoles(ann, 'ben', [])).toEqual(['organisation-administrator']);
    expect(keepingRoles(ann, 'ben', [of('ben', 'south', 'organisation-administrator')])).toHaveLength(1);
  });

  it('is that nobody else would coordinate, whoever ends it and stays', () => {
    const ben = of('ben', 'hub', 'administrator');
    expect(keepingRoles(of('ann', 'north', 'coordinator'), 'ben', [ben])).toEqual(['coordinator']);
    expect(keepingRoles(of('ann', 'north', 'coordinator'), 'ben', [ben, of('cem', 'hub', 'coordinator')])).toEqual([]);
  });

  it('is nothing for who stays and manages', () => {
    expect(keepingRoles(ann, 'ben', [of('ben', 'north', 'organisation-administrator')])).toEqual([]);
    expect(keepingRoles(ann, 'root', [of('root', 'hub', 'administrator')])).toEqual([]);
  });
});
